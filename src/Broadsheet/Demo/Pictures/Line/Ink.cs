using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The colours of the desk and the strokes of the pen.</summary>
internal static class Ink
{
    public const string Black = "#16130f";
    public const string Accent = "#9b1c1c";
    public const string Muted = "#6a635a";
    public const string Paper = "#fffdf9";
    public const string Hair = "#d9d2c6";
    public const string Water = "#6f8c9c";
    public const string Shallow = "#dce6e9";

    public static string N(double v) => v.ToString("0.#", CultureInfo.InvariantCulture);

    public static string N2(double v) => v.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Points on a smooth curve through the given ones (Catmull–Rom), <paramref name="per"/> between each two.</summary>
    public static List<(double X, double Y)> Smooth(IReadOnlyList<(double X, double Y)> through, int per = 8, bool closed = false)
    {
        ArgumentNullException.ThrowIfNull(through);
        var n = through.Count;
        var result = new List<(double X, double Y)>();
        var spans = closed ? n : n - 1;
        for (var i = 0; i < spans; i++)
        {
            var p0 = through[closed ? (i + n - 1) % n : Math.Max(i - 1, 0)];
            var p1 = through[i];
            var p2 = through[(i + 1) % n];
            var p3 = through[closed ? (i + 2) % n : Math.Min(i + 2, n - 1)];
            for (var j = 0; j < per; j++)
            {
                var t = j / (double)per;
                result.Add((Rom(p0.X, p1.X, p2.X, p3.X, t), Rom(p0.Y, p1.Y, p2.Y, p3.Y, t)));
            }
        }

        if (!closed)
        {
            result.Add(through[^1]);
        }

        return result;
    }

    /// <summary>Path data of a smooth curve through points.</summary>
    public static string Curve(IReadOnlyList<(double X, double Y)> p, bool closed = false, double tension = 1)
    {
        ArgumentNullException.ThrowIfNull(p);
        var n = p.Count;
        var d = new StringBuilder();
        d.Append('M').Append(N(p[0].X)).Append(' ').Append(N(p[0].Y));
        var spans = closed ? n : n - 1;
        for (var i = 0; i < spans; i++)
        {
            var p0 = p[closed ? (i + n - 1) % n : Math.Max(i - 1, 0)];
            var p1 = p[i];
            var p2 = p[(i + 1) % n];
            var p3 = p[closed ? (i + 2) % n : Math.Min(i + 2, n - 1)];
            var k = tension / 6;
            d.Append('C').Append(N(p1.X + ((p2.X - p0.X) * k))).Append(' ').Append(N(p1.Y + ((p2.Y - p0.Y) * k))).Append(' ')
                .Append(N(p2.X - ((p3.X - p1.X) * k))).Append(' ').Append(N(p2.Y - ((p3.Y - p1.Y) * k))).Append(' ')
                .Append(N(p2.X)).Append(' ').Append(N(p2.Y));
        }

        return closed ? d.Append('Z').ToString() : d.ToString();
    }

    /// <summary>Path data of straight lines.</summary>
    public static string Straight(IEnumerable<(double X, double Y)> points, bool closed = false)
    {
        ArgumentNullException.ThrowIfNull(points);
        var d = new StringBuilder();
        foreach (var (x, y) in points)
        {
            d.Append(d.Length == 0 ? 'M' : 'L').Append(N(x)).Append(' ').Append(N(y));
        }

        return closed ? d.Append('Z').ToString() : d.ToString();
    }

    /// <summary>The outline of a pen stroke whose breadth swells and thins: <paramref name="breadth"/> takes 0…1 along it.</summary>
    public static string Stroke(IReadOnlyList<(double X, double Y)> line, Func<double, double> breadth)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(breadth);
        var n = line.Count;
        var left = new (double X, double Y)[n];
        var right = new (double X, double Y)[n];
        for (var i = 0; i < n; i++)
        {
            var (ax, ay) = line[Math.Max(0, i - 1)];
            var (bx, by) = line[Math.Min(n - 1, i + 1)];
            var (dx, dy) = (bx - ax, by - ay);
            var length = Math.Max(1e-6, Math.Sqrt((dx * dx) + (dy * dy)));
            var h = breadth(i / (double)(n - 1)) / 2;
            left[i] = (line[i].X - (dy / length * h), line[i].Y + (dx / length * h));
            right[i] = (line[i].X + (dy / length * h), line[i].Y - (dx / length * h));
        }

