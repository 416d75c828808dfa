namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A baker's window before daybreak, the first loaves in it.</summary>
public sealed class BakeryWindow() : Scene("bakery-window")
{
    protected override void Draw(Svg svg)
    {
        Street(svg);
        Inside(svg);
        Baker(svg);
        Shelves(svg);
        Panes(svg);
        Front(svg);
        Pavement(svg);
        Passer(svg);
        svg.Glow(760, 470, 900, "#ffc46a", 0.28);
        svg.Vignette("#050916", 0.6);
        svg.Mottle(0.1);
        svg.Grain();
    }

    private static void Street(Svg svg)
    {
        svg.Rect(0, 0, 1600, 1067, svg.Horizontal((0, "#1c2a4a", 1), (0.75, "#22335a", 1), (1, "#2f4470", 1)));
        var rng = new Rng(4);
        var dabs = new Dabs("butt");
        for (var row = 0; row < 58; row++)
        {
            for (var k = 0; k < 16; k++)
            {
                var x = rng.In(0, 1600);
                dabs.Add(x, row * 16, rng.In(30, 60), 0, 12, Ink.Parse("#16223f").Mix("#4a5f8a", rng.Next() * rng.Next()).Stray(rng, 0.02));
            }
        }
        dabs.On(svg, 0.45);
    }

    private static void Inside(Svg svg)
    {
        svg.Rect(250, 190, 830, 600, svg.Vertical((0, "#b8702c", 1), (0.35, "#eba848", 1), (0.7, "#ffd27c", 1), (1, "#c98538", 1)));
        svg.Glow(660, 330, 430, "#fff0b8", 0.85);
        var rng = new Rng(7);
        var dabs = new Dabs("butt");
        for (var i = 0; i < 360; i++)
        {
            double x = rng.In(250, 1080), y = 200 + (Math.Floor(rng.In(0, 17)) * 20);
            dabs.Add(x, y, 32, 0, 16, Ink.Parse("#d9903c").Mix("#ffe6a8", rng.Next()));
        }
        dabs.On(svg, 0.28);
        svg.Path(new Pen().Move(880, 640).Line(880, 400).Curve((880, 310), (1050, 310), (1050, 400)).Line(1050, 640).Close().ToString(), "#8a4f2c");
        for (var i = 0; i < 11; i++)
        {
            double a = Math.PI + (i * Math.PI / 11), b = a + (Math.PI / 11 * 0.88);
            Vec P(double t, double r) => (965 + (Math.Cos(t) * r), 400 + (Math.Sin(t) * r * 0.95));
            svg.Path(new Pen().Polygon(P(a, 78), P(b, 78), P(b, 104), P(a, 104)).ToString(), i % 2 == 0 ? "#a8633a" : "#bf7a48");
        }
        svg.Path(new Pen().Move(896, 560).Line(896, 430).Curve((896, 370), (1034, 370), (1034, 430)).Line(1034, 560).Close().ToString(), svg.Vertical((0, "#3a1a10", 1), (0.5, "#a83f18", 1), (1, "#ffb545", 1)));
        svg.Glow(965, 520, 150, "#ff8a35", 0.9);
        for (var i = 0; i < 5; i++)
            svg.Path(new Pen().Oval(918 + (i * 24), 540 - (i % 2 * 6), 14, 9).ToString(), Ink.Parse("#d98a3a").Lit(0.8 + (i % 2 * 0.3)));
        foreach (var x in new[] { 380.0, 620, 830 })
        {
            svg.Line([(x, 190), (x, 262)], "#4a2f1c", 4);
            svg.Path(new Pen().Move(x - 46, 292).Curve((x - 40, 262), (x - 16, 254), (x, 254)).Curve((x + 16, 254), (x + 40, 262), (x + 46, 292)).Close().ToString(), "#5a3420");
            svg.Path(new Pen().Oval(x, 293, 40, 7).ToString(), "#fffbe0");
            svg.Glow(x, 296, 190, "#fff2be", 0.8);
        }
        svg.Rect(262, 380, 130, 260, "#8f5528");
        for (var k = 0; k < 4; k++)
        {
            svg.Rect(262, 436 + (k * 60), 130, 8, "#6a3c1c");
            for (var i = 0; i < 5; i++)
                svg.Path(new Pen().Blob(280 + (i * 24), 424 + (k * 60), 12, 12, rng, 0.14).ToString(), Ink.Parse("#b5722c").Mix("#f0b860", rng.Next()));
        }
    }

