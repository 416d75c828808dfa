namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A lighthouse on its rocks: sun on the tower, storm behind it.</summary>
public sealed class Lighthouse() : Scene("lighthouse")
{
    private const double Horizon = 735;

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(288, 136).Paint(Heaven).Element(0, 0, 1600, Horizon + 5));
        Rain(svg);
        Sea(svg);
        Headland(svg);
        Tower(svg);
        House(svg);
        Surf(svg);
        Gulls(svg);
        svg.Vignette("#0d1720", 0.4);
        svg.Mottle(0.09);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v * 0.93, 1.5, -0.45, 77, (-0.8, -0.2), 0.8);
        var bright = Noise.Step(0.5, -0.05, u + (Noise.Fbm(u * 3, v * 3, 3, 4) * 0.14) + ((1 - v) * 0.12));
        var dark = Ink.Ramp(v, (0, "#333f50"), (0.5, "#3d4a5c"), (0.85, "#4b5b6b"), (1, "#6c7c86"));
        var lit = Ink.Ramp(v, (0, "#8793a0"), (0.6, "#b9bdba"), (1, "#e6dcc2"));
        return dark.Mix(lit, bright * 0.75).Lit(0.8 + (light * 0.45 * cover)).Mix("#f4e6c6", bright * light * 0.35);
    }

    private static void Rain(Svg svg)
    {
        var rng = new Rng(19);
        for (var i = 0; i < 12; i++)
        {
            var x = 980 + (i * 62) + rng.In(-30, 30);
            svg.Path(new Pen().Polygon((x + 120, 260), (x + 240, 260), (x + 110, Horizon), (x - 60, Horizon)).ToString(), svg.Vertical((0, "#242f3e", 0), (0.4, "#242f3e", rng.In(0.1, 0.3)), (1, "#55646f", 0.18)));
        }
    }

    private static void Sea(Svg svg)
    {
        svg.Rect(0, Horizon, 1600, 340, svg.Vertical((0, "#6d8588", 1), (0.06, "#456568", 1), (0.45, "#2b5052", 1), (1, "#153338", 1)));
        var rng = new Rng(2);
        var dabs = new Dabs();
        Water.Ripples(dabs, -60, 1660, Horizon + 1, 1080, 2400, rng, (x, y) =>
        {
            var t = (y - Horizon) / 330;
            var swell = Noise.Fbm(x / (70 + (t * 260)), y / (6 + (t * 34)), 3, 5);
            var sun = Noise.Step(900, 100, x) * 0.5;
            return swell > 0.42 - (sun * 0.2) ? Ink.Parse("#dfe6dc").Mix("#9fb5ad", rng.Next()) : Ink.Parse("#7f9c95").Mix("#16363b", Math.Clamp(t + 0.25 - (swell * 0.7) - (sun * 0.5), 0, 1)).Stray(rng, 0.04);
        }, 110, 7, 1.4);
        dabs.On(svg, 0.8);
    }

    private static double Top(double x) => 800 + (Noise.Step(440, 290, x) * 290) - (Noise.Step(330, 760, x) * 165) - (Noise.Step(700, 1000, x) * 38) + (Noise.Step(1130, 1420, x) * 170) + (Noise.Step(1350, 1640, x) * 70) + (Noise.Fbm(x / 130, 3, 4, 9) * 24);

    private static void Headland(Svg svg)
    {
        var rng = new Rng(44);
        var outline = new Pen(5).Move(280, 1080);
        for (var x = 300.0; x <= 1650; x += 13)
            outline.Line(x, Top(x) + (Noise.At(x / 17, 1) * 6));
        svg.Path(outline.Line(1650, 1080).Close().ToString(), svg.Vertical((0, "#6d6350", 1), (0.35, "#413d38", 1), (1, "#1a1f22", 1)));
        var rock = new Canvas(270, 94).Paint((u, v) =>
        {
            double x = 280 + (u * 1344), y = 610 + (v * 464), d = (y - Top(x)) / 420;
            var strata = (y / 74) - (x / 260);
            var tone = Rocks.Face((x / 105) + (strata * 0.25), strata, 7, (-0.75, -0.65)) - (d * 0.24) + (Noise.Step(1200, 420, x) * 0.16) - 0.03;
            var wet = Noise.Step(950, 1040, y + (Noise.Fbm(x / 90, 1, 3, 4) * 40));
            var ink = Ink.Ramp(tone, (0.1, "#14181c"), (0.32, "#39362f"), (0.5, "#6d614d"), (0.7, "#a8926c"), (0.95, "#ecd9a9"));
            return ink.Mix("#1c2a2b", wet * 0.65).With(d < -0.02 ? 0 : 1);
        });
        var edge = svg.Define(id => $"<clipPath id='{id}'><path d='{outline}'/></clipPath>");
        svg.Add($"<g clip-path='{edge}'>{rock.Element(280, 610, 1344, 464)}</g>");
        var dabs = new Dabs("butt");
        for (var i = 0; i < 900; i++)
        {
            var x = 300 + (rng.Next() * 1320);
            var y = Top(x) + 14 + (rng.Next() * (1060 - Top(x)));
            var here = rock.Look((x - 280) / 1344, (y - 610) / 464);
            dabs.Add(x, y, rng.In(6, 26), rng.In(-11, 2), rng.In(1.2, 4), here.Lit(rng.In(0.75, 1.35)));
        }
        dabs.On(svg, 0.75);
        for (var i = 0; i < 1050; i++)
        {
            var x = 470 + (rng.Next() * 900);
            var y = Top(x) + (Math.Pow(rng.Next(), 1.5) * 42) - 3;
            dabs.Add((x, y), (x + 2, y - 5), (x + rng.In(2, 9), y - rng.In(5, 15)), rng.In(1, 2.4), Ink.Parse("#3c4426").Mix("#b3ad58", rng.Next() * Noise.Step(1250, 500, x)).Stray(rng));
        }
        dabs.On(svg);
    }

    private static void Tower(Svg svg)
    {
        const double x = 930, foot = 614;
        var body = svg.Horizontal((0, "#fff3da", 1), (0.3, "#fdeccb", 1), (0.5, "#cfc7bd", 1), (0.72, "#7d8492", 1), (1, "#4b5566", 1));
        var red = svg.Horizontal((0, "#d9573f", 1), (0.32, "#cf4b36", 1), (0.5, "#a03a31", 1), (0.74, "#682d31", 1), (1, "#42262f", 1));
        double Half(double y) => 34 + ((y - 190) / (foot - 190) * 24);
        svg.Path(new Pen().Polygon((x - 66, foot + 26), (x + 66, foot + 26), (x + 60, foot - 6), (x - 60, foot - 6)).ToString(), body);
        svg.Path(new Pen().Polygon((x - Half(190), 190), (x + Half(190), 190), (x + Half(foot), foot), (x - Half(foot), foot)).ToString(), body);
        foreach (var (from, to) in new[] { (262.0, 350.0), (438.0, 526.0) })
        {
            svg.Path(new Pen().Move(x - Half(from), from).Quad((x, from + 12), (x + Half(from), from)).Line(x + Half(to), to).Quad((x, to + 14), (x - Half(to), to)).Close().ToString(), red);
        }
        var rng = new Rng(10);
        var dabs = new Dabs();
        for (var i = 0; i < 330; i++)
        {
            var y = rng.In(196, foot + 18);
            var side = rng.Near(0, 0.95);
            dabs.Add(x + (side * Half(y)), y, rng.Near(0, 2), rng.In(4, 22), rng.In(1, 3), side < 0 ? Ink.Parse("#8f7f6a").Mix("#fff6e0", rng.Next()) : Ink.Parse("#2f3542").Mix("#9aa0aa", rng.Next()));
        }
        dabs.On(svg, 0.22);
        foreach (var y in new[] { 236.0, 392, 566 })
        {
            svg.Rect(x - 14, y - 14, 18, 28, "#2a2e38").Rect(x - 14, y - 14, 5, 28, "#e9dfc9").Rect(x - 17, y + 14, 24, 4, "#d9cdb4");
        }
        svg.Path(new Pen().Polygon((x - 52, 190), (x + 52, 190), (x + 46, 176), (x - 46, 176)).ToString(), svg.Horizontal((0, "#f6e3bd", 1), (0.5, "#8a857f", 1), (1, "#333a46", 1)));
        svg.Rect(x - 27, 118, 54, 58, svg.Horizontal((0, "#ffe9a8", 1), (0.45, "#fff6cf", 1), (1, "#a59b74", 1)));
        for (var i = 0; i < 7; i++)
            svg.Line([(x - 27 + (i * 9), 118), (x - 27 + (i * 9), 176)], "#3a2a2c", 2);
        svg.Line([(x - 27, 146), (x + 27, 146)], "#3a2a2c", 2);
        for (var i = 0; i <= 12; i++)
            svg.Line([(x - 50 + (i * 8.4), 176), (x - 50 + (i * 8.4), 154)], "#2c2f38", 1.6);
        svg.Line([(x - 51, 154), (x + 51, 154)], "#39302f", 2.4);
        svg.Path(new Pen().Move(x - 34, 119).Curve((x - 30, 92), (x - 12, 84), (x, 70)).Curve((x + 12, 84), (x + 30, 92), (x + 34, 119)).Close().ToString(), red);
        svg.Line([(x, 72), (x, 40)], "#2c2f38", 3);
        svg.Circle(x, 70, 5, "#2c2f38");
        svg.Glow(x - 4, 146, 210, "#ffe9a0", 0.75);
        svg.Path(new Pen().Polygon((x - 10, 140), (x - 10, 153), (-20, 260), (-20, 150)).ToString(), svg.Horizontal((0, "#ffedb5", 0), (0.55, "#ffedb5", 0.16), (1, "#ffedb5", 0.6)));
        svg.Path(new Pen().Polygon((x + 12, 140), (x + 12, 153), (1620, 190), (1620, 96)).ToString(), svg.Horizontal((0, "#ffedb5", 0.45), (0.5, "#ffedb5", 0.12), (1, "#ffedb5", 0)));
    }

    private static void House(Svg svg)
    {
        svg.Path(new Pen().Polygon((1018, 630), (1018, 566), (1186, 560), (1186, 634)).ToString(), "#8f8d8c");
        svg.Path(new Pen().Polygon((1018, 630), (1018, 566), (990, 530), (962, 568), (962, 634)).ToString(), "#f7e6c4");
        svg.Path(new Pen().Polygon((990, 524), (1152, 516), (1194, 562), (1016, 569)).ToString(), "#6d3230");
        svg.Path(new Pen().Polygon((990, 524), (956, 568), (963, 571), (992, 534), (1016, 569), (1022, 564)).ToString(), "#c96a4c");
        var dabs = new Dabs("butt");
        var rng = new Rng(6);
        for (var i = 0; i < 90; i++)
        {
            double s = rng.Next(), t = rng.Next();
            dabs.Add(992 + (s * 160) + (t * 30), 526 - (s * 8) + (t * 38), 9, -0.5, 2, Ink.Parse("#4d2528").Mix("#96493c", rng.Next()));
        }
        dabs.On(svg, 0.7);
        svg.Rect(1100, 500, 18, 26, "#55453f").Rect(1097, 497, 24, 5, "#8a7a6c");
        foreach (var x in new[] { 1040.0, 1086, 1142 })
            svg.Rect(x, 584, 20, 25, "#3a3f4a").Rect(x + 9, 584, 2, 25, "#cfc5b2").Rect(x - 2, 609, 24, 3, "#bdb3a2");
        svg.Rect(980, 590, 19, 42, "#7d3a34");
        svg.Rect(983, 553, 13, 15, "#3a3f4a");
        svg.Line([(740, 644), (800, 636), (870, 634), (940, 640)], "#d9cfb8", 2.4);
        for (var i = 0; i < 9; i++)
            svg.Line([(740 + (i * 25), 652 - (i * 1.2)), (740 + (i * 25), 632 - (i * 0.8))], "#e9dcc0", 2.6);
        People.Stand(svg, 828, 646, 46, new Look("#d9a12f", "#2f3238", "#b88a70") { Stride = 0.4, Rim = "#fff0c8", RimSide = -1 });
    }

    private static void Surf(Svg svg)
    {
        var rng = new Rng(55);
        var burst = new Canvas(170, 130).Paint((u, v) =>
        {
            double d = 0;
            foreach (var (x, y, w, h) in new[] { (0.36, 0.93, 0.15, 0.85), (0.5, 0.95, 0.12, 0.6), (0.2, 0.95, 0.14, 0.5), (0.66, 0.97, 0.16, 0.4), (0.84, 0.98, 0.12, 0.25) })
            {
                var up = (y - v) / h;
                var spread = (u - x - (up * up * 0.08)) / (w * (0.5 + (Math.Max(0, up) * 0.8)));
                if (up > -0.1)
                    d = Math.Max(d, Math.Max(0, 1 - (spread * spread)) * Math.Clamp(1 - up, 0, 1) * 1.7);
            }
            var broken = Noise.Fbm(u * 9, v * 12, 5, 3, 0.62);
            return Ink.Parse("#93a7a9").Mix("#fffaf0", Noise.Step(0.95, 0.2, u) * 0.75 + (broken * 0.4)).With(Math.Clamp((d * 1.1) + (broken * 0.8) - 0.35, 0, 0.97) * Noise.Step(0, 0.35, d) * Noise.Step(1, 0.9, v));
        });
        svg.Add(burst.Element(130, 500, 660, 560));
        var dabs = new Dabs();
        for (var i = 0; i < 300; i++)
        {
            var turn = rng.Near(-1.5, 0.75);
            var r = Math.Pow(rng.Next(), 0.6) * 480;
            var at = (Vec)(380, 1000) + Vec.Round(turn, r);
            dabs.Add(at.X, at.Y, Math.Cos(turn) * rng.In(0, 6), Math.Sin(turn) * rng.In(0, 6), rng.In(0.8, 3), "#fffaf0");
        }
        dabs.On(svg, 0.85);
        var foam = new Canvas(320, 50).Paint((u, v) =>
        {
            double x = u * 1600, y = 870 + (v * 200);
            var shore = 1002 + (Noise.Fbm(x / 150, 2, 3, 8) * 40) - (Noise.Step(520, 240, x) * 70);
            var lace = Noise.Ridged((x / 90) + (y / 60), y / 26, 4, 21, 0.6);
            var near = Math.Exp(-Math.Pow((y - shore) / (y < shore ? 26 : 70), 2));
            return Ink.Parse("#9db5b2").Mix("#fdfaf0", lace * 1.2).With(Math.Clamp((near * 1.5) + (lace * 1.1) - 1.05, 0, 0.95) * Noise.Step(0, 0.12, v));
        });
        svg.Add(foam.Element(0, 870, 1600, 200));
        for (var i = 0; i < 260; i++)
        {
            var x = rng.In(-20, 1620);
            var y = 1002 + (Noise.Fbm(x / 150, 2, 3, 8) * 40) - (Noise.Step(520, 240, x) * 70) + rng.Near(6, 30);
            dabs.Add(x, y, rng.In(6, 40), rng.In(-5, 3), rng.In(1, 4), Ink.Parse("#fffdf2").Mix("#a9c0bc", rng.Next() * rng.Next()));
        }
        dabs.On(svg, 0.7);
    }

    private static void Gulls(Svg svg)
    {
        var rng = new Rng(3);
        Pen lit = new(), dark = new();
        for (var i = 0; i < 15; i++)
            Birds.Gull(i % 4 == 0 ? dark : lit, rng.In(250, 800), rng.In(330, 620), rng.In(16, 44), rng.In(-1, 1), rng.Near(0, 0.6));
        svg.Path(lit.ToString(), "#fff8e8");
        svg.Path(dark.ToString(), "#2c3542");
    }
}