        return Straight(left.Concat(right.Reverse()), closed: true);
    }

    /// <summary>A hand-held brush line through points: thin at the ends, a little unsteady.</summary>
    public static string Brush(IReadOnlyList<(double X, double Y)> through, double breadth, Dice dice, double shake = 0.6, double startShare = 0.25, double endShare = 0.1)
    {
        ArgumentNullException.ThrowIfNull(dice);
        var line = Smooth(through, 10);
        var phase = dice.Range(0, 100);
        var seed = dice.Whole(0, 9999);
        for (var i = 0; i < line.Count; i++)
        {
            line[i] = (line[i].X + (shake * Dice.Noise(phase + (i * 0.16), 0, seed)), line[i].Y + (shake * Dice.Noise(phase + (i * 0.16), 9, seed)));
        }

        return Stroke(line, t =>
        {
            var body = 0.78 + (0.22 * Math.Sin((t * 5.1) + phase)) + (0.12 * Dice.Noise(phase + (t * 9), 3, seed));
            var rise = Math.Min(1, startShare + (t * 5));
            var fall = Math.Min(1, endShare + ((1 - t) * 4));
            return breadth * body * Math.Min(rise, fall);
        });
    }

    /// <summary>Fills a shape with hand-ruled parallel lines.</summary>
    public static void Hatch(Svg svg, string shape, (double X0, double Y0, double X1, double Y1) box, double degrees, double gap, double thick, string colour, Dice dice, double shake = 0.8)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(dice);
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{shape}'/></clipPath>");
        var (cx, cy) = ((box.X0 + box.X1) / 2, (box.Y0 + box.Y1) / 2);
        var reach = Math.Sqrt(Math.Pow(box.X1 - box.X0, 2) + Math.Pow(box.Y1 - box.Y0, 2)) / 2;
        var (c, s) = (Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180));
        var d = new StringBuilder();
        for (var o = -reach; o <= reach; o += gap)
        {
            var (a, b) = (o + (dice.Bell() * shake), o + (dice.Bell() * shake));
            d.Append(Straight([(cx - (c * reach) - (s * a), cy - (s * reach) + (c * a)), (cx + (c * reach) - (s * b), cy + (s * reach) + (c * b))]));
        }

        svg.Path(d.ToString(), "none", $"stroke='{colour}' stroke-width='{N(thick)}' clip-path='{clip}'");
    }

    /// <summary>A fine tooth of paper over the whole picture, for very little time.</summary>
    public static void Grain(Svg svg, double strength = 0.35, double frequency = 0.8, string mode = "soft-light")
    {
        ArgumentNullException.ThrowIfNull(svg);
        var filter = svg.Define(id => $"<filter id='{id}' x='0' y='0' width='1' height='1'><feTurbulence type='fractalNoise' baseFrequency='{frequency.ToString(CultureInfo.InvariantCulture)}' numOctaves='2' stitchTiles='stitch' seed='7'/><feColorMatrix values='0 1.6 0 0 -.3 0 1.6 0 0 -.3 0 1.6 0 0 -.3 0 0 0 0 1'/></filter>");
        var tile = svg.Define(id => $"<pattern id='{id}' width='240' height='240' patternUnits='userSpaceOnUse'><rect width='240' height='240' filter='{filter}'/></pattern>");
        svg.Rect(0, 0, svg.Width, svg.Height, tile, $"opacity='{N(strength)}' style='mix-blend-mode:{mode}'");
    }

    /// <summary>Mixes two colours written #rrggbb.</summary>
    public static string Mix(string a, string b, double t)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        t = Math.Clamp(t, 0, 1);
        var (r0, g0, b0) = Rgb(a);
        var (r1, g1, b1) = Rgb(b);
        return Hex(r0 + ((r1 - r0) * t), g0 + ((g1 - g0) * t), b0 + ((b1 - b0) * t));
    }

    /// <summary>A colour of a ramp of colours, 0…1.</summary>
    public static string Ramp(double t, params ReadOnlySpan<string> colours)
    {
        t = Math.Clamp(t, 0, 1) * (colours.Length - 1);
        var i = Math.Min((int)t, colours.Length - 2);
        return Mix(colours[i], colours[i + 1], t - i);
    }

    public static (double R, double G, double B) Rgb(string colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        var v = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (v >> 16, (v >> 8) & 255, v & 255);
    }

    public static string Hex(double r, double g, double b)
    {
        static int Whole(double v) => (int)Math.Clamp(Math.Round(v), 0, 255);
        return string.Create(CultureInfo.InvariantCulture, $"#{Whole(r):x2}{Whole(g):x2}{Whole(b):x2}");
    }

    private static double Rom(double a, double b, double c, double d, double t) =>
        0.5 * ((2 * b) + ((c - a) * t) + (((2 * a) - (5 * b) + (4 * c) - d) * t * t) + (((3 * b) - a - (3 * c) + d) * t * t * t));
}