    private static void Baker(Svg svg)
    {
        svg.Path(new Pen().Loop([(560, 640), (548, 540), (566, 452), (612, 430), (660, 430), (706, 452), (722, 540), (712, 640)]).ToString(), svg.Horizontal((0, "#d9c7a8", 1), (0.5, "#fff6de", 1), (1, "#e3c793", 1)));
        svg.Path(new Pen().Polygon((592, 470), (682, 470), (704, 640), (570, 640)).ToString(), "#fffaf0");
        svg.Path(new Pen().Strip([(606, 470), (612, 440), (620, 432)], _ => 6).Strip([(668, 470), (662, 440), (654, 432)], _ => 6).ToString(), "#e9dcc0");
        svg.Path(new Pen().Strip([(636, 440), (637, 404)], _ => 40).ToString(), "#b87e58");
        svg.Path(new Pen().Loop([(602, 380), (606, 348), (636, 336), (668, 348), (672, 382), (660, 414), (637, 424), (614, 414)]).ToString(), svg.Horizontal((0, "#a8704c", 1), (0.6, "#d9a074", 1), (1, "#e9b688", 1)));
        svg.Path(new Pen().Loop([(598, 366), (590, 330), (612, 304), (640, 298), (668, 306), (686, 330), (676, 366), (640, 352)]).ToString(), "#fffaf0");
        svg.Path(new Pen().Loop([(600, 368), (604, 352), (638, 344), (672, 352), (676, 368), (638, 358)]).ToString(), "#d9c7a8");
        svg.Path(new Pen().Loop([(612, 392), (624, 404), (637, 400), (650, 404), (664, 392), (658, 418), (637, 430), (618, 418)]).ToString(), "#8f8a82");
        svg.Circle(624, 380, 3, "#3a2418").Circle(652, 380, 3, "#3a2418");
        svg.Path(new Pen().Strip([(566, 466), (520, 530), (560, 590)], t => 40 - (t * 10)).Strip([(706, 466), (760, 520), (728, 584)], t => 40 - (t * 10)).ToString(), "#f3e6cc");
        svg.Path(new Pen().Strip([(546, 566), (590, 600)], _ => 22).Strip([(742, 560), (696, 598)], _ => 22).ToString(), "#d09a70");
        svg.Path(new Pen().Oval(643, 606, 78, 22).ToString(), "#e6a04a");
        Loaf(svg, 643, 594, 74, 34, new Rng(90), 3);
    }

