namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A small stone bridge, mirrored in slow water on a still afternoon.</summary>
public sealed class OsmereBridge() : Scene("osmere-bridge")
{
    private const double Water = 690;

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(200, 90).Paint(Heaven).Element(0, 0, 1600, Water + 10));
        svg.Add("<g id='bank'>");
        Town(svg);
        Trees(svg, new Rng(15));
        Bridge(svg);
        svg.Add("</g>");
        River(svg);
        Foreground(svg);
        svg.Glow(200, 180, 900, "#fff0c0", 0.4);
        svg.Vignette("#2a1c10", 0.35);
        svg.Mottle(0.1);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var veil = Noise.Fbm((u * 3) - v, v * 7, 5, 6);
        return Ink.Ramp(v, (0, "#b5c6c2"), (0.5, "#dcdcc0"), (1, "#f2e2b4")).Mix("#fff6dc", Noise.Step(0, 0.6, veil) * 0.6).Mix("#ffedb8", Math.Exp(-(Math.Pow((u - 0.12) * 2, 2) + Math.Pow((v - 0.25) * 2, 2))) * 0.6);
    }

    private static void Town(Svg svg)
    {
        var rng = new Rng(8);
        svg.Path(new Pen().Polygon((1030, 640), (1030, 330), (1040, 318), (1040, 270), (1058, 250), (1075, 150), (1092, 250), (1110, 270), (1110, 318), (1120, 330), (1120, 640)).ToString(), svg.Horizontal((0, "#e2d0a4", 1), (0.5, "#b9a98a", 1), (1, "#8d8478", 1)));
        svg.Path(new Pen().Polygon((1054, 254), (1075, 146), (1096, 254)).ToString(), "#7f9488");
        svg.Path(new Pen().Polygon((1054, 254), (1075, 146), (1070, 254)).ToString(), "#b5c0a0");
        svg.Circle(1075, 296, 14, "#f7eccb").Path(new Pen().Box(1062, 350, 10, 34).Box(1080, 350, 10, 34).ToString(), "#6a6258");
        (double X, double W, double Top, string Wall, string Roof)[] houses =
        [
            (560, 84, 500, "#d3b98a", "#8d5b44"), (640, 70, 470, "#c79a76", "#7b5147"), (706, 92, 512, "#e0d2ac", "#94664a"), (796, 76, 486, "#b98d72", "#6f4d47"), (868, 96, 520, "#d9c79c", "#8a5f4a"), (960, 82, 498, "#c4a585", "#7a5548"), (1130, 88, 506, "#cdb592", "#8a5f4c"), (1214, 104, 530, "#b79c86", "#6d5149"),
        ];
        foreach (var (x, w, top, wall, roof) in houses)
        {
            var quad = new Quad((x, top), (x + w, top), (x + w, 645), (x, 645));
            svg.Path(new Pen().Polygon((x - 5, top + 3), (x + (w * 0.5), top - (w * 0.55)), (x + w + 5, top + 3)).ToString(), roof);
            svg.Path(new Pen().Polygon((x - 5, top + 3), (x + (w * 0.5), top - (w * 0.55)), (x + (w * 0.42), top + 3)).ToString(), Ink.Parse(roof).Mix("#f2c98e", 0.45));
            Facade.Draw(svg, quad, new Front(Ink.Parse(wall).Mix("#efe0b8", 0.25), Ink.Parse(wall).Mix("#fff4d6", 0.6)) { Floors = 3, Bays = 3, Glass = "#6f6a5e", Texture = 0.8, Fine = false }, rng);
            svg.Rect(x + (w * 0.68), top - (w * 0.5), 9, 26, "#8a5f4c");
        }
        svg.Haze(400, 640, 720, "#f3e2b2", 0.65);
    }

    private static void Trees(Svg svg, Rng rng)
    {
        var dabs = new Dabs();
        (double X, double Y, double Rx, double Ry, string Dark, string Mid, string Lit)[] crowns =
        [
            (470, 540, 92, 110, "#6d5a2c", "#c2913c", "#f5d67c"), (1330, 500, 110, 140, "#5d3f26", "#b3622e", "#f0b25a"), (1500, 430, 170, 230, "#4f4a24", "#97842f", "#e7cf6a"), (120, 400, 230, 270, "#5c4420", "#c08a2c", "#fbe08a"), (330, 500, 110, 150, "#5a3a20", "#b8672c", "#f3b45c"),
        ];
        foreach (var (x, y, rx, ry, dark, mid, lit) in crowns)
        {
            var pen = new Pen(5);
            Land.Trees.Bare(pen, x, 672, (672 - y) * 1.5, rng, 5, 0.5);
            svg.Path(pen.ToString(), "#4a3826");
            Land.Trees.Crown(dabs, x, y, rx, ry, rng, dark, mid, lit, (-0.8, -0.6), (int)(rx * 11), 8);
            dabs.On(svg, 0.95);
        }
        svg.Path(new Pen().Move(-10, Water + 2).Smooth([(-10, 610), (140, 626), (300, 640), (420, 662), (470, Water + 2)], join: true).Close().ToString(), "#7d7440");
        svg.Path(new Pen().Move(1610, Water + 2).Smooth([(1610, 600), (1480, 626), (1360, 640), (1250, 668), (1216, Water + 2)], join: true).Close().ToString(), "#6d6238");
        for (var i = 0; i < 700; i++)
        {
            var left = rng.Chance(0.5);
            var x = left ? rng.In(-10, 450) : rng.In(1240, 1610);
            var y = left ? 624 + (Math.Max(0, x) * 0.09) + rng.In(0, 50) : 676 - ((x - 1240) * 0.17) + rng.In(0, 60);
            if (y > Water)
                continue;
            dabs.Add((x, y), (x, y - 6), (x + rng.Near(2, 6), y - rng.In(8, 18)), rng.In(1.2, 2.6), Ink.Parse("#5a5428").Mix(rng.Chance(0.3) ? "#e0a44a" : "#c9c06a", rng.Next()));
        }
        dabs.On(svg, 0.9);
    }

    private static double Deck(double x) => 588 - (52 * Math.Exp(-Math.Pow((x - 830) / 300, 2)));

    private static void Bridge(Svg svg)
    {
        var rng = new Rng(21);
        var body = new Pen().Move(380, Water);
        for (var x = 380.0; x <= 1280; x += 30)
            body.Line(x, Deck(x) - 26);
        body.Line(1280, Water).Line(1168, Water).Curve((1168, 606), (1072, 606), (1072, Water)).Line(1028, Water).Curve((1028, 540), (632, 540), (632, Water)).Line(588, Water).Curve((588, 606), (492, 606), (492, Water)).Close();
        svg.Path(new Pen().Move(632, Water).Curve((632, 540), (1028, 540), (1028, Water)).Close().ToString(), svg.Horizontal((0, "#4f4434", 1), (0.6, "#6d5e46", 1), (1, "#a58d62", 1)));
        svg.Path(new Pen().Move(690, Water).Curve((696, 566), (1010, 566), (1010, Water)).Close().ToString(), "#c9bd92");
        svg.Path(new Pen().Move(492, Water).Curve((492, 606), (588, 606), (588, Water)).Close().Move(1072, Water).Curve((1072, 606), (1168, 606), (1168, Water)).Close().ToString(), "#5d4f3a");
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{body}'/></clipPath>");
        svg.Path(body.ToString(), svg.Horizontal((0, "#d8c498", 1), (0.45, "#c2ad82", 1), (1, "#9a886a", 1)));
        svg.Add($"<g clip-path='{clip}'>");
        Dictionary<string, Pen> stones = [];
        for (var row = 0; row < 11; row++)
        {
            for (var x = 372.0 - (row % 2 * 14); x < 1290;)
            {
                var w = rng.In(22, 40);
                double y = Deck(x + (w / 2)) - 22 + (row * 16.5), y2 = Deck(x + w) - 22 + (row * 16.5);
                var ink = Ink.Parse("#a8926a").Mix("#ead9ae", rng.Next()).Stray(rng, 0.05).Mix("#7a6f58", Noise.Step(600, 1280, x) * 0.35).Rounded();
                if (!stones.TryGetValue(ink, out var pen))
                    stones[ink] = pen = new Pen(5);
                pen.Polygon((x + 1, y + rng.In(0, 1.5)), (x + w - 1.5, y2 + rng.In(0, 1.5)), (x + w - 1.5, y2 + 14), (x + 1.5, y + 14.5));
                x += w;
            }
        }
        foreach (var (ink, pen) in stones)
            svg.Path(pen.ToString(), ink, "fill-opacity='.75'");
        svg.Rect(380, Water - 46, 900, 46, svg.Vertical((0, "#4d4a2c", 0), (1, "#3f4026", 0.75)));
        svg.Add("</g>");
        foreach (var (cx, rx, ry, n) in new[] { (830.0, 198.0, 112.0, 23), (540, 48, 63, 11), (1120, 48, 63, 11) })
        {
            for (var i = 0; i < n; i++)
            {
                double a = Math.PI * (1 + (i / (double)n)), b = Math.PI * (1 + ((i + 0.88) / n));
                Vec At(double t, double r) => (cx + (Math.Cos(t) * (rx + r)), Water + (Math.Sin(t) * (ry + r)));
                svg.Path(new Pen().Polygon(At(a, 0), At(b, 0), At(b, rx > 100 ? 25 : 15), At(a, rx > 100 ? 25 : 15)).ToString(), Ink.Parse("#d9c69a").Mix("#9f8d6c", (i / (double)n * 0.8) + rng.Near(0, 0.2)));
            }
        }
        var top = new Pen();
        for (var x = 376.0; x < 1284; x += 30)
            top.Polygon((x, Deck(x) - 34), (x + 28, Deck(x + 28) - 34), (x + 28, Deck(x + 28) - 24), (x, Deck(x) - 24));
        svg.Path(top.ToString(), "#f2e2b6");
        svg.Path(new Pen().Polygon((612, Water), (602, 634), (588, Water)).Polygon((1052, Water), (1040, 634), (1028, Water)).ToString(), "#bba57a");
        foreach (var x in new[] { 560.0, 1102 })
        {
            svg.Line([(x, Deck(x) - 30), (x, Deck(x) - 112)], "#3f3426", 4);
            svg.Path(new Pen().Polygon((x - 9, Deck(x) - 112), (x + 9, Deck(x) - 112), (x + 6, Deck(x) - 132), (x - 6, Deck(x) - 132)).Polygon((x - 12, Deck(x) - 132), (x, Deck(x) - 144), (x + 12, Deck(x) - 132)).ToString(), "#3f3426");
        }
        Cyclist(svg, 800, Deck(800) - 30);
        foreach (var (x, coat, stride) in new[] { (952.0, "#7a3a34", 0.4), (974, "#3d5560", 0.3), (664, "#c08a3a", -0.4) })
            People.Stand(svg, x, Deck(x) - 20, 62, new Look(coat, "#3a332a", "#c79a78") { Stride = stride, RimSide = -1, Rim = "#fff0c0", Hem = 0.34 });
        svg.Path(new Pen().Polygon((640, Deck(640) - 34), (700, Deck(700) - 34), (700, Deck(700) - 18), (640, Deck(640) - 18)).Polygon((930, Deck(930) - 34), (1000, Deck(1000) - 34), (1000, Deck(1000) - 18), (930, Deck(930) - 18)).ToString(), "#d6c294");
        for (var i = 0; i < 60; i++)
        {
            var x = rng.In(390, 1270);
            if (x is > 640 and < 1020)
                continue;
            svg.Line([(x, Deck(x) - 8 + rng.In(0, 10)), (x + rng.Near(0, 8), Deck(x) + rng.In(16, 60))], Ink.Parse("#5d6a34").Mix("#a3933f", rng.Next()), rng.In(2, 5), "stroke-opacity='.55' stroke-linecap='round'");
        }
    }

    private static void Cyclist(Svg svg, double x, double y)
    {
        svg.Add($"<g transform='translate({Svg.N(x)} {Svg.N(y)})' fill='none' stroke='#2a241e' stroke-width='2.6' stroke-linecap='round' stroke-linejoin='round'><circle cx='-24' cy='-14' r='16'/><circle cx='26' cy='-14' r='16'/><path d='M-24 -14L-6 -36L18 -36L2 -14L-24 -14M2 -14L-8 -40M18 -36L26 -14M18 -36L16 -46L24 -48'/></g>");
        svg.Path(new Pen().Strip([(x - 7, y - 42), (x + 8, y - 30), (x + 3, y - 10)], _ => 8).ToString(), "#3d4654");
        svg.Path(new Pen().Loop([(x - 14, y - 44), (x - 8, y - 70), (x + 4, y - 80), (x + 12, y - 72), (x + 4, y - 52), (x, y - 40)]).ToString(), "#a8432f");
        svg.Path(new Pen().Strip([(x + 6, y - 74), (x + 18, y - 60), (x + 22, y - 48)], _ => 6).ToString(), "#c25a3e");
        svg.Circle(x + 10, y - 88, 8, "#c79a78").Path(new Pen().Loop([(x + 1, y - 88), (x + 4, y - 98), (x + 14, y - 98), (x + 18, y - 90), (x + 8, y - 92)]).ToString(), "#e6d3a4");
        svg.Line([(x - 13, y - 48), (x - 7, y - 70), (x + 2, y - 80)], "#ffe2b0", 2);
    }

    private static void River(Svg svg)
    {
        var clip = svg.Define(id => $"<clipPath id='{id}'><rect x='0' y='{Water}' width='1600' height='380'/></clipPath>");
        svg.Rect(0, Water, 1600, 380, svg.Vertical((0, "#d9cc9c", 1), (0.5, "#a9a682", 1), (1, "#5d6a5c", 1)));
        svg.Add($"<g clip-path='{clip}'><use xlink:href='#bank' transform='translate(0 {Svg.N(Water * 1.94)}) scale(1 -.94)' opacity='.82'/></g>");
        svg.Rect(0, Water, 1600, 380, svg.Vertical((0, "#6d6a48", 0.12), (0.45, "#5f6650", 0.35), (1, "#2f3a34", 0.8)));
        var rng = new Rng(4);
        var dabs = new Dabs();
        Land.Water.Ripples(dabs, -40, 1640, Water + 2, 1075, 1300, rng, (x, y) =>
        {
            var t = (y - Water) / 370;
            var sky = x is > 480 and < 1220 ? 0.35 : 0.15;
            return rng.Chance(sky + (t * 0.2)) ? Ink.Parse("#f0e6bf").Mix("#c6c6a4", rng.Next()) : Ink.Parse("#8a6f38").Mix("#38423a", Math.Min(1, (t * 1.3) + rng.Near(0, 0.3)));
        }, 120, 4.4, 1.3);
        dabs.On(svg, 0.4);
        for (var i = 0; i < 90; i++)
        {
            var t = Math.Pow(rng.Next(), 1.4);
            svg.Add($"<ellipse cx='{Svg.N(rng.In(0, 1600))}' cy='{Svg.N(Water + 8 + (t * 360))}' rx='{Svg.N(2 + (t * 8))}' ry='{Svg.N(1 + (t * 3))}' fill='{(string)Ink.Parse("#c9812f").Mix("#f2cf6a", rng.Next())}'/>");
        }
    }

    private static void Foreground(Svg svg)
    {
        svg.Add("<g transform='translate(1130 880)'>");
        svg.Path(new Pen().Move(-150, 20).Curve((-100, 62), (90, 62), (170, 10)).Line(150, 52).Curve((80, 84), (-90, 84), (-140, 56)).Close().ToString(), "#2f3a30", "fill-opacity='.5'");
        svg.Path(new Pen().Move(-158, -8).Curve((-110, -24), (100, -28), (182, -22)).Curve((150, 34), (90, 44), (0, 46)).Curve((-90, 46), (-136, 34), (-158, -8)).Close().ToString(), "#4e6b62");
        svg.Path(new Pen().Move(-158, -8).Curve((-110, -24), (100, -28), (182, -22)).Curve((120, -4), (-90, 8), (-158, -8)).Close().ToString(), "#8d7148");
        svg.Path(new Pen().Polygon((-90, -16), (-60, -18), (-52, -4), (-84, -2)).Polygon((30, -22), (66, -23), (76, -10), (38, -6)).ToString(), "#c9a86c");
        svg.Line([(-158, -8), (-110, -1), (-20, 1), (90, -8), (182, -22)], "#e9d3a0", 4);
        svg.Line([(-140, 14), (-60, 30), (60, 30), (150, 8)], "#3a5149", 3);
        svg.Line([(-20, -12), (150, -56)], "#c9a86c", 5);
        svg.Path(new Pen().Strip([(150, -56), (186, -66)], _ => 12).ToString(), "#c9a86c");
        svg.Line([(-156, -6), (-250, 10), (-330, -40)], "#a8926a", 2.4);
        svg.Add("</g>");
        foreach (var (x, y, s, way) in new[] { (560.0, 850.0, 1.0, 1.0), (628, 872, 0.9, 1), (505, 880, 1.1, 1), (820, 800, 0.7, -1) })
        {
            svg.Path(new Pen().Loop([(x - (22 * s * way), y - (7 * s)), (x - (8 * s * way), y - (13 * s)), (x + (12 * s * way), y - (11 * s)), (x + (18 * s * way), y - (2 * s)), (x, y + (4 * s)), (x - (16 * s * way), y + (2 * s))]).ToString(), "#6d5a48");
            svg.Path(new Pen().Loop([(x + (10 * s * way), y - (10 * s)), (x + (13 * s * way), y - (24 * s)), (x + (20 * s * way), y - (25 * s)), (x + (20 * s * way), y - (14 * s))]).ToString(), "#2f5140");
            svg.Path(new Pen().Polygon((x + (20 * s * way), y - (22 * s)), (x + (29 * s * way), y - (19 * s)), (x + (20 * s * way), y - (18 * s))).ToString(), "#e0a83a");
            svg.Line([(x - (26 * s * way), y + (4 * s)), (x - (70 * s * way), y + (12 * s))], "#f0e6bf", 1.6, "stroke-opacity='.7'");
            svg.Line([(x - (20 * s * way), y + (7 * s)), (x - (60 * s * way), y + (22 * s))], "#f0e6bf", 1.4, "stroke-opacity='.5'");
        }
        var rng = new Rng(33);
        var dabs = new Dabs();
        for (var i = 0; i < 420; i++)
        {
            var x = Math.Pow(rng.Next(), 1.6) * 460 - 10;
            var tall = rng.In(50, 230) * Noise.Step(520, 0, x);
            var bend = rng.Near(18, 40);
            dabs.Add((x, 1085), (x + (bend * 0.1), 1075 - (tall * 0.6)), (x + bend, 1075 - tall), rng.In(1.6, 4), Ink.Parse("#3a3a20").Mix(rng.Chance(0.4) ? "#d9b65a" : "#8a8a44", rng.Next()));
        }
        dabs.On(svg);
        for (var i = 0; i < 40; i++)
        {
            var t = rng.Next();
            Vec at = (-20 + (t * 420), 40 + (t * t * 130) + rng.Near(0, 60));
            dabs.Add(at.X, at.Y, rng.In(-16, 16), rng.In(4, 18), rng.In(6, 13), Ink.Parse("#a8722a").Mix("#fbe08a", rng.Next()));
        }
        var twig = new Pen(5).Strip([(-20, 20), (120, 60), (260, 84), (420, 150)], s => 9 * (1.1 - s));
        svg.Path(twig.ToString(), "#4a3826");
        dabs.On(svg);
    }
}
