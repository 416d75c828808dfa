namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A ferry kept at the quay, the sea coming over the wall.</summary>
public sealed class FerryStorm() : Scene("ferry-storm")
{
    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(260, 120).Paint(Heaven).Element(0, 0, 1600, 740));
        Swell(svg, 0);
        Ferry(svg);
        Swell(svg, 1);
        Quay(svg);
        Burst(svg);
        Watchers(svg);
        Lamps(svg);
        Swell(svg, 2);
        Spray(svg);
        svg.Vignette("#060d10", 0.55);
        svg.Mottle(0.12, across: 9, down: 18);
        svg.Grain(0.15);
    }

    private static Ink Heaven(double u, double v)
    {
        var torn = Noise.Fbm((u * 3.2) + (v * 1.6), (v * 4.4) - (u * 0.8), 6, 71, 0.58);
        var low = Noise.Fbm((u * 6) + (v * 3), v * 9, 4, 13);
        var ink = Ink.Ramp(v, (0, "#2c3b3f"), (0.35, "#4c6160"), (0.7, "#839489"), (1, "#b3b89c"));
        return ink.Lit(0.95 + (torn * 0.5) + (low * 0.12)).Mix("#c9cdb0", Noise.Step(0.25, 0.75, torn) * Math.Exp(-Math.Pow((u - 0.7) / 0.22, 2)) * 0.8);
    }

    private static double Crest(int layer, double x) => layer switch
    {
        0 => 640 + (Noise.Fbm(x / 190, 1, 4, 4) * 40),
        1 => 745 + (Noise.Fbm((x / 260) + 3, 2, 4, 5) * 58) - (46 * Math.Exp(-Math.Pow((x - 1450) / 200, 2))),
        _ => 930 + (Noise.Fbm((x / 420) + 9, 3, 4, 6) * 100) + (60 * Math.Exp(-Math.Pow((x - 300) / 420, 2))) - (70 * Math.Exp(-Math.Pow((x - 1290) / 210, 2))),
    };

    private static void Swell(Svg svg, int layer)
    {
        var rng = new Rng((ulong)(layer + 70));
        string[] tops = ["#6a8078", "#53706a", "#33524f"], lows = ["#4a625e", "#2a4644", "#0f2426"];
        var pen = new Pen(5).Move(-10, 1080);
        for (var x = -10.0; x <= 1620; x += 14)
            pen.Line(x, Crest(layer, x));
        var shape = pen.Line(1620, 1080).Close().ToString();
        svg.Path(shape, svg.Vertical((0, tops[layer], 1), (0.5, lows[layer], 1), (1, "#0f2224", 1)));
        var depth = 190 + (layer * 90.0);
        var top = Crest(layer, 800) - 110;
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{shape}'/></clipPath>");
        var foam = new Canvas(250, 58).Paint((u, v) =>
        {
            double x = u * 1600, y = top + (v * depth * 1.6), down = (y - Crest(layer, x)) / depth;
            var lace = Noise.Ridged((x / (80 + (layer * 60))) + (y / 70), (y / (20 + (layer * 15))) - (x / 300), 4, 20 + layer, 0.6);
            var crest = Noise.Step(0.16, 0, down) * Math.Max(0, 0.55 + (Noise.Fbm(x / 110, layer, 3, 31) * 1.6));
            return Ink.Parse("#7f988f").Mix("#f2f3e6", lace + (crest * 0.4)).With(Math.Clamp((lace * 1.2) - 0.66 + crest, 0, 0.92) * Noise.Step(0.95, 0.3, down) * Noise.Step(0, 0.1, v) * Noise.Step(1, 0.85, v));
        });
        svg.Add($"<g clip-path='{clip}'>{foam.Element(0, top, 1600, depth * 1.6)}</g>");
        var dabs = new Dabs();
        for (var i = 0; i < 400 + (layer * 220); i++)
        {
            var x = rng.In(-10, 1610);
            var d = rng.Next();
            var y = Crest(layer, x) + (d * d * depth * 1.2);
            var slope = (Crest(layer, x + 8) - Crest(layer, x - 8)) / 16;
            var length = rng.In(10, 40 + (layer * 30));
            dabs.Add(x, y, length, slope * length * (1 - (d * 0.5)), rng.In(1, 2.5 + (layer * 1.8)), d < 0.1 && rng.Chance(0.6) ? Ink.Parse("#f3f3e6").Mix("#9fb5aa", rng.Next() * 0.7) : Ink.Parse(lows[layer]).Mix(rng.Chance(0.35) ? "#a8bcae" : tops[layer], rng.Next()));
        }
        dabs.On(svg, 0.7);
    }

    private static void Ferry(Svg svg)
    {
        svg.Add("<g transform='translate(560 690) rotate(-3.4) scale(1.12)'>");
        var white = svg.Vertical((0, "#c3cbc0", 1), (1, "#8fa09a", 1));
        svg.Path(new Pen().Polygon((-250, -86), (-226, -150), (300, -150), (352, -86)).ToString(), white);
        svg.Path(new Pen().Polygon((-210, -150), (-196, -206), (232, -206), (270, -150)).ToString(), white);
        svg.Path(new Pen().Polygon((110, -206), (120, -250), (246, -250), (276, -206)).ToString(), white);
        svg.Path(new Pen().Polygon((104, -250), (112, -262), (262, -262), (270, -250)).ToString(), "#5d6f6c");
        svg.Path(new Pen().Polygon((126, -242), (122, -220), (262, -220), (252, -242)).ToString(), svg.Horizontal((0, "#e8c878", 1), (1, "#f6e2a8", 1)));
        for (var i = 0; i < 6; i++)
            svg.Line([(144 + (i * 20), -242), (143 + (i * 21), -220)], "#53645f", 3);
        svg.Path(new Pen().Polygon((-96, -206), (-88, -290), (-18, -290), (-4, -206)).ToString(), svg.Horizontal((0, "#8f3a30", 1), (1, "#5d2824", 1)));
        svg.Path(new Pen().Polygon((-91, -262), (-89, -282), (-20, -282), (-16, -262)).ToString(), "#d6d3bd");
        svg.Path(new Pen().Polygon((-90, -290), (-88, -304), (-22, -304), (-18, -290)).ToString(), "#1f2a2b");
        svg.Line([(180, -262), (182, -350)], "#3a4846", 5);
        svg.Line([(150, -322), (214, -322)], "#3a4846", 3);
        svg.Line([(160, -340), (204, -336)], "#3a4846", 4);
        svg.Path(new Pen().Move(182, -346).Line(-84, -300).Move(182, -346).Line(440, -70).ToString(), "none", "stroke='#3a4846' stroke-width='1.6'");
        Pen lit = new(), dim = new();
        var rng = new Rng(4);
        for (var i = 0; i < 22; i++)
            (rng.Chance(0.8) ? lit : dim).Box(-206 + (i * 24), -134, 14, 20);
        for (var i = 0; i < 15; i++)
            (rng.Chance(0.7) ? lit : dim).Box(-176 + (i * 27), -190, 15, 18);
        for (var i = 0; i < 18; i++)
            lit.Oval(-206 + (i * 29), -62, 5, 5);
        svg.Path(new Pen().Move(-318, -100).Line(-262, -86).Line(360, -86).Line(452, -112).Curve((430, -60), (400, -10), (384, 40)).Line(-300, 40).Curve((-312, 0), (-318, -50), (-318, -100)).Close().ToString(), svg.Vertical((0, "#2f4a55", 1), (0.5, "#203640", 1), (1, "#14252b", 1)));
        svg.Path(new Pen().Polygon((-318, -100), (-262, -86), (360, -86), (452, -112), (448, -98), (362, -70), (-262, -70), (-317, -84)).ToString(), "#d3d6c4");
        svg.Path(new Pen().Polygon((-306, 10), (390, 10), (384, 40), (-300, 40)).ToString(), "#7a2f28");
        svg.Path(lit.ToString(), "#ffd988");
        svg.Path(dim.ToString(), "#33494b");
        for (var i = 0; i < 3; i++)
        {
            double x = -150 + (i * 84);
            svg.Path(new Pen().Move(x, -214).Line(x + 64, -214).Curve((x + 60, -198), (x + 6, -198), (x, -214)).Close().ToString(), "#c9632f");
            svg.Line([(x + 8, -214), (x + 8, -232)], "#3a4846", 3);
            svg.Line([(x + 56, -214), (x + 56, -232)], "#3a4846", 3);
        }
        var rails = new Pen();
        for (var i = 0; i < 34; i++)
            rails.Move(-226 + (i * 15.6), -150).Line(-226 + (i * 15.6), -164);
        rails.Move(-228, -164).Line(300, -164).Move(-200, -206).Line(110, -206);
        svg.Path(rails.ToString(), "none", "stroke='#5d6f6c' stroke-width='1.6'");
        var streak = new Dabs();
        for (var i = 0; i < 260; i++)
            streak.Add(rng.In(-300, 380), rng.In(-60, 30), rng.In(-4, 2), rng.In(8, 40), rng.In(1, 3), Ink.Parse("#0f1d22").Mix(rng.Chance(0.3) ? "#9a5a3c" : "#6f8a8c", rng.Next()));
        streak.On(svg, 0.4);
        svg.Circle(182, -352, 5, "#fff4cc");
        svg.Glow(182, -352, 60, "#fff0c0", 0.8);
        svg.Glow(190, -232, 150, "#ffd988", 0.45);
        svg.Glow(40, -124, 330, "#ffcf7a", 0.3, 0.3);
        svg.Add("</g>");
    }

    private static void Quay(Svg svg)
    {
        var rng = new Rng(13);
        svg.Path(new Pen().Polygon((930, 716), (1610, 668), (1610, 960), (1010, 900)).ToString(), svg.Horizontal((0, "#4b5a57", 1), (1, "#2f3d3d", 1)));
        svg.Path(new Pen().Polygon((930, 716), (1610, 668), (1610, 626), (1040, 690)).ToString(), "#8f9a8c");
        var stones = new Dabs("butt");
        for (var i = 0; i < 420; i++)
        {
            double t = rng.Next(), row = Math.Floor(rng.In(0, 9)), x = 940 + (t * 660);
            stones.Add(x, 722 - (t * 44) + (row * (22 + (t * 6))), 34 + (t * 16), -2.4, 18, Ink.Parse("#29393a").Mix("#7d8c84", rng.Next()));
        }
        stones.On(svg, 0.5);
        for (var i = 0; i < 160; i++)
        {
            double t = rng.Next(), x = 950 + (t * 650);
            stones.Add(x, 690 - (t * 42) + rng.In(0, 24), rng.In(20, 80), -4, rng.In(1, 3), Ink.Parse("#6f7f78").Mix("#e3e4cc", rng.Next()));
        }
        stones.On(svg, 0.6);
        foreach (var (x, y, s) in new[] { (1000.0, 700.0, 0.8), (1140, 684, 1.0), (1320, 664, 1.15), (1500, 646, 1.3) })
        {
            svg.Path(new Pen().Polygon((x - (12 * s), y), (x - (8 * s), y - (26 * s)), (x - (15 * s), y - (34 * s)), (x + (15 * s), y - (34 * s)), (x + (8 * s), y - (26 * s)), (x + (12 * s), y)).ToString(), "#1a2525");
            svg.Line([(x - (8 * s), y - (30 * s)), (x + (8 * s), y - (32 * s))], "#a8b0a0", 2);
        }
        foreach (var (x, y, tx, ty) in new[] { (1000.0, 678.0, 960.0, 600.0), (1140, 656, 940, 622), (1320, 632, 1010, 586) })
            svg.Path(new Pen().Move(x, y).Quad(((x + tx) / 2, Math.Max(y, ty) + 16), (tx, ty)).ToString(), "none", "stroke='#1d2827' stroke-width='4'");
        svg.Path(new Pen().Box(1400, 520, 150, 116).ToString(), "#5b6a66");
        svg.Path(new Pen().Polygon((1386, 524), (1406, 476), (1546, 466), (1566, 518)).ToString(), "#2b3838");
        svg.Rect(1424, 556, 34, 40, "#ffd98c").Rect(1439, 556, 4, 40, "#2b3838").Rect(1490, 552, 38, 84, "#29393a").Rect(1497, 560, 24, 30, "#ffcf7a");
        svg.Glow(1441, 576, 130, "#ffd07a", 0.6);
    }

    private static void Watchers(Svg svg)
    {
        foreach (var (x, y, h, coat, lean) in new[] { (1392.0, 664.0, 92.0, "#e0a92f", -0.5), (1352, 670, 88, "#c24a2c", -0.6) })
        {
            svg.Add($"<g transform='rotate(11 {Svg.N(x)} {Svg.N(y)})'>");
            People.Stand(svg, x, y, h, new Look(coat, "#1c2626", "#a88468") { Stride = -lean, Hem = 0.34, RimSide = -1, Rim = "#fff0c0", Hair = coat, Hat = true });
            svg.Add("</g>");
        }
    }

    private static void Lamps(Svg svg)
    {
        foreach (var (x, y, s) in new[] { (1070.0, 690.0, 0.9), (1270, 668, 1.05), (1596, 632, 1.3) })
        {
            svg.Line([(x, y), (x, y - (210 * s)), (x - (30 * s), y - (222 * s))], "#131d1e", 6 * s, "stroke-linejoin='round'");
            svg.Path(new Pen().Polygon((x - (52 * s), y - (214 * s)), (x - (22 * s), y - (226 * s)), (x - (18 * s), y - (212 * s)), (x - (50 * s), y - (206 * s))).ToString(), "#fff0bc");
            svg.Glow(x - (36 * s), y - (212 * s), 250 * s, "#ffdb8c", 0.75);
            svg.Path(new Pen().Polygon((x - (50 * s), y - (208 * s)), (x - (20 * s), y - (210 * s)), (x + (70 * s), y), (x - (170 * s), y)).ToString(), svg.Vertical((0, "#ffe2a0", 0.4), (1, "#ffe2a0", 0)));
        }
    }

    /// <summary>The wave that has just met the wall.</summary>
    private static void Burst(Svg svg)
    {
        svg.Add(new Canvas(190, 150).Paint((u, v) =>
        {
            double d = 0;
            foreach (var (x, y, w, h, tilt) in new[] { (0.42, 1.0, 0.24, 1.0, 0.16), (0.27, 1.0, 0.2, 0.7, -0.05), (0.6, 1.0, 0.22, 0.72, 0.3), (0.78, 1.0, 0.2, 0.48, 0.3), (0.12, 1.0, 0.14, 0.4, -0.1), (0.92, 1.0, 0.16, 0.34, 0.1) })
            {
                var up = (y - v) / h;
                var spread = (u - x - (up * up * tilt * 0.5)) / (w * (0.7 + (Math.Max(0, up) * 0.5)));
                d = Math.Max(d, Math.Clamp(1.15 - (spread * spread), 0, 1) * Math.Clamp(1.04 - up, 0, 1) * 1.5);
            }
            var torn = Noise.Fbm((u * 8) - (v * 2), v * 6.5, 6, 9, 0.62);
            return Ink.Parse("#7c948c").Mix("#fdfaea", Math.Clamp(0.45 + (torn * 1.1) + ((0.55 - v) * 0.5), 0, 1)).With(Math.Clamp((d * 1.1) + (torn * 1.25) - 0.42, 0, 0.97) * Noise.Step(0, 0.3, d) * Noise.Step(1, 0.88, v) * Noise.Step(0, 0.1, u) * Noise.Step(1, 0.9, u));
        }).Element(700, 130, 860, 760));
        var rng = new Rng(77);
        var dabs = new Dabs();
        for (var i = 0; i < 700; i++)
        {
            var turn = -1.35 + rng.Near(0, 0.95);
            var r = Math.Pow(rng.Next(), 0.55) * 560;
            var at = (Vec)(1060, 800) + Vec.Round(turn, r) + (r * r * 0.0006, r * r * 0.0003);
            dabs.Add(at.X, at.Y, Math.Cos(turn) * rng.In(0, 10) + 3, Math.Sin(turn) * rng.In(0, 8), rng.In(0.8, 3.6), Ink.Parse("#fffdf0").Mix("#b5c6ba", rng.Next()));
        }
        dabs.On(svg, 0.85);
    }

    private static void Spray(Svg svg)
    {
        var rng = new Rng(5);
        var dabs = new Dabs();
        for (var i = 0; i < 850; i++)
        {
            var length = rng.In(8, 48);
            dabs.Add(rng.In(-20, 1620), rng.In(-20, 1080), length, length * rng.In(0.3, 0.5), rng.In(0.7, 1.7), Ink.Parse("#dfe6da").Mix("#fff0c4", rng.Next() * 0.4));
        }
        dabs.On(svg, 0.3);
        var gulls = new Pen();
        foreach (var (x, y, s, f, b) in new[] { (240.0, 240.0, 66.0, 0.9, 0.5), (400, 160, 42, -0.4, 0.7), (150, 420, 38, 0.5, 0.4), (760, 130, 34, 0.8, 0.6) })
            Birds.Gull(gulls, x, y, s, f, b);
        svg.Path(gulls.ToString(), "#eef0e4");
    }
}