    /// <summary>A loaf with a crust that is lit from above and cuts across it.</summary>
    private static void Loaf(Svg svg, double x, double y, double rx, double ry, Rng rng, int cuts)
    {
        svg.Path(new Pen().Oval(x, y + (ry * 0.86), rx * 0.98, ry * 0.3).ToString(), "#3a1a0c", "fill-opacity='.55'");
        var tone = rng.Next();
        Ink deep = Ink.Parse("#6d3414").Mix("#8a4a1c", tone), crust = Ink.Parse("#b5692a").Mix("#cf8838", tone), top = Ink.Parse("#eab25c").Mix("#f6cd80", tone);
        svg.Path(new Pen().Blob(x, y, rx, ry, rng, 0.07, 12).ToString(), svg.Vertical((0, top, 1), (0.4, crust, 1), (1, deep, 1)));
        svg.Path(new Pen().Blob(x - (rx * 0.1), y - (ry * 0.3), rx * 0.72, ry * 0.46, rng, 0.16, 10).ToString(), top, "fill-opacity='.45'");
        for (var i = 0; i < cuts; i++)
        {
            var at = cuts == 1 ? x : x + (rx * (-0.56 + (i * 1.12 / (cuts - 1))));
            var tall = ry * 0.62 * (1 - (Math.Abs(at - x) / rx * 0.4));
            svg.Path(new Pen().Move(at - (rx * 0.08), y + (tall * 0.45)).Quad((at - (rx * 0.05), y - (tall * 0.8)), (at + (rx * 0.12), y - tall)).Quad((at + (rx * 0.1), y - (tall * 0.1)), (at - (rx * 0.08), y + (tall * 0.45))).Close().ToString(), "#ffe9b8");
            svg.Path(new Pen().Move(at - (rx * 0.08), y + (tall * 0.45)).Quad((at - (rx * 0.05), y - (tall * 0.8)), (at + (rx * 0.12), y - tall)).ToString(), "none", $"stroke='{(string)deep}' stroke-width='{Svg.N(Math.Max(1.2, ry * 0.06))}'");
        }
        var flour = new Dabs();
        for (var i = 0; i < rx * 0.35; i++)
        {
            var p = Vec.Round(rng.In(0, Math.Tau), Math.Sqrt(rng.Next()) * 0.85);
            flour.Add(x + (p.X * rx), y + (p.Y * ry), rng.Near(0, 3), rng.Near(0, 1), rng.In(1, 2.6), p.Y < 0.1 ? Ink.Parse("#fff3d6") : Ink.Parse("#8a4a1c"));
        }
        flour.On(svg, 0.55);
    }

    private static void Shelves(Svg svg)
    {
        var rng = new Rng(23);
        svg.Rect(250, 636, 830, 16, "#7d4a22").Rect(250, 652, 830, 6, "#3a1f10").Rect(250, 658, 830, 132, svg.Vertical((0, "#8a5426", 1), (1, "#5a3216", 1)));
        foreach (var (x, w, kind) in new[] { (268.0, 190.0, 0), (474, 170, 1), (878, 190, 2) })
        {
            svg.Path(new Pen().Polygon((x - 6, 606), (x + w + 6, 606), (x + w - 6, 642), (x + 8, 642)).ToString(), "#9a6430");
            for (var i = 0; i < 14; i++)
                svg.Line([(x + 2 + (i * w / 13), 608), (x + 9 + (i * (w - 16) / 13), 640)], "#6a3f1c", 2.4);
            svg.Rect(x - 8, 602, w + 16, 8, "#b87f42");
            for (var i = 0; i < 9; i++)
            {
                var px = x + 14 + (i * (w - 26) / 8);
                if (kind == 0)
                    Loaf(svg, px, 592 - (i % 2 * 16), 23, 16, rng, 1);
                else if (kind == 1)
                    Baguette(svg, px, 608, rng);
                else
                    svg.Path(new Pen().Loop([(px - 17, 600), (px - 8, 580), (px + 10, 578), (px + 18, 598), (px + 8, 590), (px - 6, 592)]).ToString(), Ink.Parse("#c98234").Mix("#f6cd80", rng.Next()));
            }
        }
        for (var i = 0; i < 6; i++)
            Loaf(svg, 330 + (i * 136), 738 - (i % 2 * 6), 62, 40, rng, i % 2 == 0 ? 4 : 3);
        for (var i = 0; i < 5; i++)
            Loaf(svg, 396 + (i * 138), 690, 48, 27, rng, 1);
        for (var i = 0; i < 13; i++)
            Loaf(svg, 284 + (i * 64), 782 - (i % 2 * 3), 30, 19, rng, 2);
        foreach (var x in new[] { 300.0, 566, 706, 1022 })
        {
            svg.Path(new Pen().Polygon((x - 24, 776), (x + 24, 776), (x + 20, 752), (x - 20, 752)).ToString(), "#fff6de");
            svg.Line([(x - 13, 761), (x + 12, 761)], "#8a6a4a", 2.4);
            svg.Line([(x - 11, 768), (x + 6, 768)], "#8a6a4a", 2.4);
        }
        foreach (var (x, y) in new[] { (420.0, 350.0), (462, 338), (505, 348), (758, 342), (800, 350) })
        {
            svg.Line([(x, 190), (x, y - 30)], "#6a3c1c", 2);
            svg.Path(new Pen().Oval(x, y, 21, 27).ToString(), "none", "stroke='#a8642a' stroke-width='11'");
            svg.Path(new Pen().Oval(x - 1, y - 1, 21, 27).ToString(), "none", "stroke='#e9b05c' stroke-width='4' stroke-opacity='.7'");
        }
    }

