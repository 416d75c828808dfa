using System.Globalization;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>A graphic of the desk: heading, what is shown, the drawing, the source.</summary>
internal sealed class Chart(string key, string title, string shown, string source, Action<Svg> draw) : Scene(key)
{
    private const double Left = 150;
    private const double Right = 1500;
    private const double Top = 260;
    private const double Foot = 915;

    // Cards on front pages cut pictures to 4:3; nothing is written where they cut.
    private const double Inner = 0.965;

    public static IEnumerable<Scene> All { get; } =
    [
        new Chart("chart-grain", "Wheat has fallen for four weeks", "Closing prices on the Tellmark exchange, marks a tonne, weekly", "Source: Tellmark exchange", Grain),
        new Chart("chart-reservoir", "The lake fell six metres in five days", "Level of the Zell reservoir, metres above the sea, read each morning", "Source: Weather Institute", Reservoir),
        new Chart("chart-seats", "The coalition is one seat short", "The Assembly’s 121 seats since Berit Stoll left the Farmers’ List", "Source: Assembly records", Seats),
        new Chart("chart-rain", "As much rain, in fewer days", "Nine villages in the hills above the Zell, by decade", "Source: Weather Institute, from a century of gauge books", Rain),
    ];

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        Within(svg, () =>
        {
            Frame(svg, title, shown, source);
            draw(svg);
        });
    }

    /// <summary>On paper, inside the margins that every crop leaves.</summary>
    internal static void Within(Svg svg, Action draw)
    {
        svg.Rect(0, 0, svg.Width, svg.Height, Ink.Paper);
        svg.Add($"<g transform='translate({Svg.N(svg.Width * (1 - Inner) / 2)} {Svg.N(svg.Height * (1 - Inner) / 2)}) scale({Inner.ToString(CultureInfo.InvariantCulture)})'>");
        draw();
        svg.Add("</g>");
    }

    /// <summary>Rule, heading and source: the same on every graphic.</summary>
    internal static void Frame(Svg svg, string title, string shown, string source)
    {
        svg.Rect(70, 56, svg.Width - 140, 2.5, Ink.Black);
        svg.Rect(70, 56, 96, 11, Ink.Accent);
        Lettering.Write(svg, title, 70, 138, 41, Ink.Black, Lettering.Bold);
        Lettering.Write(svg, shown, 70, 188, 23, Ink.Muted, tracking: 0.02);
        svg.Rect(70, svg.Height - 74, svg.Width - 140, 1, Ink.Hair);
        Lettering.Write(svg, source, 70, svg.Height - 34, 17, Ink.Muted, tracking: 0.03);
        Lettering.Write(svg, "Courier Graphics", svg.Width - 70, svg.Height - 34, 17, Ink.Muted, Lettering.Medium, Side.Right, 0.03);
    }

    private static void Label(Svg svg, string text, double x, double y, string colour = Ink.Muted, double weight = Lettering.Regular, Side side = Side.Left, double size = 20) =>
        Lettering.Write(svg, text, x, y, size, colour, weight, side, 0.02, 0, Ink.Paper, 4);

    private static void Across(Svg svg, double y, string label, bool zero = false)
    {
        svg.Rect(Left - 80, y - (zero ? 1 : 0.5), Right - Left + 80, zero ? 2 : 1, zero ? Ink.Black : Ink.Hair);
        Label(svg, label, Left - 80, y - 9);
    }

    private static void Ticks(Svg svg, params (double X, string Text)[] ticks)
    {
        foreach (var (x, text) in ticks)
        {
            svg.Rect(x - 0.75, Foot, 1.5, 11, Ink.Black);
            var side = x > Right - 30 ? Side.Right : x < Left + 20 ? Side.Left : Side.Middle;
            Label(svg, text, x, Foot + 42, side: side);
        }
    }

    private static void Note(Svg svg, double x, double y, double toX, double toY, Side side, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Label(svg, lines[i], x, y + (i * 31), Ink.Black, i == 0 ? Lettering.Medium : Lettering.Regular, side);
        }

        var fromX = side switch { Side.Left => x - 8, Side.Right => x + 8, _ => x };
        var fromY = toY > y ? y - 8 + ((lines.Length - 1) * 16) : y - 30;
        svg.Add($"<path d='M{Ink.N(fromX)} {Ink.N(fromY)}L{Ink.N(toX)} {Ink.N(toY)}' stroke='{Ink.Black}' stroke-width='1.2' fill='none'/>");
    }

    private static void Grain(Svg svg)
    {
        const int weeks = 104;
        static double X(double week) => Left + ((Right - 215 - Left) * week / weeks);
        static double Y(double marks) => Foot - ((Foot - Top) * (marks - 140) / 120);

        // the two harvests
        foreach (var (from, to) in new[] { (43.0, 51.0), (93.0, 101.0) })
        {
            svg.Rect(X(from), Top, X(to) - X(from), Foot - Top, "#f3ecdb");
            Label(svg, "harvest", X((from + to) / 2), Top + 30, "#94835a", side: Side.Middle);
        }

        for (var m = 140; m <= 260; m += 20)
        {
            Across(svg, Y(m), m == 260 ? "260 marks" : m.ToString(CultureInfo.InvariantCulture), m == 140);
        }

        var wheat = Series([(0, 219), (8, 224), (17, 233), (26, 243), (34, 240), (42, 229), (50, 213), (58, 217), (68, 224), (78, 231), (86, 237), (94, 234)], 2.6, 11);
        wheat.AddRange([(95, 233), (96, 235), (97, 232), (98, 233), (99, 232), (100, 231), (101, 226), (102, 220), (103, 214), (104, 208)]);
        var feed = Series([(0, 196), (8, 200), (17, 207), (26, 215), (34, 212), (42, 202), (50, 190), (58, 192), (68, 198), (78, 204), (86, 208), (94, 206)], 2.4, 29);
        feed.AddRange([(95, 205), (96, 206), (97, 204), (98, 205), (99, 205), (100, 204), (101, 199), (102, 193), (103, 188), (104, 181)]);
        var barley = Series([(0, 212), (10, 213), (20, 217), (30, 220), (40, 221), (52, 219), (64, 221), (76, 224), (88, 226), (100, 226), (104, 225)], 0.9, 23);
        void Draw(List<(double X, double Y)> series, string colour, double thick) =>
            svg.Add($"<path d='{Ink.Straight(series.Select(p => (X(p.X), Y(p.Y))))}' fill='none' stroke='{colour}' stroke-width='{Ink.N(thick)}' stroke-linejoin='round'/>");
        Draw(barley, "#b9ad98", 3);
        Draw(feed, Ink.Water, 3.4);
        Draw(wheat, Ink.Paper, 9);
        Draw(wheat, Ink.Accent, 5);
        void End(string name, double marks, string colour, double size)
        {
            svg.Circle(X(104), Y(marks), size / 3, colour, $"stroke='{Ink.Paper}' stroke-width='3'");
            Lettering.Write(svg, name, X(104) + 22, Y(marks) - 4, size * 0.88, colour, Lettering.Bold);
            Lettering.Write(svg, marks.ToString(CultureInfo.InvariantCulture), X(104) + 22, Y(marks) + 27, size * 0.88, colour, Lettering.Medium);
        }

        End("Malting barley", 225, "#8d8068", 23);
        End("Milling wheat", 208, Ink.Accent, 26);
        End("Feed wheat", 181, "#4f6c7c", 23);
        svg.Circle(X(100), Y(231), 6, Ink.Paper, $"stroke='{Ink.Accent}' stroke-width='3'");
        Note(svg, X(83), Y(252), X(99.6), Y(231) - 11, Side.Right, "Four weeks ago, 231");
        Ticks(svg, (X(0), "24 months ago"), (X(26), "18"), (X(52), "12"), (X(78), "6"), (X(104), "now"));
    }

    private static void Reservoir(Svg svg)
    {
        static double X(double day) => Left + ((Right - Left - 60) * (day + 20) / 28);
        static double Y(double m) => Foot - ((Foot - Top) * (m - 400) / 16);
        double[] morning = [410.9, 411.0, 411.0, 411.2, 411.3, 411.3, 411.5, 411.6, 411.8, 411.9, 411.9, 412.1, 412.2, 412.2, 412.3, 412.4, 412.5, 412.5, 412.6, 412.7, 412.7, 411.4, 410.2, 409.0, 407.8, 406.7, 406.6, 406.7, 406.6];
        var points = morning.Select((m, i) => (X: X(i - 20 + 0.29), Y: Y(m))).ToList();
        var water = svg.Vertical((0, "#a9c0cb", 1), (1, "#eaf0f1", 1));
        svg.Path(Ink.Straight(points.Append((points[^1].X, Foot)).Append((points[0].X, Foot)), closed: true), water);

        // the night of the explosion
        svg.Rect(X(-0.25), Top, X(0.3) - X(-0.25), Foot - Top, Ink.Black, "opacity='.14'");
        for (var m = 400; m <= 416; m += 4)
        {
            Across(svg, Y(m), m == 416 ? "416 m" : m.ToString(CultureInfo.InvariantCulture), m == 400);
        }

        svg.Add($"<path d='M{Ink.N(Left - 80)} {Ink.N(Y(414.5))}H{Ink.N(Right)}' stroke='{Ink.Black}' stroke-width='1.5' stroke-dasharray='9 7'/>");
        Label(svg, "highest level permitted, 414.5 m", Left + 60, Y(414.5) - 12, Ink.Black);
        const string pen = "fill='none' stroke-linejoin='round' stroke-linecap='round'";
        svg.Add($"<path d='{Ink.Straight(points.Take(21))}' {pen} stroke='#34515f' stroke-width='4.5'/>");
        svg.Add($"<path d='{Ink.Straight(points.Skip(20))}' {pen} stroke='{Ink.Accent}' stroke-width='4.5'/>");
        for (var i = 0; i < points.Count; i++)
        {
            svg.Circle(points[i].X, points[i].Y, 6.5, i <= 20 ? "#34515f" : Ink.Accent, $"stroke='{Ink.Paper}' stroke-width='2'");
        }

        Lettering.Write(svg, "406.6 m", points[^1].X + 6, points[^1].Y + 56, 25, Ink.Accent, Lettering.Bold, Side.Right, halo: "#c6d5dc", haloWidth: 4);
        Lettering.Write(svg, "three gates open, according", X(1.6), Y(413) - 8, 20, Ink.Black, tracking: 0.02, halo: Ink.Paper, haloWidth: 4);
        Lettering.Write(svg, "to people of the shift", X(1.6), Y(413) + 22, 20, Ink.Black, tracking: 0.02, halo: Ink.Paper, haloWidth: 4);
        svg.Path($"M{Ink.N(X(2.4))} {Ink.N(Y(413) + 36)}L{Ink.N(X(1.75))} {Ink.N(Y(411.1))}", "none", $"stroke='{Ink.Black}' stroke-width='1.2'");
        Lettering.Write(svg, "Night of the explosion", X(0.02) - 22, Y(404.2), 20, Ink.Black, Lettering.Medium, Side.Right, 0.02);
        Lettering.Write(svg, "412.7 m", X(0.02) - 22, Y(404.2) + 31, 20, Ink.Black, Lettering.Regular, Side.Right, 0.02);
        Ticks(svg, (X(-20), "20 days before"), (X(-15), "15"), (X(-10), "10"), (X(-5), "5"), (X(0), "0"), (X(4), "4"), (X(8), "8 days after"));
    }

    private static void Seats(Svg svg)
    {
        const double cx = 800, cy = 850;
        (string Name, int Seats, string Colour)[] groups = [("Harbour Left", 38, Ink.Accent), ("Greens of the Coast", 14, "#c2675a"), ("Independents", 3, "#8d8068"), ("Islands’ List", 6, "#b9ad98"), ("Farmers’ List", 16, "#8ea6b2"), ("Civic Union", 44, "#34515f")];
        var seats = new List<(double X, double Y, double Angle)>();
        double[] radii = [296, 350, 404, 458, 512, 566];
        var left = 121;
        var total = radii.Sum();
        for (var r = 0; r < radii.Length; r++)
        {
            var n = r == radii.Length - 1 ? left : (int)Math.Round(121 * radii[r] / total);
            left -= n;
            for (var i = 0; i < n; i++)
            {
                var angle = Math.PI * (1 - (i / (n - 1.0)));
                seats.Add((cx + (radii[r] * Math.Cos(angle)), cy - (radii[r] * Math.Sin(angle)), angle));
            }
        }

        seats.Sort((a, b) => Math.Abs(a.Angle - b.Angle) > 1e-9 ? b.Angle.CompareTo(a.Angle) : a.Y.CompareTo(b.Y));
        var seat = 0;
        foreach (var (name, n, colour) in groups)
        {
            for (var i = 0; i < n; i++, seat++)
            {
                svg.Circle(seats[seat].X, seats[seat].Y, 21, colour);
            }
        }

        // where the sixty begin
        svg.Add($"<path d='M{Ink.N(cx)} {Ink.N(cy - 262)}V{Ink.N(cy - 205)}' stroke='{Ink.Hair}' stroke-width='2'/>");
        Lettering.Write(svg, "61", cx - 34, cy - 14, 112, Ink.Accent, Lettering.Medium, Side.Right);
        Lettering.Write(svg, "60", cx + 34, cy - 14, 112, "#34515f", Lettering.Medium);
        Lettering.Write(svg, "others", cx - 36, cy - 152, 24, Ink.Accent, Lettering.Medium, Side.Right);
        Lettering.Write(svg, "coalition", cx + 36, cy - 152, 24, "#34515f", Lettering.Medium);
        svg.Rect(cx - 0.75, cy - 180, 1.5, 166, Ink.Hair);
        var x = 84.0;
        foreach (var (name, n, colour) in groups)
        {
            svg.Circle(x, cy + 78, 11, colour);
            var text = $"{name} {n}";
            Lettering.Write(svg, text, x + 20, cy + 86, 18, Ink.Black, Lettering.Regular, tracking: 0.02);
            x += 58 + Lettering.Width(text, 18, Lettering.Regular, 0.02);
        }

        var stoll = seats.Skip(52).Take(3).MinBy(p => p.Y);
        svg.Circle(stoll.X, stoll.Y, 8, Ink.Paper);
        svg.Path($"M{Ink.N(stoll.X)} {Ink.N(stoll.Y)}V268H{Ink.N(stoll.X - 26)}", "none", $"stroke='{Ink.Black}' stroke-width='1.6'");
        Lettering.Write(svg, "Ms Stoll, now an independent", stoll.X - 38, 275, 20, Ink.Black, Lettering.Medium, Side.Right, 0.02);
    }

    private static void Rain(Svg svg)
    {
        int[] days = [206, 202, 199, 195, 189, 183, 175, 167, 160, 154];
        int[] most = [47, 49, 50, 51, 54, 57, 61, 65, 69, 73];
        const double top = Top + 70;
        Panel(svg, 70, 690, "Days with rain in a year", days, 250, 50, "#8ea6b2", "#34515f", top);
        Panel(svg, 850, 680, "Wettest day of the year, millimetres", most, 100, 20, "#d3a09a", Ink.Accent, top);
        Lettering.Write(svg, "Rain in the whole year: 1,486 millimetres in the first two decades, 1,502 in the last two", 70, Foot + 54, 20, Ink.Black, Lettering.Medium, tracking: 0.02);
    }

    private static void Panel(Svg svg, double x, double w, string title, int[] values, int most, int step, string pale, string full, double top)
    {
        double Y(double v) => Foot - 40 - ((Foot - 40 - top) * v / most);
        Lettering.Write(svg, title, x, top - 50, 23, Ink.Black, Lettering.Medium, tracking: 0.02);
        for (var v = 0; v <= most; v += step)
        {
            svg.Rect(x, Y(v) - (v == 0 ? 1 : 0.5), w, v == 0 ? 2 : 1, v == 0 ? Ink.Black : Ink.Hair);
            Label(svg, v.ToString(CultureInfo.InvariantCulture), x, Y(v) - 8);
        }

        var cell = (w - 60) / values.Length;
        for (var i = 0; i < values.Length; i++)
        {
            var ends = i < 2 || i > 7;
            var bx = x + 60 + (i * cell);
            svg.Rect(bx + 6, Y(values[i]), cell - 12, Foot - 41 - Y(values[i]), ends ? full : pale);
        }

        foreach (var (i, mean) in new[] { (0, (values[0] + values[1]) / 2), (8, (values[8] + values[9]) / 2) })
        {
            Lettering.Write(svg, mean.ToString(CultureInfo.InvariantCulture), x + 60 + ((i + 1) * cell), Y(Math.Max(values[i], values[i + 1])) - 14, 27, full, Lettering.Bold, Side.Middle, halo: Ink.Paper, haloWidth: 4);
        }

        Label(svg, "first two decades", x + 66, Foot);
        Label(svg, "last two", x + w - 6, Foot, side: Side.Right);
    }

    /// <summary>A jagged but plausible series through given points.</summary>
    private static List<(double X, double Y)> Series((double X, double Y)[] through, double rough, ulong seed, int perUnit = 1)
    {
        var dice = new Dice(seed);
        var result = new List<(double X, double Y)>();
        double wander = 0;
        var last = through[^1].X;
        for (var x = through[0].X; x <= last + 1e-9; x += 1.0 / perUnit)
        {
            var i = 1;
            while (i < through.Length - 1 && through[i].X < x)
            {
                i++;
            }

            var (a, b) = (through[i - 1], through[i]);
            var t = (x - a.X) / (b.X - a.X);
            t = t * t * (3 - (2 * t)) * 0.5 + (t * 0.5);
            wander = (wander * 0.62) + (dice.Bell() * rough * 0.55);
            var hold = Math.Min(1, Math.Min(x - through[0].X, last - x) * perUnit / 2);
            result.Add((x, a.Y + ((b.Y - a.Y) * t) + (wander * hold)));
        }

        return result;
    }
}
