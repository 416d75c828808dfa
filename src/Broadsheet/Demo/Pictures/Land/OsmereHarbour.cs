namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The harbour of Osmere in early sun: boats at the quay, cranes behind.</summary>
public sealed class OsmereHarbour() : Scene("osmere-harbour")
{
    private const double Quay = 640;

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(220, 92).Paint(Heaven).Element(0, 0, 1600, 680));
        svg.Glow(430, 470, 620, "#fff2b8", 0.7);
        svg.Add("<g id='shore'>");
        City(svg);
        Cranes(svg);
        Sheds(svg);
        svg.Add("</g>");
        Basin(svg);
        Fleet(svg);
        Stage(svg);
        Gulls(svg);
        svg.Vignette("#1c2a2c", 0.38);
        svg.Mottle(0.1);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v, 1.8, 0.02, 12, (-0.5, 0.7), 0.5, 1.2);
        var sun = Math.Exp(-(Math.Pow((u - 0.27) * 2, 2) + Math.Pow((v - 0.7) * 2, 2)));
        var ink = Ink.Ramp(v, (0, "#8fb7b4"), (0.4, "#c4d3b4"), (0.75, "#f1e2a4"), (1, "#f6d692")).Mix("#fff4c4", sun * 0.6);
        return ink.Mix(Ink.Parse("#9aa69e").Mix("#fff6d6", light), cover * 0.8 * Noise.Step(1, 0.7, v));
    }

    private static void City(Svg svg)
    {
        var rng = new Rng(6);
        for (var layer = 0; layer < 3; layer++)
        {
            var ink = Ink.Ramp(layer / 2.0, (0, "#d3cf9f"), (0.5, "#b3b795"), (1, "#8fa08c"));
            var pen = new Pen(5).Move(-10, 650);
            for (var x = -10.0; x < 1620;)
            {
                var w = rng.In(16, 54);
                var top = 560 - (layer * 6) - (Math.Max(0, Noise.At((x / 260) + (layer * 8), 2)) * (130 - (layer * 30))) - rng.In(0, 34);
                if (rng.Chance(0.45))
                    pen.Line(x, top).Line(x + (w / 2), top - rng.In(6, 20)).Line(x + w, top);
                else
                    pen.Line(x, top).Line(x + w, top);
                x += w;
            }
            svg.Path(pen.Line(1620, 650).Close().ToString(), svg.Vertical((0, ink, 1), (1, ink.Mix("#f4dfa4", 0.5), 1)));
        }
        foreach (var (x, h) in new[] { (620.0, 250.0), (1340.0, 200.0) })
            svg.Path(new Pen().Polygon((x - 14, 620), (x - 14, 620 - (h * 0.6)), (x - 9, 612 - (h * 0.6)), (x, 620 - h), (x + 9, 612 - (h * 0.6)), (x + 14, 620 - (h * 0.6)), (x + 14, 620)).ToString(), "#a3ab92");
        svg.Path(new Pen().Move(560, 620).Line(560, 520).Curve((562, 480), (590, 462), (604, 456)).Curve((618, 462), (646, 480), (648, 520)).Line(648, 620).Close().ToString(), "#9caa98");
        svg.Haze(440, 610, 680, "#fae9b4", 0.6);
    }

    private static void Cranes(Svg svg)
    {
        foreach (var (x, s, reach, ink, lit) in new[] { (980.0, 0.82, -1.0, "#5d7d7c", "#d9d9a8"), (1170.0, 0.95, -1.0, "#4a6a6c", "#e3d89c"), (1400.0, 1.1, -1.0, "#3a5658", "#f0dc96"), (190.0, 0.7, 1.0, "#7d9488", "#e9dda6") })
            Crane(svg, x, s, reach, ink, lit);
    }

    private static void Crane(Svg svg, double x, double s, double way, string ink, string lit)
    {
        Vec At(double dx, double up) => (x + (way * s * dx), Quay - (s * up));
        Pen body = new(), edge = new(), thin = new();
        foreach (var (dx, to) in new[] { (-52.0, -34.0), (52, 34) })
        {
            body.Strip([At(dx, 0), At(to, 190)], _ => 9 * s);
            edge.Move(At(dx - 3, 0)).Line(At(to - 3, 190));
        }
        body.Polygon(At(-46, 96), At(46, 96), At(45, 84), At(-45, 84)).Polygon(At(-44, 206), At(44, 206), At(44, 186), At(-44, 186));
        thin.Move(At(-48, 20)).Line(At(40, 92)).Move(At(48, 20)).Line(At(-40, 92)).Move(At(-40, 100)).Line(At(34, 184)).Move(At(40, 100)).Line(At(-34, 184));
        body.Polygon(At(-40, 206), At(-46, 262), At(24, 270), At(30, 206));
        Vec root = At(20, 232), tip = At(250, 440), peak = At(-14, 356), tail = At(-92, 296);
        var side = (tip - root).Normal * (9 * s);
        thin.Move(root + side).Line(tip).Line(root - side);
        for (var i = 0; i < 18; i++)
        {
            double t = i / 18.0, u = (i + 1) / 18.0;
            var a = side * (1 - t);
            var b = side * (1 - u);
            thin.Move(root.To(tip, t) + (i % 2 == 0 ? a : a * -1)).Line(root.To(tip, u) + (i % 2 == 0 ? b * -1 : b));
        }
        thin.Move(At(-36, 262)).Line(peak).Line(At(14, 268)).Move(peak).Line(tip).Move(peak).Line(root.To(tip, 0.55)).Move(peak).Line(tail).Line(At(-40, 240));
        body.Polygon(tail + (-12 * s, -8 * s), tail + (16 * s, -8 * s), tail + (16 * s, 20 * s), tail + (-12 * s, 20 * s));
        thin.Move(tip).Line(tip + (0, 236 * s));
        var hook = tip + (0, 236 * s);
        body.Polygon(hook + (-32 * s, 0), hook + (32 * s, 0), hook + (32 * s, 26 * s), hook + (-32 * s, 26 * s));
        svg.Path(thin.ToString(), "none", $"stroke='{ink}' stroke-width='{Svg.N(2.4 * s)}'");
        svg.Path(body.ToString(), ink);
        svg.Path(edge.ToString(), "none", $"stroke='{lit}' stroke-width='{Svg.N(2 * s)}'");
        svg.Path(new Pen().Polygon(At(2, 258), At(2, 232), At(26, 232), At(22, 260)).ToString(), lit);
        svg.Path(new Pen().Polygon(At(-40, 206), At(-46, 262), At(-38, 263), At(-33, 206)).ToString(), lit, "fill-opacity='.7'");
    }

    private static void Sheds(Svg svg)
    {
        var rng = new Rng(18);
        foreach (var (x, w, h, wall, roof) in new[] { (-20.0, 250.0, 96.0, "#a86a4a", "#7d7f78"), (240, 180, 78, "#c2a06a", "#6d7a76"), (640, 240, 92, "#8f4f3e", "#74807c"), (900, 150, 70, "#b58a5c", "#5f706e"), (1080, 260, 84, "#7d8f88", "#5a6a6a"), (1370, 260, 104, "#9a5a44", "#66736f") })
        {
            var bays = (int)(w / 60);
            svg.Path(new Pen().Box(x, Quay - h, w, h).ToString(), svg.Horizontal((0, Ink.Parse(wall).Mix("#ffe6a8", 0.35), 1), (1, wall, 1)));
            for (var i = 0; i < bays; i++)
            {
                var left = x + (i * w / bays);
                svg.Path(new Pen().Polygon((left, Quay - h), (left + (w / bays * 0.5), Quay - h - 26), (left + (w / bays), Quay - h)).ToString(), wall);
                svg.Path(new Pen().Polygon((left - 2, Quay - h + 2), (left + (w / bays * 0.5), Quay - h - 30), (left + (w / bays * 0.56), Quay - h - 27), (left + 6, Quay - h + 2)).ToString(), "#f3dfa6");
                svg.Path(new Pen().Polygon((left + (w / bays * 0.5), Quay - h - 30), (left + (w / bays) + 3, Quay - h + 2), (left + (w / bays) - 5, Quay - h + 2)).ToString(), roof);
                svg.Rect(left + 12, Quay - (h * 0.58), w / bays - 24, h * 0.58, Ink.Parse(wall).Lit(0.55));
                for (var k = 0; k < 4; k++)
                    svg.Rect(left + 12, Quay - (h * 0.5) + (k * h * 0.13), w / bays - 24, 1.4, Ink.Parse(wall).Lit(0.75));
            }
        }
        var crates = new (double X, double Y, double W, double H, string Ink)[60];
        for (var i = 0; i < crates.Length; i++)
            crates[i] = (rng.In(0, 1600), Quay, rng.In(14, 34), rng.In(8, 22), rng.Pick("#c2582f", "#3f6f74", "#d9b04a", "#7d5a3c", "#e2d9b8", "#4a7a5c"));
        foreach (var (x, y, w, h, ink) in crates)
        {
            svg.Rect(x, y - h, w, h, ink);
            svg.Rect(x, y - h, w * 0.25, h, Ink.Parse(ink).Mix("#fff0c0", 0.5));
        }
        svg.Path(new Pen().Box(-10, Quay, 1620, 34).ToString(), svg.Vertical((0, "#b5ae8a", 1), (0.2, "#77796a", 1), (1, "#3f4a46", 1)));
        var dabs = new Dabs("butt");
        for (var i = 0; i < 330; i++)
            dabs.Add(rng.In(0, 1600), Quay + rng.In(5, 32), rng.In(10, 40), 0, rng.In(2, 6), Ink.Parse("#3c4440").Mix("#a8a486", rng.Next()));
        dabs.On(svg, 0.5);
        for (var i = 0; i < 20; i++)
        {
            var x = 30 + (i * 82);
            svg.Path(new Pen().Box(x, Quay - 9, 10, 9).Box(x - 2, Quay - 12, 14, 4).ToString(), "#2f3a38");
            svg.Path(new Pen().Oval(x + 40, Quay + 20, 9, 11).ToString(), "#22292a");
        }
        foreach (var (x, coat, stride) in new[] { (320.0, "#d08a2f", 0.4), (344, "#3f5a66", -0.3), (560, "#3a4a4a", 0.3), (842, "#c2582f", 0.5), (1048, "#d0a23a", -0.4), (1322, "#41566a", 0.2) })
            People.Stand(svg, x, Quay, 46, new Look(coat, "#2f3432", "#b88a66") { Stride = stride, RimSide = -1, Rim = "#fff2c4", Hem = 0.44 });
    }

    private static void Basin(Svg svg)
    {
        const double top = Quay + 34;
        var clip = svg.Define(id => $"<clipPath id='{id}'><rect x='0' y='{top}' width='1600' height='400'/></clipPath>");
        svg.Rect(0, top, 1600, 400, svg.Vertical((0, "#d9d3a0", 1), (0.5, "#8fa896", 1), (1, "#44615c", 1)));
        svg.Add($"<g clip-path='{clip}'><use xlink:href='#shore' transform='translate(0 {Svg.N(top * 2)}) scale(1 -1)' opacity='.6'/></g>");
        svg.Rect(0, top, 1600, 400, svg.Vertical((0, "#c9c08c", 0.15), (0.4, "#6d8a7c", 0.4), (1, "#27443f", 0.85)));
        var rng = new Rng(9);
        var dabs = new Dabs();
        Water.Ripples(dabs, -40, 1640, top + 1, 1078, 1900, rng, (x, y) =>
        {
            var t = (y - top) / 390;
            var sun = Math.Exp(-Math.Pow((x - 430) / (90 + (t * 170)), 2));
            return rng.Chance(0.12 + (sun * 0.6)) ? Ink.Parse("#fff3bc").Mix("#e9d894", rng.Next()) : Ink.Parse("#9aa884").Mix("#1f3d3c", Math.Clamp(t + rng.Near(0.05, 0.4), 0, 1));
        }, 105, 6, 1.35);
        dabs.On(svg, 0.55);
    }

    private static void Fleet(Svg svg)
    {
        var rng = new Rng(3);
        foreach (var (x, y, s, way, hull, house, band, kind) in new[]
        {
            (1120.0, 742.0, 120.0, -1.0, "#2f5a66", "#f0e6c8", "#d9a43a", 0), (760.0, 752.0, 96.0, 1.0, "#8f3a2c", "#f3ead0", "#e3d9b8", 1), (1420.0, 790.0, 170.0, -1.0, "#20404a", "#efe4c4", "#b8442f", 0), (560.0, 800.0, 120.0, 1.0, "#3f6f5c", "#f3ead0", "#e9c25a", 1), (980.0, 880.0, 240.0, -1.0, "#9c3c2c", "#f6eed6", "#f0e2b8", 0),
        })
        {
            svg.Add($"<g id='boat{Svg.N(x)}'>");
            if (kind == 0)
                Boats.Trawler(svg, x, y, s, way, hull, house, band);
            else
                Boats.Skiff(svg, x, y, s, way, hull, house, band);
            svg.Path(new Pen().Polygon((x - s, y - (s * 0.24)), (x - (s * 0.62), y - (s * 0.2)), (x - (s * 0.62), y), (x - (s * 0.94), y)).ToString(), "#fff0b4", "fill-opacity='.28'");
            svg.Add("</g>");
            var clip = svg.Define(id => $"<clipPath id='{id}'><rect x='{Svg.N(x - (s * 1.2))}' y='{Svg.N(y + 2)}' width='{Svg.N(s * 2.4)}' height='{Svg.N(s * 0.95)}'/></clipPath>");
            svg.Add($"<g clip-path='{clip}'><use xlink:href='#boat{Svg.N(x)}' transform='translate(0 {Svg.N((y * 1.85) + 5)}) scale(1 -.85)' opacity='.5'/></g>");
            var dabs = new Dabs();
            for (var i = 0; i < s * 0.7; i++)
            {
                var t = rng.Next();
                dabs.Add(x + (rng.Near(0, 1.1) * s), y + 3 + (t * s * 0.85), rng.In(0.08, 0.4) * s, 0, 1 + (s * 0.02 * rng.Next()), rng.Chance(0.4) ? Ink.Parse("#fff3c0") : Ink.Parse("#2f504c").Mix("#86a08a", rng.Next()));
            }
            dabs.On(svg, 0.6);
        }
        svg.Path(new Pen().Move(330, 690).Quad((430, 760), (470, 780)).Move(760, 690).Quad((700, 720), (668, 736)).ToString(), "none", "stroke='#6d5f3f' stroke-width='2'");
    }

    /// <summary>A landing stage in front, with nets, pots and a fisherman.</summary>
    private static void Stage(Svg svg)
    {
        var rng = new Rng(41);
        svg.Path(new Pen().Polygon((-10, 936), (560, 968), (640, 1080), (-10, 1080)).ToString(), svg.Horizontal((0, "#6a5a40", 1), (1, "#a68e60", 1)));
        var planks = new Dabs("butt");
        for (var i = 0; i < 17; i++)
        {
            double x = -10 + (i * 38), y = 938 + (i * 2.1);
            svg.Line([(x, y), (x + 40 + (i * 3), 1080)], "#3f3526", 2.4);
        }
        for (var i = 0; i < 420; i++)
        {
            double x = rng.In(-10, 600), y = rng.In(950 + (x * 0.05), 1075);
            planks.Add(x, y, rng.In(2, 6), rng.In(8, 40), rng.In(1, 3), Ink.Parse("#4f432e").Mix("#d9c48c", rng.Next()));
        }
        planks.On(svg, 0.5);
        svg.Path(new Pen().Polygon((-10, 936), (560, 968), (640, 1080), (620, 1080), (546, 980), (-10, 950)).ToString(), "#e3cf96", "fill-opacity='.75'");
        foreach (var (x, y) in new[] { (110.0, 948.0), (400, 962), (548, 984) })
        {
            svg.Rect(x, y - 84, 26, 104, svg.Horizontal((0, "#e6d09a", 1), (0.4, "#8f7850", 1), (1, "#4f432e", 1)));
            svg.Path(new Pen().Oval(x + 13, y - 84, 13, 5).ToString(), "#c9b27e");
            svg.Path(new Pen().Strip([(x - 2, y - 56), (x + 14, y - 50), (x + 29, y - 57)], _ => 6).Strip([(x - 2, y - 46), (x + 14, y - 40), (x + 29, y - 47)], _ => 6).ToString(), "#d3bd84");
        }
        svg.Path(new Pen().Move(122, 900).Quad((260, 960), (414, 912)).Move(414, 912).Quad((490, 950), (560, 932)).ToString(), "none", "stroke='#c9b27e' stroke-width='4'");
        var net = new Dabs();
        for (var i = 0; i < 460; i++)
        {
            double t = rng.Near(0, 1), x = 240 + (t * 92), y = 1040 - (rng.Next() * 58 * (1 - (t * t)));
            net.Add((x, y), (x + rng.Near(0, 16), y - rng.In(2, 10)), (x + rng.Near(0, 24), y + rng.In(0, 6)), rng.In(1, 2.2), Ink.Parse("#1f5a54").Mix(rng.Chance(0.3) ? "#d98a3a" : "#7fc0a4", rng.Next()));
        }
        net.On(svg);
        foreach (var (x, y, ink) in new[] { (210.0, 1040.0, "#e2783a"), (262, 1050, "#f0c04a"), (300, 1034, "#e2783a"), (180, 1020, "#f3ead0") })
            svg.Circle(x, y, 11, ink).Circle(x - 3, y - 3, 4, "#fff4d0");
        for (var k = 0; k < 3; k++)
        {
            double x = 420 + (k * 42), y = 1046 - (k == 1 ? 40 : 0);
            svg.Path(new Pen().Box(x - 26, y - 40, 62, 40).ToString(), "#5d4a34");
            for (var i = 0; i < 5; i++)
                svg.Line([(x - 24 + (i * 14), y - 38), (x - 24 + (i * 14), y - 2)], "#b0935e", 3);
            svg.Line([(x - 26, y - 20), (x + 36, y - 20)], "#b0935e", 3);
        }
        svg.Path(new Pen().Polygon((92, 1062), (126, 1062), (-10, 1080), (-10, 1070)).ToString(), "#2f281c", "fill-opacity='.5'");
        People.Stand(svg, 86, 1064, 208, new Look("#d9992f", "#3a4a4c", "#b8835c") { Stride = 0.15, Hem = 0.4, RimSide = 1, Rim = "#fff2bc", Hair = "#2f4a56", Reach = 0.8 });
        svg.Path(new Pen().Strip([(146, 920), (190, 980), (214, 1020)], _ => 3).ToString(), "#c9b27e");
    }

    private static void Gulls(Svg svg)
    {
        Pen lit = new(), shade = new();
        foreach (var (x, y, s, f, b) in new[] { (300.0, 250.0, 90.0, 0.8, -0.2), (470, 180, 56, -0.5, 0.1), (730, 300, 44, 0.5, 0.2), (860, 150, 34, 1, 0), (620, 420, 30, 0.3, -0.2), (1290, 120, 40, 0.7, 0.2), (350, 560, 26, 0.6, 0) })
        {
            Birds.Gull(shade, x, y + (s * 0.025), s, f, b);
            Birds.Gull(lit, x, y - (s * 0.01), s * 0.95, f, b);
        }
        svg.Path(shade.ToString(), "#6d7a74");
        svg.Path(lit.ToString(), "#fffbe8");
    }
}