    private static void Baguette(Svg svg, double x, double y, Rng rng)
    {
        var lean = rng.Near(8, 16);
        var tall = rng.In(74, 96);
        Vec foot = (x, y), tip = (x + lean, y - tall);
        svg.Path(new Pen().Strip([foot, foot.To(tip, 0.5), foot.To(tip, 0.92), tip], t => t > 0.9 ? 7 : 19).ToString(), Ink.Parse("#a8642a").Mix("#c98438", rng.Next()));
        svg.Path(new Pen().Strip([foot + (-5, 0), foot.To(tip, 0.9) + (-4, 0)], _ => 5).ToString(), "#f0c06c");
        for (var i = 0; i < 4; i++)
        {
            var at = foot.To(tip, 0.2 + (i * 0.2));
            svg.Path(new Pen().Strip([at + (-6, 6), at + (6, -6)], _ => 4).ToString(), "#ffe2a4");
        }
    }

    private static void Front(Svg svg)
    {
        var green = svg.Horizontal((0, "#123a3c", 1), (0.5, "#1c4d4c", 1), (1, "#16403f", 1));
        svg.Rect(170, 90, 1300, 82, green).Rect(160, 76, 1320, 18, "#2c6462").Rect(166, 168, 1308, 22, "#0d2c2f");
        svg.Rect(196, 102, 1248, 56, "#0f3235");
        Wheat(svg, 430, 130, 1);
        Wheat(svg, 1210, 130, -1);
        svg.Path(new Pen().Loop([(770, 150), (762, 124), (782, 110), (800, 124), (820, 108), (840, 124), (858, 110), (878, 124), (870, 150)]).ToString(), "none", "stroke='#e0b65a' stroke-width='5'");
        svg.Path(new Pen().Oval(820, 134, 12, 11).ToString(), "#e0b65a");
        foreach (var (x, w) in new[] { (170.0, 84.0), (1076, 54), (1410, 60) })
        {
            svg.Rect(x, 190, w, 700, green);
            svg.Rect(x + 12, 214, w - 24, 560, "#0f3235").Rect(x + 12, 214, 3, 560, "#3a7a74").Rect(x, 190, 3, 700, "#3a7a74");
        }
        svg.Rect(170, 788, 960, 110, green).Rect(170, 786, 960, 8, "#3a7a74");
        for (var i = 0; i < 4; i++)
            svg.Rect(274 + (i * 204), 810, 180, 66, "#0f3235").Rect(274 + (i * 204), 810, 180, 3, "#0a2426").Rect(274 + (i * 204), 873, 180, 3, "#3a7a74");
        svg.Rect(1130, 190, 280, 708, "#0d2c2f");
        svg.Rect(1146, 196, 250, 92, svg.Vertical((0, "#c98538", 1), (1, "#f0b458", 1))).Rect(1146, 288, 250, 10, "#1c4d4c");
        svg.Rect(1150, 300, 242, 598, green).Rect(1186, 336, 170, 350, svg.Vertical((0, "#f0b458", 1), (0.5, "#ffd98c", 1), (1, "#b8752f", 1)));
        svg.Path(new Pen().Polygon((1186, 336), (1260, 336), (1210, 686), (1186, 686)).ToString(), "#fff2c8", "fill-opacity='.3'");
        svg.Rect(1186, 706, 170, 150, "#0f3235").Rect(1186, 706, 170, 3, "#0a2426").Rect(1186, 853, 170, 3, "#3a7a74");
        svg.Circle(1170, 620, 9, "#e0b65a").Rect(1164, 590, 12, 70, "#b8893a");
        svg.Rect(1228, 430, 86, 50, "#fff6de").Line([(1240, 447), (1302, 447)], "#7a3a2c", 4).Line([(1248, 462), (1294, 462)], "#7a3a2c", 4);
        svg.Line([(1228, 430), (1271, 400), (1314, 430)], "#4a2f1c", 2);
        svg.Glow(1271, 500, 260, "#ffcf7c", 0.35);
        svg.Path(new Pen().Polygon((150, 190), (1490, 190), (1556, 262), (86, 262)).ToString(), svg.Vertical((0, "#8f3f34", 1), (1, "#a84f3c", 1)));
        for (var i = 0; i < 14; i += 2)
        {
            double a = 150 + (i * 95.7), b = a + 95.7, c = 86 + (i * 105), d = c + 105;
            svg.Path(new Pen().Polygon((a, 190), (b, 190), (d, 262), (c, 262)).ToString(), "#e3d0ac", "fill-opacity='.85'");
        }
        for (var i = 0; i < 14; i++)
        {
            var c = 86 + (i * 105.0);
            svg.Path(new Pen().Move(c, 262).Line(c + 105, 262).Line(c + 105, 276).Quad((c + 52, 304), (c, 276)).Close().ToString(), i % 2 == 0 ? "#c9b48c" : "#7a342c");
        }
        svg.Rect(86, 262, 1470, 40, svg.Vertical((0, "#ffc46a", 0), (1, "#ffc46a", 0.22)));
        foreach (var x in new[] { 210.0, 1436 })
        {
            svg.Line([(x, 340), (x + (x < 800 ? -34 : 34), 352)], "#0a1a1c", 5);
            var lx = x + (x < 800 ? -40 : 40);
            svg.Path(new Pen().Polygon((lx - 15, 352), (lx + 15, 352), (lx + 10, 396), (lx - 10, 396)).ToString(), "#ffe9b0");
            svg.Path(new Pen().Polygon((lx - 19, 352), (lx, 334), (lx + 19, 352)).ToString(), "#0a1a1c");
            svg.Glow(lx, 374, 170, "#ffcf80", 0.7);
        }
    }

