namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A combine on the northern plain, late on a summer afternoon.</summary>
public sealed class NorthernHarvest() : Scene("northern-harvest")
{
    private readonly Plane _plane = new(560, 4.2, 1400, 620);

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(400, 142).Paint(Heaven).Element(0, 0, 1600, 566));
        Horizon(svg);
        Field(svg);
        Dust(svg, 560, 300, 1200, 460, 4, 0.9);
        Standing(svg);
        Trailer(svg);
        Combine(svg);
        Dust(svg, 900, 520, 760, 340, 9, 0.95);
        Dust(svg, 250, 700, 520, 150, 12, 0.5);
        Stubble(svg);
        svg.Glow(1500, 330, 800, "#ffe0a0", 0.42);
        svg.Vignette("#4a2b12", 0.3);
        svg.Mottle(0.09);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var ink = Ink.Ramp(v, (0, "#4f86b4"), (0.45, "#8fb6c9"), (0.8, "#dcdcc2"), (1, "#f3dfae")).Mix("#ffe7b0", Math.Exp(-(Math.Pow((u - 0.95) * 2.1, 2) + Math.Pow((v - 0.75) * 2, 2))) * 0.7);
        var (cover, light) = Sky.Heaps(u, v, [(0.16, 0.6, 0.15, 0.34), (0.33, 0.66, 0.1, 0.2), (0.56, 0.52, 0.17, 0.4), (0.8, 0.64, 0.11, 0.2), (0.99, 0.5, 0.1, 0.3), (0.02, 0.8, 0.12, 0.12), (0.46, 0.86, 0.1, 0.08), (0.68, 0.85, 0.12, 0.1), (0.27, 0.9, 0.1, 0.06), (0.9, 0.89, 0.1, 0.07)], 3, (0.8, -0.45));
        var body = Ink.Parse("#8d97a8").Mix("#c9bfb2", 0.3).Mix("#fff7e2", Math.Pow(light, 0.85));
        return ink.Mix(body.Mix("#f0dfb8", Noise.Step(0.55, 1, v) * 0.5), cover * 0.95);
    }

    private static void Horizon(Svg svg)
    {
        var rng = new Rng(4);
        for (var layer = 0; layer < 2; layer++)
        {
            var pen = new Pen(5).Move(-5, 572);
            for (var x = -5.0; x <= 1610; x += 6)
                pen.Line(x, 556 + (layer * 6) - Math.Max(0, (Noise.Fbm((x / 90) + (layer * 30), 1, 4, 6) * 24) + 4 - (layer * 5)));
            svg.Path(pen.Line(1610, 575).Close().ToString(), layer == 0 ? "#a9ae94" : "#7c8460");
        }
        svg.Path(new Pen().Polygon((250, 560), (250, 522), (262, 514), (274, 522), (274, 560)).Polygon((256, 518), (262, 478), (268, 518)).Box(274, 534, 34, 26).ToString(), "#c9b48c");
        svg.Path(new Pen().Polygon((274, 534), (308, 534), (302, 522), (280, 522)).ToString(), "#9a5f45");
        foreach (var (x, w, h) in new[] { (1180.0, 26.0, 92.0), (1208, 26, 92), (1236, 26, 92), (1266, 40, 116) })
        {
            svg.Rect(x, 562 - h, w, h, svg.Horizontal((0, "#8f9698", 1), (0.4, "#b9bcb4", 1), (1, "#f3e3bd", 1)));
            svg.Path(new Pen().Polygon((x - 1, 562 - h), (x + (w / 2), 552 - h), (x + w + 1, 562 - h)).ToString(), "#a7a698");
        }
        svg.Line([(1190, 468), (1290, 440)], "#8d8f86", 3);
        for (var i = 0; i < 14; i++)
            svg.Path(new Pen().Blob(rng.In(0, 1600), 560, rng.In(10, 26), rng.In(8, 17), rng, 0.25).ToString(), "#6b754f");
        for (var i = 0; i < 9; i++)
        {
            double x = 420 + (i * 88), h = 46 - (i * 2.6);
            svg.Line([(x, 562), (x, 562 - h)], "#7d7560", 1.6);
            svg.Line([(x - 6, 565 - h), (x + 6, 565 - h)], "#7d7560", 1.3);
        }
        svg.Haze(490, 562, 600, "#f6e3b4", 0.75);
    }

    private void Field(Svg svg)
    {
        svg.Add(new Canvas(320, 102).Paint((u, v) =>
        {
            double px = u * 1600, py = 560 + (v * 508) + 0.5;
            var (x, z) = _plane.Ground(px, py);
            var row = Math.Abs(((x + (Noise.At(z / 14, 3) * 0.2)) / 0.62 % 1) + 1) % 1;
            var fade = Noise.Step(95, 12, z);
            var rows = Noise.Step(0.25, 0.5, Math.Abs(row - 0.5) * 2) * fade;
            var swath = Noise.Step(0.7, 0.25, Math.Abs((Math.Abs(((x + 40) / 6.4 % 1)) - 0.5) * 6.4)) * Noise.Step(4, 10, z);
            var patch = Noise.Fbm(x / 9, z / 22, 4, 3);
            var ink = Ink.Parse("#d9b45e").Mix("#b98a3e", 0.4 - (patch * 0.6)).Mix("#8a6a3a", (1 - rows) * 0.4 * fade).Mix("#f4dc95", swath * 0.7);
            return ink.Mix("#f3dca2", Noise.Step(20, 260, z) * 0.75).Lit(0.9 + (v * 0.02) + (Noise.Step(400, 1600, px) * 0.14));
        }).Element(0, 560, 1600, 508));
    }

    private static void Dust(Svg svg, double x, double y, double w, double h, int seed, double strength)
    {
        svg.Add(new Canvas(120, 60).Paint((u, v) =>
        {
            var d = Math.Exp(-(Math.Pow((u - 0.45) / 0.34, 2) + Math.Pow((v - 0.66) / 0.24, 2)));
            var puff = Noise.Fbm(u * 5, v * 5, 5, seed, 0.55);
            return Ink.Parse("#c59a5c").Mix("#fff3d2", Math.Clamp(0.55 + (puff * 0.5) - ((v - 0.5) * 0.9), 0, 1)).With(Math.Clamp((d * 1.15) + (puff * 0.4) - 0.25, 0, 1) * strength * Noise.Step(0, 0.15, u) * Noise.Step(1, 0.85, u) * Noise.Step(0, 0.2, v) * Noise.Step(1, 0.9, v));
        }).Element(x, y, w, h));
    }

    /// <summary>The uncut wheat to the left, its edge running away.</summary>
    private void Standing(Svg svg)
    {
        var rng = new Rng(8);
        double[] zs = [300, 120, 70, 46, 33, 25, 19.5, 15.5, 12.5, 10.2, 8.6];
        var dabs = new Dabs();
        for (var i = 0; i + 1 < zs.Length; i++)
        {
            double far = zs[i], z = zs[i + 1], edge = -3.4;
            Vec a = _plane.At(edge, 0.95, far), b = _plane.At(edge, 0.95, z), c = _plane.At(edge, 0, z), d = _plane.At(edge, 0, far);
            svg.Path(new Pen().Polygon(a, b, c, d).ToString(), Ink.Parse("#a6772f").Mix("#e3c078", Noise.Step(20, 200, z)));
            svg.Path(new Pen().Polygon(a, b, (-10, b.Y), (-10, a.Y)).ToString(), Ink.Parse("#d8ab4e").Mix("#f0d796", Noise.Step(20, 220, z)));
            var s = _plane.Scale(z);
            var count = i < 3 ? 60 : 340;
            for (var k = 0; k < count; k++)
            {
                var y = rng.In(a.Y, b.Y);
                var right = a.X + ((b.X - a.X) * ((y - a.Y) / Math.Max(0.01, b.Y - a.Y)));
                var x = rng.In(-20, right);
                var tall = s * rng.In(0.05, 0.16) + 2;
                var wave = Noise.Fbm(x / 240, y / 40, 3, 12);
                dabs.Add((x, y + (tall * 0.5)), (x + 1, y - (tall * 0.3)), (x + (tall * rng.In(0.1, 0.7)), y - tall), Math.Max(1, s * 0.018), Ink.Ramp((wave * 0.6) + rng.Next(), (0, "#8e6527"), (0.45, "#cf9f45"), (0.8, "#f0cf7c"), (1.2, "#fff0bf")).Mix("#f3dca0", Noise.Step(25, 200, z) * 0.6));
            }
            for (var k = 0; k < count / 2; k++)
            {
                var t = rng.Next();
                Vec top = a.To(b, t), low = d.To(c, t);
                dabs.Add(top, top.To(low, 0.5) + (rng.Near(0, 3), 0), low, Math.Max(0.8, s * 0.02), Ink.Parse("#6f4d1f").Mix("#e0b45c", rng.Next()).Mix("#f3dca0", Noise.Step(25, 200, z) * 0.6));
            }
        }
        dabs.On(svg, 0.85);
        svg.Add(new Canvas(110, 100).Paint((u, v) =>
        {
            var wave = Noise.Fbm((u * 5) + (v * 2), v * 9, 4, 15);
            var inside = Noise.Step(0.02, -0.05, (u * 550) - (620 - ((560 + (v * 508) - 560) * 3.4 / 4.2)) > 0 ? 0.05 : -0.05);
            return (wave > 0 ? Ink.Parse("#fff0c0") : Ink.Parse("#7a4f18")).With(Math.Min(0.42, Math.Abs(wave) * 0.6) * inside * Noise.Step(0.02, 0.12, v));
        }).Element(0, 560, 550, 508));
    }

    private static void Trailer(Svg svg)
    {
        svg.Add("<g transform='translate(1330 560) scale(.62)'>");
        svg.Path(new Pen().Oval(60, 96, 190, 10).ToString(), "#5d4420", "fill-opacity='.35'");
        svg.Path(new Pen().Polygon((-110, 70), (-126, -6), (96, -6), (84, 70)).ToString(), "#476b58");
        svg.Path(new Pen().Polygon((84, 70), (96, -6), (118, -2), (104, 66)).ToString(), "#7da286");
        svg.Path(new Pen().Move(-122, -6).Curve((-80, -38), (50, -40), (92, -6)).Close().ToString(), "#e7c063");
        for (var i = 0; i < 5; i++)
            svg.Line([(-88 + (i * 40), 68), (-92 + (i * 42), -4)], "#355245", 4);
        svg.Path(new Pen().Polygon((140, 66), (140, 18), (206, 14), (232, 30), (236, 66)).ToString(), "#b04a30");
        svg.Path(new Pen().Polygon((146, 18), (152, -34), (196, -34), (204, 16)).ToString(), "#2f3c40");
        svg.Path(new Pen().Polygon((176, 14), (178, -28), (192, -28), (199, 14)).ToString(), "#c9d8cf");
        svg.Rect(144, -42, 60, 9, "#b04a30");
        foreach (var (x, y, r) in new[] { (-70.0, 78.0, 21.0), (40, 78, 21), (160, 66, 34), (222, 78, 21) })
            svg.Circle(x, y, r, "#2a2622").Circle(x, y, r * 0.5, "#d9b45a");
        svg.Add("</g>");
    }

    private static void Combine(Svg svg)
    {
        var rng = new Rng(2);
        svg.Add("<g transform='translate(600 700) scale(1.12)'>");
        svg.Path(new Pen().Oval(130, 96, 330, 20).ToString(), "#5a3f18", "fill-opacity='.45'");
        var red = svg.Vertical((0, "#d2573c", 1), (0.5, "#b03c2c", 1), (1, "#73261f", 1));
        svg.Path(new Pen().Polygon((70, 60), (60, -70), (310, -84), (372, -40), (384, 40), (300, 64)).ToString(), red);
        svg.Path(new Pen().Polygon((60, -70), (310, -84), (318, -112), (90, -104)).ToString(), "#8e3428");
        svg.Path(new Pen().Polygon((96, -104), (312, -112), (330, -140), (84, -132)).ToString(), "#a8402f");
        svg.Path(new Pen().Move(92, -132).Curve((150, -166), (260, -168), (326, -140)).Close().ToString(), "#ecc868");
        svg.Path(new Pen().Polygon((120, 40), (116, -42), (296, -52), (300, 40)).ToString(), "#8b2f25", "fill-opacity='.55'");
        for (var i = 0; i < 9; i++)
            svg.Line([(128 + (i * 19), -36 - (i * 1.1)), (130 + (i * 19), 34)], "#631f1b", 3, "stroke-opacity='.6'");
        svg.Path(new Pen().Polygon((66, 16), (380, 4), (382, 14), (68, 26)).ToString(), "#f2d9a4");
        svg.Path(new Pen().Polygon((300, -82), (368, -38), (380, 36), (352, 44), (340, -30)).ToString(), "#e57a50", "fill-opacity='.75'");
        svg.Path(new Pen().Strip([(110, -150), (300, -170), (452, -176)], _ => 15).ToString(), "#c2482f");
        svg.Path(new Pen().Strip([(110, -154), (300, -174), (452, -180)], _ => 4).ToString(), "#f09a6a");
        svg.Path(new Pen().Polygon((448, -186), (466, -184), (470, -160), (452, -166)).ToString(), "#5f2620");
        svg.Path(new Pen().Polygon((-44, 40), (-34, -104), (70, -110), (74, 44)).ToString(), "#7e2c23");
        svg.Path(new Pen().Polygon((-40, 0), (-30, -98), (62, -104), (64, -6)).ToString(), svg.Horizontal((0, "#27343a", 1), (0.5, "#4d6a70", 1), (1, "#bcd3c8", 1)));
        svg.Path(new Pen().Polygon((-48, -104), (-40, -122), (82, -128), (86, -108)).ToString(), "#d9583c");
        svg.Line([(12, -100), (10, -2)], "#20282b", 4);
        svg.Add("<g transform='translate(30 -2)'>");
        People.Half(svg, 0, 0, 56, "#4a5f78", "#a97a5c", "#c9b27a");
        svg.Add("</g>");
        svg.Path(new Pen().Polygon((-26, -94), (6, -96), (-18, -6), (-36, -4)).ToString(), "#e9f0e4", "fill-opacity='.22'");
        svg.Path(new Pen().Polygon((-40, 52), (-120, 72), (-128, 94), (-30, 84)).ToString(), "#8b5a2a");
        svg.Path(new Pen().Polygon((-124, 62), (-214, 86), (-226, 104), (-112, 100)).ToString(), "#c9832f");
        var reel = new Pen();
        for (var i = 0; i < 6; i++)
        {
            var spoke = Vec.Round((i * Math.PI / 3) + 0.35, 52);
            var tip = (Vec)(-186, 50) + spoke;
            reel.Strip([(-186, 50), tip], _ => 4).Strip([tip + (-4, -4), tip + (6, 26)], _ => 5).Strip([tip + (10, -6), tip + (18, 22)], _ => 3);
        }
        svg.Path(new Pen().Polygon((-104, 16), (-84, 10), (-40, 44), (-36, 92), (-104, 104)).ToString(), "#7a2a22");
        svg.Path(new Pen().Polygon((-250, 92), (-104, 84), (-40, 78), (-40, 96), (-110, 112), (-262, 112)).ToString(), "#9c3528");
        svg.Path(new Pen().Polygon((-262, 112), (-250, 92), (-236, 92), (-232, 112)).ToString(), "#f0a14e");
        svg.Path(new Pen().Strip([(-60, 34), (-130, 40), (-186, 50)], _ => 9).ToString(), "#c9472f");
        for (var i = 0; i < 9; i++)
            svg.Line([(-240 + (i * 16), 100), (-232 + (i * 16), 90)], "#e8c27c", 4);
        svg.Path(reel.ToString(), "#ecc864");
        svg.Circle(-186, 50, 52, "none", "stroke='#8a5a20' stroke-width='3'").Circle(-186, 50, 8, "#4a3214");
        foreach (var (x, y, r) in new[] { (20.0, 52.0, 54.0), (322, 68, 36) })
        {
            svg.Circle(x, y, r, "#2b2520").Circle(x, y, r * 0.86, "#3a332c").Circle(x, y, r * 0.5, "#e0b255").Circle(x, y, r * 0.2, "#6a4a20");
            for (var i = 0; i < 18; i++)
                svg.Line([(Vec)(x, y) + Vec.Round(i * Math.Tau / 18, r * 0.86), (Vec)(x, y) + Vec.Round((i * Math.Tau / 18) + 0.14, r * 1.02)], "#1d1916", 4);
        }
        svg.Line([(74, 48), (62, -60), (74, -100)], "#f0c37d", 2.6);
        svg.Path(new Pen().Polygon((70, 20), (384, 4), (384, 40), (300, 64), (70, 60)).ToString(), svg.Vertical((0, "#e2b36c", 0), (1, "#e8bf7c", 0.6)));
        svg.Line([(62, -71), (310, -85), (371, -41), (383, 38)], "#ffcf9a", 3, "stroke-linejoin='round'");
        svg.Line([(86, -133), (92, -105), (312, -113), (329, -140)], "#f6a878", 2);
        svg.Path(new Pen().Polygon((306, -20), (352, -18), (358, 26), (310, 30)).ToString(), "#5b1d19");
        for (var i = 0; i < 7; i++)
            svg.Line([(310 + i, -14 + (i * 6)), (352 + i, -12 + (i * 6))], "#a8432f", 1.6);
        svg.Line([(-30, 84), (-22, 40)], "#e8c27c", 3);
        svg.Line([(-16, 84), (-8, 40)], "#e8c27c", 3);
        for (var i = 0; i < 4; i++)
            svg.Line([(-29 + (i * 2), 76 - (i * 11)), (-15 + (i * 2), 76 - (i * 11))], "#e8c27c", 2.4);
        svg.Rect(20, -140, 14, 12, "#f2a23a").Rect(-58, -96, 8, 26, "#3a2a22").Rect(-62, -100, 16, 6, "#3a2a22");
        svg.Circle(-26, -112, 6, "#fff1c4").Circle(-8, -114, 6, "#fff1c4").Circle(70, -120, 6, "#fff1c4");
        var chaff = new Dabs();
        for (var i = 0; i < 240; i++)
        {
            var t = rng.Next();
            chaff.Add(384 + (t * 210), 24 + (t * 60) + rng.Near(0, 20 + (t * 36)), rng.In(3, 11), rng.Near(0, 6), rng.In(0.8, 2.2), Ink.Parse("#fff0c0").Mix("#b98b45", rng.Next()));
        }
        for (var i = 0; i < 150; i++)
            chaff.Add(rng.In(-20, 380), rng.In(-70, 60), rng.In(4, 20), rng.Near(0, 3), rng.In(0.8, 2), Ink.Parse("#e8b98a").Mix("#6d231c", rng.Next()));
        chaff.On(svg, 0.55);
        svg.Add("</g>");
        var wheat = new Dabs();
        for (var i = 0; i < 420; i++)
        {
            var x = rng.In(300, 440);
            var y = 836 + rng.In(-4, 18) + (Noise.At(x / 40, 2) * 6);
            var tall = rng.In(20, 44);
            wheat.Add((x, y), (x, y - (tall * 0.5)), (x + rng.In(-2, 12), y - tall), rng.In(1.2, 2.6), Ink.Parse("#a87a30").Mix("#f4d88a", rng.Next()));
        }
        wheat.On(svg);
    }

    private static void Stubble(Svg svg)
    {
        var rng = new Rng(31);
        var dabs = new Dabs();
        for (var i = 0; i < 2300; i++)
        {
            var t = Math.Pow(rng.Next(), 0.6);
            var y = 760 + (t * 310);
            var row = Math.Round(rng.In(-30, 60));
            var x = 620 + ((row * 0.62) + rng.Near(0, 0.12)) * (y - 560) / 4.2;
            if (x < -20 || x > 1620)
                continue;
            var tall = (y - 560) * rng.In(0.02, 0.055);
            dabs.Add(x, y - (tall / 2), rng.Near(0, tall * 0.4), -tall, 1 + (t * 1.8), Ink.Parse("#7a5727").Mix("#ffe9ad", rng.Next()));
        }
        for (var i = 0; i < 520; i++)
        {
            var t = rng.Next();
            var y = 800 + (t * 270);
            dabs.Add(rng.In(0, 1600), y, rng.In(-26, 26), rng.In(-8, 8), 1 + t, Ink.Parse("#fff0c4").Mix("#b58a45", rng.Next()));
        }
        dabs.On(svg, 0.8);
        Pen pen = new();
        foreach (var (x, y, s, f) in new[] { (1060.0, 520.0, 34.0, 0.6), (1130, 470, 28, -0.4), (1010, 440, 24, 0.9), (1220, 560, 30, 0.2), (960, 490, 20, -0.8), (1150, 600, 26, 1) })
            Birds.Gull(pen, x, y, s, f, 0.1);
        svg.Path(pen.ToString(), "#fffaf0");
    }
}
