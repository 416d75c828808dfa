using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>From the dam down to the sea.</summary>
internal sealed class MapZellValley() : Scene("map-zell-valley")
{
    private static readonly (double X, double Y)[] Course = [(262, 372), (318, 398), (372, 452), (452, 462), (520, 512), (606, 520), (668, 578), (748, 590), (812, 640), (884, 650), (942, 700), (1012, 716)];
    private static readonly (double X, double Y)[] Lake = [(1012, 716), (1060, 742), (1120, 748), (1172, 784), (1236, 790), (1296, 782), (1352, 824), (1418, 838), (1462, 862)];
    private static readonly (double X, double Y)[] Upper = [(1458, 862), (1500, 884), (1546, 880), (1600, 900)];
    private static readonly (double X, double Y)[] Border = [(1330, 120), (1352, 210), (1318, 300), (1344, 392), (1398, 462), (1380, 560), (1414, 650), (1462, 742), (1446, 840), (1470, 930), (1452, 1067)];

    private readonly List<(double X, double Y)> _river = Ink.Smooth(Course, 14);
    private readonly List<(double X, double Y)> _lake = Ink.Smooth(Lake, 14);
    private readonly List<(double X, double Y)> _upper = Ink.Smooth(Upper, 10);

    private Contours? _near;

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        svg.Rect(0, 0, Width, Height, "#fbf8f0");
        var height = new Contours(Width, Height, 6, Rise);
        Relief(svg, height);

        // the sea, with lines along the shore as on old charts
        var sea = new Contours(Width, Height, 8, (x, y) => -Land(x, y));
        svg.Path(Join(sea.At(0, fill: true), 0.5), "#dfe8ea");
        for (var i = 1; i <= 5; i++)
        {
            svg.Path(Join(sea.At(i * (7 + (i * 1.8))), 0.7), "none", $"stroke='{Ink.Water}' stroke-width='1' opacity='{Ink.N(0.75 - (i * 0.13))}'");
        }

        svg.Path(Join(sea.At(0), 0.4), "none", $"stroke='#4f6c7c' stroke-width='1.8'");

        // who had to leave, below the dam
        var zone = _river.Where(p => p.X > 548).ToList();
        var hatch = svg.Define(id => $"<pattern id='{id}' width='9' height='9' patternUnits='userSpaceOnUse' patternTransform='rotate(45)'><rect width='9' height='9' fill='{Ink.Accent}' opacity='.1'/><rect width='2' height='9' fill='{Ink.Accent}' opacity='.55'/></pattern>");
        svg.Path(Ink.Stroke(zone, t => 52 + (26 * Math.Sin(t * 3.1)) + (9 * Math.Sin(t * 19))), hatch);