    private static void Wheat(Svg svg, double x, double y, double way)
    {
        svg.Path(new Pen().Move(x - (way * 90), y + 14).Quad((x, y + 16), (x + (way * 110), y - 8)).ToString(), "none", "stroke='#e0b65a' stroke-width='3'");
        for (var i = 0; i < 7; i++)
        {
            var at = (Vec)(x + (way * (10 + (i * 16))), y + 8 - (i * 2.4));
            svg.Path(new Pen().Loop([at, at + (way * 6, -13), at + (way * 20, -16), at + (way * 14, -4)]).Loop([at, at + (way * 10, 8), at + (way * 23, 6), at + (way * 14, -1)]).ToString(), "#e0b65a");
        }
    }

    private static void Panes(Svg svg)
    {
        foreach (var x in new[] { 250.0, 524, 800, 1072 })
            svg.Rect(x - 6, 190, 12, 600, "#164340").Rect(x - 6, 190, 3, 600, "#3a7a74");
        svg.Rect(250, 324, 830, 10, "#164340").Rect(250, 324, 830, 3, "#3a7a74");
        var breath = new Canvas(150, 100).Paint((u, v) =>
        {
            var edge = Math.Max(Noise.Step(0.72, 1, v), Math.Max(Noise.Step(0.12, 0, Math.Abs(((u * 3) % 1) - 0.5) * -2 + 1) * 0.7, 0));
            var d = edge * (0.6 + Noise.Fbm(u * 9, v * 7, 4, 5));
            return Ink.Parse("#ffe6b8").With(Math.Clamp(d * 0.55, 0, 0.5));
        });
        svg.Add(breath.Element(250, 334, 830, 456));
        foreach (var (x, y, w, h) in new[] { (264.0, 340.0, 130.0, 430.0), (560, 340, 90, 430), (820, 340, 150, 430) })
            svg.Path(new Pen().Polygon((x + w, y), (x + (w * 1.5), y), (x + (w * 0.6), y + h), (x, y + h)).ToString(), svg.Vertical((0, "#dfe9ff", 0.2), (1, "#dfe9ff", 0)));
    }

