using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The islands and the line of 1911.</summary>
internal sealed class MapSundSea() : Scene("map-sund-sea")
{
    private static readonly (double X, double Y, double Rx, double Ry, double Turn, double Size)[] Islands =
    [
        (548, 440, 140, 66, -0.55, 1.0), (786, 600, 62, 34, 0.5, 0.9), (384, 640, 58, 44, -0.2, 0.9),
        (700, 346, 24, 14, 0.3, 0.75), (700, 546, 17, 12, -0.6, 0.75), (860, 540, 18, 12, 0.2, 0.75), (318, 574, 17, 11, 0, 0.75), (690, 640, 14, 10, 0, 0.75), (400, 420, 22, 12, -0.7, 0.75),
    ];

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        svg.Rect(0, 0, Width, Height, "#e9f0f1");
        var ground = new Contours(Width, Height, 6, Ground);
        foreach (var (level, colour) in new[] { (-0.9, "#e0eaec"), (-0.62, "#d5e3e6"), (-0.36, "#c8dadf") })
        {
            svg.Path(Join(ground.At(level, fill: true), 1), colour);
            svg.Path(Join(ground.At(level), 1), "none", "stroke='#ffffff' stroke-width='1.2' opacity='.8'");
        }

        Grid(svg);
        for (var i = 1; i <= 3; i++)
        {
            svg.Path(Join(ground.At(-0.035 * i * (1 + (i * 0.25))), 0.6), "none", $"stroke='{Ink.Water}' stroke-width='1' opacity='{Ink.N(0.8 - (i * 0.2))}'");
        }

        svg.Path(Join(ground.At(0, fill: true), 0.4), "#f6f0e2", "stroke='#3f5b69' stroke-width='2' stroke-linejoin='round'");
        svg.Path(Join(ground.At(0.18, fill: true), 0.7), "#f1e9d7");
        svg.Path(Join(ground.At(0.42, fill: true), 0.7), "#ebe1cc");