        Water(svg);
        Roads(svg);
        BorderLine(svg);
        Towns(svg);
        Names(svg);
        Furniture(svg);
        Inset(svg);
        Heading(svg);
    }

    private static double Shore(double x) => 372 - (0.165 * x) + (34 * Math.Sin(x / 173)) + (34 * Math.Exp(-((x - 262) * (x - 262)) / 2600)) + (1.9 * Math.Max(0, 236 - x));

    private static double Land(double x, double y) => y - Shore(x) + (26 * Dice.Cloud(x / 90, y / 90, 4, 3));

    private double Rise(double x, double y)
    {
        var inland = Math.Clamp(Land(x, y) / 420, 0, 1);
        var east = Math.Clamp((x - 560) / 760, 0, 1);
        var south = Math.Clamp((y - 540) / 480, 0, 1);
        var plain = Math.Exp(-(((x - 860) * (x - 860) / 150000) + ((y - 320) * (y - 320) / 30000)));
        var wx = x + (60 * Dice.Noise(x / 130, y / 130, 77));
        var wy = y + (60 * Dice.Noise(x / 130, y / 130, 78));
        double ridges = 0, size = 0.55, scale = 150;
        for (var i = 0; i < 5; i++)
        {
            var r = 1 - Math.Abs(Dice.Noise(wx / scale, wy / (scale * 1.15), 40 + i));
            ridges += size * r * r;
            size *= 0.5;
            scale *= 0.5;
        }

        var harrow = Math.Exp(-(((x - 1222) * (x - 1222)) + ((y - 492) * (y - 492))) / 7000);
        var wall = Math.Exp(-(x - 1390) * (x - 1390) / 30000);
        var raw = (inland * ((1300 * Math.Pow(east, 1.2)) + (850 * south) + 60) * ridges * 1.25) + (harrow * (500 + (700 * ridges))) + (wall * 1000 * ridges);
        raw *= 1 - (0.9 * plain);
        var near = Near(x, y);
        return raw * (1 - Math.Exp(-near * near / 7000));
    }

    private double Near(double x, double y)
    {
        _near ??= new Contours(Width, Height, 20, (gx, gy) =>
        {
            var best = 1e9;
            foreach (var (px, py) in _river.Concat(_lake).Concat(_upper))
            {
                best = Math.Min(best, ((px - gx) * (px - gx)) + ((py - gy) * (py - gy)));
            }

            return Math.Sqrt(best);
        });
        var (c, r) = ((int)(x / 20), (int)(y / 20));
        var (u, v) = ((x / 20) - c, (y / 20) - r);
        return (((_near[c, r] * (1 - u)) + (_near[c + 1, r] * u)) * (1 - v)) + (((_near[c, r + 1] * (1 - u)) + (_near[c + 1, r + 1] * u)) * v);
    }

    private static string Join(List<List<(double X, double Y)>> lines, double tolerance)
    {
        var d = new StringBuilder();
        foreach (var line in lines)
        {
            d.Append(Ink.Straight(Contours.Thin(Contours.Relax(line), tolerance)));
        }

        return d.ToString();
    }

    private void Relief(Svg svg, Contours height)
    {
        // the sides away from a light in the north-west
        const double cell = 6;
        var shade = new Contours(Width, Height, cell, (x, y) =>
        {
            var (c, r) = ((int)Math.Round(x / cell), (int)Math.Round(y / cell));
            if (Land(x, y) < 0)
            {
                return 0;
            }

            var dx = height[c + 1, r] - height[c - 1, r];
            var dy = height[c, r + 1] - height[c, r - 1];
            return -((dx * 0.8) + (dy * 0.6)) / (cell * 14);
        });
        foreach (var (level, colour) in new[] { (0.18, "#f1ebde"), (0.55, "#e6ddcb"), (1.0, "#d6cab5"), (1.55, "#c3b59e"), (2.3, "#ab9b83") })
        {
            svg.Path(Join(shade.At(level, fill: true, least: 10), 0.8), colour);
        }

        var lit = new Contours(Width, Height, cell, (x, y) => -shade[(int)Math.Round(x / cell), (int)Math.Round(y / cell)]);
        svg.Path(Join(lit.At(0.6, fill: true, least: 10), 0.8), "#fefdf9");
        for (var metres = 400; metres <= 2400; metres += 400)
        {
            svg.Path(Join(height.At(metres, least: 14), 0.9), "none", $"stroke='#a3947a' stroke-width='{(metres % 1200 == 0 ? "1.3" : ".7")}' opacity='.7'");
        }
    }

    private void Water(Svg svg)
    {
        string[] brooks =
        [
            Ink.Curve([(700, 820), (724, 752), (716, 690), (742, 640), (748, 590)]), Ink.Curve([(1120, 480), (1040, 500), (980, 560), (920, 590), (884, 650)]),
            Ink.Curve([(560, 700), (540, 640), (556, 580), (520, 512)]), Ink.Curve([(980, 930), (1040, 880), (1050, 800), (1060, 742)]), Ink.Curve([(900, 420), (820, 432), (760, 470), (690, 480), (606, 520)]),
        ];
        foreach (var brook in brooks)
        {
            svg.Path(brook, "none", $"stroke='{Ink.Water}' stroke-width='1.4'");
        }

        svg.Path(Ink.Stroke(_upper, t => 5 - (2.5 * t)), Ink.Water);
        svg.Path(Ink.Stroke(_river, t => 9 - (4 * t)), Ink.Water);
        var shores = Ink.Stroke(_lake, t => 5 + (44 * Math.Pow(Math.Sin(Math.Min(1, (t * 3.2) + 0.12) * Math.PI / 2), 2) * (1 - (0.82 * t))) + (9 * Math.Sin(t * 31) * (1 - t)) + (4 * Math.Sin(t * 57)));
        svg.Path(shores, "#b9ccd4", $"stroke='#4f6c7c' stroke-width='1.6' stroke-linejoin='round'");
        svg.Path("M990 690L1026 744", "none", $"stroke='{Ink.Black}' stroke-width='8'");
    }

    private void Roads(Svg svg)
    {
        // Ferry Road keeps to the east bank all the way
        var road = Beside(_river, -17).Where((_, i) => i % 5 == 0).ToList();
        road[0] = (280, 362);
        road.Add((1000, 694));
        svg.Path(Ink.Curve(road), "none", $"stroke='{Ink.Paper}' stroke-width='8'");
        svg.Path(Ink.Curve(road), "none", $"stroke='{Ink.Accent}' stroke-width='3.6'");

        // the railway to Tellmark and the pass
        var rail = Ink.Curve([(270, 366), (380, 370), (520, 392), (700, 346), (884, 330), (1040, 372), (1180, 392), (1290, 440), (1395, 472), (1600, 466)]);
        svg.Path(rail, "none", $"stroke='{Ink.Black}' stroke-width='1.6'");
        svg.Path(rail, "none", $"stroke='{Ink.Black}' stroke-width='7' stroke-dasharray='1.4 13'");
        svg.Path(Ink.Curve([(726, 590), (722, 650), (690, 700), (676, 790)]), "none", $"stroke='{Ink.Muted}' stroke-width='1.6'");
    }

    private static void BorderLine(Svg svg)
    {
        var d = Ink.Curve(Border);
        svg.Path(d, "none", "stroke='#8a5a5a' stroke-width='15' opacity='.16'");
        svg.Path(d, "none", $"stroke='{Ink.Black}' stroke-width='2.6' stroke-dasharray='17 6 2.5 6'");
    }

    private static void Towns(Svg svg)
    {
        // the city as a block of streets
        var dice = new Dice(5);
        for (var i = 0; i < 70; i++)
        {
            var (a, r) = (dice.Range(0.1, 2.9), dice.Range(0, 1));
            var (x, y) = (262 + (r * 62 * Math.Cos(a)), 374 + (r * 46 * Math.Sin(a)));
            if (Land(x, y) > 6)
            {
                svg.Rect(x - 5, y - 4, dice.Range(5, 12), dice.Range(4, 9), "#4b443b", "transform='rotate(-14 262 374)'");
            }
        }

        svg.Circle(262, 372, 11, Ink.Paper, $"stroke='{Ink.Black}' stroke-width='4'");
        svg.Circle(262, 372, 4, Ink.Black);
        foreach (var (x, y) in new[] { (884.0, 330.0), (676, 790), (326, 476) })
        {
            svg.Circle(x, y, 7, Ink.Paper, $"stroke='{Ink.Black}' stroke-width='3'");
        }

        svg.Polygon([(1222, 478), (1235, 500), (1209, 500)], Ink.Black);
        svg.Path("M1381 462q14 16 28 0M1381 482q14 -16 28 0", "none", $"stroke='{Ink.Black}' stroke-width='2.4'");
    }

    private void Names(Svg svg)
    {
        const string halo = "#fbf8f0";
        void Name(string text, double x, double y, double size, double weight = Lettering.Medium, Side side = Side.Left, string colour = Ink.Black, double slant = 0) =>
            Lettering.Write(svg, text, x, y, size, colour, weight, side, 0.03, slant, halo, 4);

        Name("Osmere", 104, 338, 31, Lettering.Bold);
        Name("Brightwater", 330, 512, 20, Lettering.Regular, Side.Middle);
        Name("Tellmark", 884, 312, 22, side: Side.Middle);
        Name("Kestrel’s Rest", 658, 800, 22, side: Side.Right);
        Name("Mount Harrow", 1222, 526, 20, side: Side.Middle);
        Name("2,310 m", 1222, 553, 18, Lettering.Regular, Side.Middle, Ink.Muted);
        Name("Harrow Pass", 1378, 432, 20, side: Side.Right);
        Name("Zell dam", 1092, 868, 31, Lettering.Bold, Side.Middle, Ink.Accent);
        Name("five gates, 74 km above Osmere", 1092, 902, 19, Lettering.Regular, Side.Middle);
        svg.Path("M1046 830L1016 738", "none", $"stroke='{Ink.Accent}' stroke-width='2'");
        svg.Circle(1008, 717, 21, "none", $"stroke='{Ink.Accent}' stroke-width='3.5'");

        Lettering.Write(svg, "ALDOR", 210, 640, 38, "#8d8271", Lettering.Light, tracking: 0.6);
        Lettering.Write(svg, "MEREN", 1414, 548, 20, "#8d8271", Lettering.Regular, tracking: 0.2);
        Lettering.Write(svg, "SUND SEA", 800, 160, 30, "#5d7a8a", Lettering.Light, tracking: 0.6, slant: 0.2);
        Lettering.WriteAlong(svg, "Northern plain", Ink.Smooth([(990, 318), (1120, 300), (1290, 262)], 10), 0, 0, 23, "#8d8271", tracking: 0.2, slant: 0.12);
        var road = Beside(_river, -17);
        Lettering.WriteAlong(svg, "Ferry Road", road, 148, 13, 21, Ink.Accent, Lettering.Medium, 0.06, 0, halo, 4);
        Lettering.WriteAlong(svg, "Zell", Beside(_river, 15), 150, -18, 22, "#4f6c7c", Lettering.Medium, 0.16, 0.2, halo, 4);
        Lettering.Write(svg, "Zell", 1464, 866, 19, "#4f6c7c", Lettering.Medium, tracking: 0.16, slant: 0.2, halo: halo, haloWidth: 4);
        Stones(svg, road);
    }

    /// <summary>Ferry Road is measured from the dam, 74 kilometres down to Osmere.</summary>
    private static void Stones(Svg svg, List<(double X, double Y)> road)
    {
        double Length(int to) => Enumerable.Range(1, to).Sum(i => Math.Sqrt(Math.Pow(road[i].X - road[i - 1].X, 2) + Math.Pow(road[i].Y - road[i - 1].Y, 2)));
        var whole = Length(road.Count - 1);
        foreach (var (km, name) in new[] { (9, "Stonelock"), (23, "Millwater"), (41, "Upper Ferry") })
        {
            var at = 1;
            while (Length(at) < whole * (74 - km) / 74)
            {
                at++;
            }

            var (x, y) = road[at];
            svg.Circle(x, y, 6, Ink.Paper, $"stroke='{Ink.Black}' stroke-width='2.6'");
            Lettering.Write(svg, name, x + 10, y - 30, 18.5, Ink.Black, Lettering.Medium, Side.Left, 0.03, 0, "#fbf8f0", 4);
            Lettering.Write(svg, $"km {km}", x + 13 + Lettering.Width(name, 18.5, Lettering.Medium, 0.03) + 8, y - 30, 16, Ink.Muted, Lettering.Regular, Side.Left, 0.03, 0, "#fbf8f0", 4);
            svg.Path($"M{Ink.N(x + 4)} {Ink.N(y - 6)}L{Ink.N(x + 12)} {Ink.N(y - 24)}", "none", $"stroke='{Ink.Black}' stroke-width='1.2'");
        }
    }

    private static void Furniture(Svg svg)
    {
        // 20 km, at 11.9 pixels a kilometre
        svg.Rect(1150, 1012, 119, 7, Ink.Black);
        svg.Rect(1269, 1012, 119, 7, Ink.Paper, $"stroke='{Ink.Black}' stroke-width='1.5'");
        Lettering.Write(svg, "0", 1150, 1000, 17, Ink.Black, side: Side.Middle, halo: "#fbf8f0", haloWidth: 4);
        Lettering.Write(svg, "10", 1269, 1000, 17, Ink.Black, side: Side.Middle, halo: "#fbf8f0", haloWidth: 4);
        Lettering.Write(svg, "20 km", 1396, 1000, 17, Ink.Black, side: Side.Middle, halo: "#fbf8f0", haloWidth: 4);
        svg.Path("M1488 150V226M1488 150L1477 178M1488 150L1499 178", "none", $"stroke='{Ink.Black}' stroke-width='2.4' stroke-linecap='round'");
        Lettering.Write(svg, "N", 1488, 138, 22, Ink.Black, Lettering.Bold, Side.Middle);
        Lettering.Write(svg, "Source: Survey Office; Ministry of Works.   Courier Graphics", 1496, 1050, 15, Ink.Muted, Lettering.Regular, Side.Right, 0.04, 0, "#fbf8f0", 4);
    }

    private static void Inset(Svg svg)
    {
        const double x = 104, y = 700, w = 300, h = 300;
        svg.Rect(x, y, w, h, "#dfe8ea", $"stroke='{Ink.Black}' stroke-width='1.5'");
        var clip = svg.Define(id => $"<clipPath id='{id}'><rect x='{x}' y='{y}' width='{w}' height='{h}'/></clipPath>");
        svg.Add($"<g clip-path='{clip}'>");
        svg.Path(Ink.Curve([(x + 40, y + 320), (x + 62, y + 268), (x + 112, y + 236), (x + 86, y + 190), (x + 96, y + 150), (x + 118, y + 124), (x + 150, y + 112), (x + 190, y + 108), (x + 240, y + 92), (x + 330, y + 74), (x + 330, y + 330)], closed: true), "#efe9db", "stroke='#4f6c7c' stroke-width='1.5'");
        svg.Path(Ink.Curve([(x + 216, y + 92), (x + 222, y + 130), (x + 214, y + 170), (x + 232, y + 214), (x + 180, y + 236), (x + 112, y + 236)]), "none", $"stroke='{Ink.Black}' stroke-width='1.8' stroke-dasharray='9 4 2 4'");
        foreach (var (cx, cy, r) in new[] { (40.0, 150.0, 13.0), (58, 176, 8), (26, 200, 7) })
        {
            svg.Path(Ink.Curve([(x + cx - r, y + cy), (x + cx, y + cy - (r * 1.3)), (x + cx + r, y + cy + 2), (x + cx - 2, y + cy + r)], closed: true), "#efe9db", $"stroke='#4f6c7c' stroke-width='1.5'");
        }

        svg.Rect(x + 98, y + 92, 140, 92, Ink.Accent, $"fill-opacity='.12' stroke='{Ink.Accent}' stroke-width='2.5'");
        Lettering.Write(svg, "Aldor", x + 122, y + 218, 20, Ink.Black, Lettering.Medium);
        Lettering.Write(svg, "Meren", x + 243, y + 212, 15, Ink.Muted);
        Lettering.Write(svg, "Carrow", x + 150, y + 276, 17, Ink.Muted);
        Lettering.Write(svg, "Outer", x + 14, y + 226, 13, Ink.Muted);
        Lettering.Write(svg, "Islands", x + 14, y + 246, 13, Ink.Muted);
        svg.Add("</g>");
    }

    private static void Heading(Svg svg)
    {
        svg.Rect(104, 50, 96, 11, Ink.Accent);
        Lettering.Write(svg, "From the dam to the sea", 104, 126, 39, Ink.Black, Lettering.Bold, halo: "#dfe8ea", haloWidth: 6);
        Lettering.Write(svg, "The Zell valley and Ferry Road", 104, 170, 22, Ink.Muted, halo: "#dfe8ea", haloWidth: 5);
        svg.Rect(420, 1000, 44, 26, Ink.Accent, "opacity='.12'");
        for (var i = 0; i < 6; i++)
        {
            svg.Path($"M{420 + (i * 8)} 1026L{Math.Min(464, 428 + (i * 8))} 1000", "none", $"stroke='{Ink.Accent}' stroke-width='2' opacity='.6'");
        }

        Lettering.Write(svg, "2,300 people moved for three days", 482, 1022, 19, Ink.Black, halo: "#fbf8f0", haloWidth: 4, tracking: 0.03);
    }

    private static List<(double X, double Y)> Beside(List<(double X, double Y)> line, double by)
    {
        var result = new List<(double X, double Y)>();
        for (var i = 0; i < line.Count; i++)
        {
            var a = line[Math.Max(0, i - 4)];
            var b = line[Math.Min(line.Count - 1, i + 4)];
            var (dx, dy) = (b.X - a.X, b.Y - a.Y);
            var length = Math.Sqrt((dx * dx) + (dy * dy));
            result.Add((line[i].X - (dy / length * by), line[i].Y + (dx / length * by)));
        }

        return result;
    }
}