    private static void Pavement(Svg svg)
    {
        var plane = new Plane(560, 1.7, 1150);
        svg.Add(new Canvas(533, 62).Paint((u, v) =>
        {
            double px = u * 1600, py = 884 + (v * 184);
            var (x, z) = plane.Ground(px, py);
            var row = (int)Math.Floor(z / 0.16);
            var stone = Noise.Facet((x / 0.15) + (row % 2 * 0.5), z / 0.16, 8);
            var tone = Noise.Cell(stone.Id, 2);
            var joint = Noise.Step(0.2, 0.04, stone.Edge);
            var window = Noise.Step(120, 330, px) * Noise.Step(1240, 1000, px) * (1 - (v * 0.55));
            var door = Noise.Step(1100, 1190, px) * Noise.Step(1480, 1380, px) * (0.75 - (v * 0.5));
            var wet = 0.5 + (Noise.Fbm(x * 1.2, z * 2, 4, 6) * 0.8);
            return Ink.Parse("#26355c").Lit(0.7 + (tone * 0.55)).Mix("#0b1226", joint * 0.75).Plus("#ffae4c", Math.Max(window, door) * Math.Clamp(0.25 + (wet * 0.55), 0, 1) * (1 - (joint * 0.6)));
        }).Element(0, 884, 1600, 184));
        svg.Rect(120, 888, 1330, 14, "#3d4f78").Rect(120, 900, 1330, 6, "#0d1730");
        svg.Rect(1120, 880, 300, 16, "#55648a");
        var rng = new Rng(8);
        var dabs = new Dabs();
        for (var i = 0; i < 330; i++)
        {
            double x = rng.In(0, 1600), y = rng.In(910, 1064);
            var warm = Noise.Step(150, 400, x) * Noise.Step(1450, 1250, x);
            dabs.Add(x, y, rng.In(6, 26), 0, rng.In(1.4, 4), rng.Chance(warm * 0.6) ? Ink.Parse("#ffcf86").Mix("#b8752f", rng.Next()) : Ink.Parse("#0d1630").Mix("#4f638f", rng.Next()));
        }
        dabs.On(svg, 0.55);
        svg.Rect(52, 800, 70, 104, "#5a3a22").Path(new Pen().Oval(87, 800, 35, 10).ToString(), "#8a5f38");
        for (var i = 0; i < 4; i++)
            svg.Rect(52, 816 + (i * 24), 70, 4, "#2c1c12");
        svg.Path(new Pen().Strip([(96, 800), (100, 690), (84, 620)], _ => 5).Strip([(76, 800), (60, 700), (64, 640)], _ => 5).ToString(), "#2c3f36");
        for (var i = 0; i < 18; i++)
            svg.Path(new Pen().Blob(80 + rng.Near(0, 46), 690 + rng.Near(0, 80), 13, 8, rng, 0.3).ToString(), Ink.Parse("#16302c").Mix("#5f8a6a", rng.Next()));
    }

    private static void Passer(Svg svg)
    {
        svg.Reflect(1500, 1000, 110, 80, "#070d1e", 0.8);
        People.Stand(svg, 1500, 1006, 400, new Look("#34507f", "#182342", "#c9925f") { Stride = -0.35, Hem = 0.28, Hair = "#1a1c2a", Hat = true });
        svg.Path(new Pen().Loop([(1446, 700), (1456, 690), (1468, 750), (1464, 880), (1446, 890), (1440, 800)]).ToString(), svg.Horizontal((0, "#ffc878", 0.75), (1, "#ffc878", 0)));
        svg.Path(new Pen().Strip([(1462, 704), (1500, 716), (1536, 702)], _ => 22).Strip([(1474, 712), (1466, 772)], _ => 17).ToString(), "#a8402f");
    }
}