        Relief(svg, ground);
        Routes(svg);
        TheLine(svg);
        Herring(svg);
        Names(svg);
    }

    private static double Ground(double x, double y)
    {
        var rough = Dice.Cloud(x / 105, y / 105, 5, 9);
        var aldor = ((x - 1130 - (Math.Max(0, 390 - y) * 0.95)) / 260) + ((330 - y) / 1500) - (0.16 * Math.Exp(-(y - 420) * (y - 420) / 9000));
        var carrow = ((y - 880) / 260) + ((x - 900) / 1500);
        var sound = Math.Max(aldor, carrow);
        var best = sound + (0.34 * rough);
        foreach (var (ix, iy, rx, ry, turn, size) in Islands)
        {
            var (c, s) = (Math.Cos(turn), Math.Sin(turn));
            var (dx, dy) = (x - ix, y - iy);
            var (u, v) = (((dx * c) + (dy * s)) / rx, ((dy * c) - (dx * s)) / ry);
            var r = Math.Sqrt((u * u) + (v * v));
            var k = Math.Sqrt(rx * ry) / 260;
            best = Math.Max(best, Math.Max(k * (size - r), -0.15 - (0.55 * (r - 1) * k * 1.9)) + ((0.1 + (k * 0.62)) * rough * Math.Min(1, 0.35 + k)));
        }

        return Math.Max(best, -1.3 + (0.25 * rough));
    }

    /// <summary>Hills, lit from the north-west.</summary>
    private void Relief(Svg svg, Contours ground)
    {
        const double cell = 6;
        static double Hill(double x, double y) =>
            (1 - Math.Abs(Dice.Noise(x / 120, y / 100, 61))) + (0.5 * (1 - Math.Abs(Dice.Noise(x / 56, y / 50, 62)))) + (0.25 * (1 - Math.Abs(Dice.Noise(x / 27, y / 25, 63))));
        var shade = new Contours(Width, Height, cell, (x, y) =>
        {
            var inland = Math.Clamp(ground[(int)Math.Round(x / cell), (int)Math.Round(y / cell)] * 2.6, 0, 1);
            return inland <= 0 ? 0 : inland * -(((Hill(x + 5, y) - Hill(x - 5, y)) * 0.8) + ((Hill(x, y + 5) - Hill(x, y - 5)) * 0.6)) * 5;
        });
        foreach (var (level, colour, strength) in new[] { (0.35, "#b49f78", 0.22), (0.75, "#a38c62", 0.28), (1.15, "#8c754c", 0.3) })
        {
            svg.Path(Join(shade.At(level, fill: true, least: 8), 0.9), colour, $"opacity='{Ink.N(strength)}'");
        }
    }

    private static string Join(List<List<(double X, double Y)>> lines, double tolerance)
    {
        var d = new StringBuilder();
        foreach (var line in lines)
        {
            d.Append(Ink.Straight(Contours.Thin(Contours.Relax(line, 1), tolerance)));
        }

        return d.ToString();
    }

    private static void Grid(Svg svg)
    {
        // meridians and parallels of a conic projection
        var d = new StringBuilder();
        for (var i = -1; i <= 8; i++)
        {
            d.Append(Ink.Curve([(60 + (i * 215), 0), (90 + (i * 208), 530), (112 + (i * 201), 1067)]));
        }

        for (var i = 0; i <= 5; i++)
        {
            d.Append(Ink.Curve([(0, 90 + (i * 205)), (800, 66 + (i * 205)), (1600, 90 + (i * 205))]));
        }

        svg.Path(d.ToString(), "none", "stroke='#8fa6b1' stroke-width='.8' opacity='.5'");
    }

    private static void Herring(Svg svg)
    {
        // where the herring stand, on both sides of the ink
        var dice = new Dice(14);
        for (var i = 0; i < 26; i++)
        {
            var (x, y) = (668 + (dice.Bell() * 42), 741 + (dice.Bell() * 12));
            var (c, s) = (Math.Cos(dice.Range(-0.5, 0.5)), dice.Range(0.8, 1.15));
            svg.Path($"M{Ink.N(x - 8)} {Ink.N(y)}Q{Ink.N(x)} {Ink.N(y - (5 * s))} {Ink.N(x + 7)} {Ink.N(y)}L{Ink.N(x + 12)} {Ink.N(y - (4 * c))}V{Ink.N(y + 4)}L{Ink.N(x + 7)} {Ink.N(y)}Q{Ink.N(x)} {Ink.N(y + (5 * s))} {Ink.N(x - 8)} {Ink.N(y)}Z", "#3f5b69", "opacity='.85'");
        }
    }

    private static void Routes(Svg svg)
    {
        foreach (var d in new[] { Ink.Curve([(1158, 428), (1010, 480), (860, 430), (650, 410)]), Ink.Curve([(1158, 428), (1020, 520), (920, 588), (822, 606)]), Ink.Curve([(760, 620), (660, 670), (520, 672), (430, 650)]) })
        {
            svg.Path(d, "none", "stroke='#3f5b69' stroke-width='1.8' stroke-dasharray='2 7' stroke-linecap='round'");
        }
    }

    private static void TheLine(Svg svg)
    {
        (double, double)[] line = [(1146, 772), (1010, 800), (780, 740), (560, 740), (330, 846), (226, 868)];
        svg.Path(Ink.Straight(line), "none", $"stroke='{Ink.Accent}' stroke-width='16' opacity='.13'");
        svg.Path(Ink.Straight(line), "none", $"stroke='{Ink.Accent}' stroke-width='3.6' stroke-dasharray='18 9'");
        foreach (var (x, y) in line)
        {
            svg.Circle(x, y, 6, Ink.Paper, $"stroke='{Ink.Accent}' stroke-width='2.6'");
        }

        svg.Path(Ink.Curve([(1206, 752), (1250, 750), (1330, 782), (1440, 756), (1600, 790)]), "none", "stroke='#8a5a5a' stroke-width='14' opacity='.16'");
        svg.Path(Ink.Curve([(1206, 752), (1250, 750), (1330, 782), (1440, 756), (1600, 790)]), "none", $"stroke='{Ink.Black}' stroke-width='2.4' stroke-dasharray='17 6 2.5 6'");
    }

    private static void Names(Svg svg)
    {
        const string sea = "#d9e5e8";
        const string shore = "#f6f0e2";
        static void Spot(Svg s, double x, double y) => s.Circle(x, y, 7, Ink.Paper, $"stroke='{Ink.Black}' stroke-width='3'");

        svg.Circle(1166, 428, 11, Ink.Paper, $"stroke='{Ink.Black}' stroke-width='4'");
        svg.Circle(1166, 428, 4, Ink.Black);
        Lettering.Write(svg, "Osmere", 1192, 440, 30, Ink.Black, Lettering.Bold, halo: shore, haloWidth: 5, tracking: 0.03);
        Spot(svg, 640, 410);
        Spot(svg, 812, 606);
        Spot(svg, 422, 648);
        Lettering.Write(svg, "Great Sund", 540, 456, 26, Ink.Black, Lettering.Medium, Side.Middle, 0.04, 0, shore, 4);
        Lettering.Write(svg, "Little Sund", 790, 668, 22, Ink.Black, Lettering.Medium, Side.Middle, 0.04, 0, sea, 5);
        Lettering.Write(svg, "Varn", 384, 714, 22, Ink.Black, Lettering.Medium, Side.Middle, 0.04, 0, sea, 5);
        Lettering.Write(svg, "OUTER ISLANDS", 250, 318, 23, Ink.Muted, tracking: 0.35, halo: sea, haloWidth: 4);
        Lettering.Write(svg, "ALDOR", 1290, 620, 40, "#8d8271", Lettering.Light, tracking: 0.4);
        Lettering.Write(svg, "CARROW", 1010, 990, 40, "#8d8271", Lettering.Light, tracking: 0.55);
        Lettering.Write(svg, "SUND SEA", 700, 250, 34, "#54727f", Lettering.Light, tracking: 0.5, slant: 0.2);
        Lettering.WriteAlong(svg, "PALE COAST", [(1216, 470), (1236, 740)], 8, 0, 18, Ink.Muted, tracking: 0.3, halo: shore, haloWidth: 4);
        var line = new List<(double X, double Y)> { (330, 846), (0, 914) };
        line.Reverse();
        Lettering.WriteAlong(svg, "Line of 1911", line, 118, 20, 27, Ink.Accent, Lettering.Bold, 0.03, 0, sea, 5);
        Lettering.WriteAlong(svg, "140 kilometres", line, 136, -38, 18, Ink.Accent, Lettering.Regular, 0.06, 0, sea, 4);
        Lettering.WriteAlong(svg, "Aldor’s waters", [(780, 740), (1010, 800)], 50, 18, 18, Ink.Muted, Lettering.Regular, 0.06, 0.2, sea, 4);
        Lettering.WriteAlong(svg, "Carrow’s waters", [(780, 740), (1010, 800)], 44, -36, 18, Ink.Muted, Lettering.Regular, 0.06, 0.2, sea, 4);
        Lettering.Write(svg, "herring, this season", 664, 792, 18, "#3f5b69", Lettering.Medium, Side.Middle, 0.04, 0.2, sea, 4);
        Spot(svg, 612, 910);
        Lettering.Write(svg, "Lannet", 612, 948, 21, Ink.Black, Lettering.Medium, Side.Middle, 0.04, 0, shore, 4);

        svg.Rect(104, 50, 96, 11, Ink.Accent);
        Lettering.Write(svg, "A line drawn in 1911", 104, 126, 39, Ink.Black, Lettering.Bold, halo: "#e3ecee", haloWidth: 6);
        Lettering.Write(svg, "Aldor’s Outer Islands and the waters shared with Carrow", 104, 170, 22, "#54504a", halo: "#e3ecee", haloWidth: 5);

        svg.Path("M1488 900V976M1488 900L1477 928M1488 900L1499 928", "none", $"stroke='{Ink.Black}' stroke-width='2.4' stroke-linecap='round'");
        Lettering.Write(svg, "N", 1488, 888, 22, Ink.Black, Lettering.Bold, Side.Middle);
        // 40 km, at 6.8 pixels a kilometre
        svg.Rect(104, 992, 136, 7, Ink.Black);
        svg.Rect(240, 992, 136, 7, Ink.Paper, $"stroke='{Ink.Black}' stroke-width='1.5'");
        Lettering.Write(svg, "0", 104, 980, 17, Ink.Black, halo: sea, haloWidth: 4);
        Lettering.Write(svg, "20", 240, 980, 17, Ink.Black, side: Side.Middle, halo: sea, haloWidth: 4);
        Lettering.Write(svg, "40 km", 380, 980, 17, Ink.Black, side: Side.Middle, halo: sea, haloWidth: 4);
        svg.Path("M460 994h46", "none", "stroke='#3f5b69' stroke-width='1.8' stroke-dasharray='2 7' stroke-linecap='round'");
        Lettering.Write(svg, "ferries", 516, 1001, 17, Ink.Black, tracking: 0.03);
        Lettering.Write(svg, "Source: Harbour Authority, photograph of the treaty chart", 104, 1042, 15, Ink.Muted, tracking: 0.04);
        Lettering.Write(svg, "Courier Graphics", 1496, 1042, 15, Ink.Muted, Lettering.Medium, Side.Right, 0.04);
    }
}
