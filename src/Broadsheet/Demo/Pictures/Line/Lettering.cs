using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Where a text stands on its point.</summary>
internal enum Side
{
    Left,
    Middle,
    Right,
}

/// <summary>
/// A draughtsman's single-stroke alphabet, because servers have no fonts. Sizes are the height of capitals in pixels; weights are the stroke as a share of it.
/// </summary>
internal static class Lettering
{
    public const double Light = 0.088;
    public const double Regular = 0.112;
    public const double Medium = 0.142;
    public const double Bold = 0.186;

    // Baseline 0, capitals to −100, small letters to −67, descenders to 30. M L H V C Z as in SVG; E is an arc of an ellipse: cx cy rx ry from to (degrees, y down).
    // Before the strokes: room left, width, room right (to the middle of the stroke).
    private static readonly Dictionary<char, Glyph> Glyphs = new()
    {
        [' '] = G(0, 32, 0, ""),
        ['A'] = G(1, 84, 1, "M0 0L42 -100L84 0M14 -33H70"),
        ['B'] = G(10, 57, 6, "M0 -53H28E28 -76.5 23 23.5 90 -90H0V0H29E29 -26.5 28 26.5 90 -90H28"),
        ['C'] = G(6, 79, 4, "E49 -50 49 51 -50 -310"),
        ['D'] = G(10, 77, 6, "M0 0V-100H28E28 -50 49 50 -90 90Z"),
        ['E'] = G(10, 49, 5, "M49 -100H0V0H50M0 -52H44"),
        ['F'] = G(10, 47, 3, "M47 -100H0V0M0 -50H42"),
        ['G'] = G(6, 84, 9, "E49 -50 49 51 -50 -315L83.6 -14V-46H56"),
        ['H'] = G(10, 71, 10, "M0 0V-100M71 0V-100M0 -52H71"),
        ['I'] = G(10, 0, 10, "M0 0V-100"),
        ['J'] = G(5, 32, 10, "M32 -100V-28C32 -9 24 1 10 1C6 1 3 0.5 0 -1"),
        ['K'] = G(10, 62, 2, "M0 0V-100M59 -100L0 -42M19 -60.5L63 0"),
        ['L'] = G(10, 46, 3, "M0 -100V0H46"),
        ['M'] = G(8, 92, 8, "M0 0L7 -100L46 -20L85 -100L92 0"),
        ['N'] = G(10, 74, 10, "M0 0V-100L74 0V-100"),
        ['O'] = G(6, 100, 6, "E50 -50 50 51 0 360Z"),
        ['P'] = G(10, 54, 3, "M0 0V-100H27E27 -73 27 27 -90 90H0"),
        ['Q'] = G(6, 100, 6, "E50 -50 50 51 0 360ZM58 -24L94 8"),
        ['R'] = G(10, 59, 2, "M0 0V-100H27E27 -74 26 26 -90 90H0M29 -48L60 0"),
        ['S'] = G(7, 54, 7, "M50 -86C45 -95 37 -101 26 -101C12 -101 3 -91 3 -78C3 -62 15 -56.5 28 -51.5C43 -46 55 -40 55 -24.5C55 -9 44 1 28 1C15 1 5 -5 0 -16"),
        ['T'] = G(2, 70, 2, "M0 -100H70M35 -100V0"),
        ['U'] = G(10, 70, 10, "M0 -100V-36C0 -12 14 1 35 1C56 1 70 -12 70 -36V-100"),
        ['V'] = G(1, 80, 1, "M0 -100L40 0L80 -100"),
        ['W'] = G(1, 124, 1, "M0 -100L31 0L62 -100L93 0L124 -100"),
        ['X'] = G(2, 70, 2, "M3 -100L70 0M67 -100L0 0"),
        ['Y'] = G(1, 74, 1, "M0 -100L37 -48L74 -100M37 -48V0"),
        ['Z'] = G(5, 65, 5, "M3 -100H63L0 0H65"),
        ['a'] = G(5, 43, 8, "M43 0V-42C43 -58 35 -67 22 -67C13 -67 6 -63.5 1 -57M43 -39.5C18 -40 0 -35 0 -18C0 -6 8 1 19 1C32 1 41 -7 43 -19"),
        ['b'] = G(9, 55, 6, "M0 -104V0M0 -33E27.5 -33 27.5 34 180 540"),
        ['c'] = G(6, 49, 3, "E31 -33 31 34 -52 -308"),
        ['d'] = G(6, 55, 9, "M55 -104V0M55 -33E27.5 -33 27.5 34 0 360"),
        ['e'] = G(6, 57, 5, "M1 -36H57E28.5 -33 28.5 34 -5 -312"),
        ['f'] = G(2, 35, -3, "M35 -103C32 -104.5 29 -105 26 -105C17 -105 12 -98 12 -86V0M0 -65H32"),
        ['g'] = G(6, 55, 9, "M55 -66V2C55 20 45 31 27 31C17 31 9 28 3 22M55 -33E27.5 -33 27.5 34 0 360"),
        ['h'] = G(9, 47, 9, "M0 -104V0M0 -39C2 -56 12 -67 26 -67C40 -67 47 -58 47 -43V0"),
        ['i'] = G(9, 0, 9, "M0 -66V0E0 -92 1.6 1.6 0 360"),
        ['j'] = G(2, 6, 9, "M6 -66V14C6 25 1 31 -8 31C-9.5 31 -11 31 -12 30.5E6 -92 1.6 1.6 0 360"),
        ['k'] = G(9, 45, 1, "M0 -104V0M43 -66L0 -27M14 -39.5L46 0"),
        ['l'] = G(9, 0, 9, "M0 -104V0"),
        ['m'] = G(9, 84, 9, "M0 -66V0M0 -41C2 -57 11 -67 23 -67C35 -67 42 -59 42 -45V0M42 -42C44 -58 53 -67 65 -67C77 -67 84 -59 84 -45V0"),
        ['n'] = G(9, 47, 9, "M0 -66V0M0 -39C2 -56 12 -67 26 -67C40 -67 47 -58 47 -43V0"),
        ['o'] = G(6, 63, 6, "E31.5 -33 31.5 34 0 360Z"),
        ['p'] = G(9, 55, 6, "M0 -66V31M0 -33E27.5 -33 27.5 34 180 540"),
        ['q'] = G(6, 55, 9, "M55 -66V31M55 -33E27.5 -33 27.5 34 0 360"),
        ['r'] = G(9, 28, -1, "M0 -66V0M0 -37C2 -55 12 -67 28 -66.5"),
        ['s'] = G(5, 39, 5, "M36 -57C32 -63.5 26 -67 19 -67C9 -67 2 -61 2 -51.5C2 -41 10 -38 20 -34.5C31 -30.5 39.5 -27 39.5 -16C39.5 -5.5 31 1 20 1C11 1 4 -3 0 -10.5"),
        ['t'] = G(2, 35, 2, "M12 -88V-18C12 -6 17 1 26 1C29.5 1 32.5 0.4 35 -1M0 -65H33"),
        ['u'] = G(9, 47, 9, "M0 -66V-24C0 -8 8 1 21 1C35 1 45 -9 47 -26M47 -66V0"),
        ['v'] = G(1, 54, 1, "M0 -66L27 0L54 -66"),
        ['w'] = G(1, 88, 1, "M0 -66L22 0L44 -66L66 0L88 -66"),
        ['x'] = G(2, 49, 2, "M2 -66L49 0M47 -66L0 0"),
        ['y'] = G(1, 54, 1, "M0 -66L28 -2M54 -66L26 6C20 22 14 31 2 30"),
        ['z'] = G(4, 46, 4, "M2 -66H45L0 0H46"),
        ['0'] = G(6, 58, 6, "E29 -50 29 51 0 360Z"),
        ['1'] = G(9, 32, 14, "M6 -80L30 -100V0"),
        ['2'] = G(7, 57, 6, "M2 -77C5 -92 15 -101 29 -101C44 -101 54 -91 54 -76C54 -64 47 -54 37 -43L0 0H57"),
        ['3'] = G(7, 57, 6, "M4 -86C9 -95 18 -101 29 -101C43 -101 53 -92 53 -78C53 -63 43 -55 25 -54C45 -54 57 -44 57 -28C57 -10 44 1 27 1C15 1 5 -5 0 -15"),
        ['4'] = G(4, 60, 6, "M45 0V-100L0 -29H61"),
        ['5'] = G(7, 57, 6, "M52 -100H12L6.5 -55C12 -60.5 19 -64 28 -64C46 -64 57 -51 57 -33C57 -12 44 1 26 1C14 1 5 -4 0 -13"),
        ['6'] = G(6, 57, 6, "M51 -93C46 -98 40 -101 33 -101C13 -101 1 -77 1 -32.5E29 -32.5 28 33.5 180 540"),
        ['7'] = G(5, 57, 6, "M0 -100H57L21 0"),
        ['8'] = G(6, 58, 6, "E29 -76 24 25 90 450E29 -25 29 26 -90 270"),
        ['9'] = G(6, 57, 6, "M7 -7C12 -2 18 1 25 1C45 1 57 -23 57 -67.5E29 -67.5 28 33.5 0 360"),
        ['.'] = G(9, 0, 9, "E0 -2 2 2 0 360"),
        [','] = G(9, 0, 9, "M1 -3C2 6 -1 13 -6 18"),
        [':'] = G(9, 0, 9, "E0 -2 2 2 0 360E0 -58 2 2 0 360"),
        [';'] = G(9, 0, 9, "M1 -3C2 6 -1 13 -6 18E0 -58 2 2 0 360"),
        ['!'] = G(10, 0, 10, "M0 -100V-31E0 -2 2 2 0 360"),
        ['?'] = G(5, 46, 5, "M0 -83C4 -94 12 -101 23 -101C37 -101 46 -92 46 -79C46 -60 22 -57 22 -34V-30E22 -2 2 2 0 360"),
        ['\''] = G(7, 0, 7, "M0 -100V-76"),
        ['’'] = G(7, 4, 5, "M4 -99C5 -90 3 -83 -2 -77"),
        ['‘'] = G(7, 4, 5, "M4 -101C-1 -95 -3 -88 -2 -79"),
        ['“'] = G(7, 24, 5, "M4 -101C-1 -95 -3 -88 -2 -79M24 -101C19 -95 17 -88 18 -79"),
        ['”'] = G(7, 24, 5, "M4 -99C5 -90 3 -83 -2 -77M24 -99C25 -90 23 -83 18 -77"),
        ['-'] = G(6, 28, 6, "M0 -36H28"),
        ['–'] = G(5, 50, 5, "M0 -38H50"),
        ['—'] = G(4, 88, 4, "M0 -38H88"),
        ['−'] = G(8, 46, 8, "M0 -48H46"),
        ['+'] = G(8, 48, 8, "M0 -48H48M24 -72V-24"),
        ['='] = G(8, 46, 8, "M0 -60H46M0 -36H46"),
        ['/'] = G(0, 40, 0, "M0 10L40 -108"),
        ['('] = G(8, 18, 3, "M18 -112C6 -96 0 -74 0 -46C0 -18 6 4 18 20"),
        [')'] = G(3, 18, 8, "M0 -112C12 -96 18 -74 18 -46C18 -18 12 4 0 20"),
        ['%'] = G(5, 84, 5, "M72 -102L14 2E18 -77 18 24 0 360ME67 -23 18 24 0 360"),
        ['&'] = G(6, 72, 3, "M74 0L16 -66C10 -73 8 -78 8 -83C8 -94 16 -101 27 -101C38 -101 45 -94 45 -84C45 -72 34 -66 22 -58C9 -50 1 -43 1 -27C1 -10 14 1 32 1C52 1 65 -14 69 -42"),
        ['°'] = G(5, 26, 5, "E13 -86 13 14 0 360"),
        ['·'] = G(10, 0, 10, "E0 -38 2.5 2.5 0 360"),
        ['×'] = G(6, 40, 6, "M0 -60L40 -20M40 -60L0 -20"),
        ['½'] = G(4, 84, 4, "M2 -86L14 -100V-48M72 -102L14 2M52 -38C54 -48 59 -52 67 -52C75 -52 80 -46 80 -39C80 -30 72 -24 50 0H82"),
        ['→'] = G(6, 78, 6, "M0 -42H78M54 -64L78 -42L54 -20"),
        ['_'] = G(0, 60, 0, "M0 12H60"),
    };

    private static readonly Dictionary<string, double> Pairs = MakePairs();

    /// <summary>How wide a line of text is.</summary>
    public static double Width(string text, double size, double weight = Regular, double tracking = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        double x = 0;
        for (var i = 0; i < text.Length; i++)
        {
            x += Advance(text, i, size, weight) + (i < text.Length - 1 ? tracking * size : 0);
        }

        return x;
    }

    /// <summary>Writes one line of text with its baseline at <paramref name="y"/>.</summary>
    public static void Write(Svg svg, string text, double x, double y, double size, string colour, double weight = Regular, Side side = Side.Left, double tracking = 0, double slant = 0, string? halo = null, double haloWidth = 3)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var width = Width(text, size, weight, tracking);
        x -= side switch { Side.Middle => width / 2, Side.Right => width, _ => 0 };
        var path = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            Place(path, text[i], x, y, size, weight, 0, slant);
            x += Advance(text, i, size, weight) + (tracking * size);
        }

        Emit(svg, path, size, colour, weight, halo, haloWidth);
    }

    /// <summary>Writes text along a line of points, its baseline <paramref name="lift"/> above it, starting <paramref name="from"/> pixels along.</summary>
    public static void WriteAlong(Svg svg, string text, IReadOnlyList<(double X, double Y)> line, double from, double lift, double size, string colour, double weight = Regular, double tracking = 0, double slant = 0, string? halo = null, double haloWidth = 3)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(line);
        var path = new StringBuilder();
        var at = from;
        for (var i = 0; i < text.Length; i++)
        {
            var step = Advance(text, i, size, weight);
            var (mx, my, angle) = Along(line, at + (step / 2));
            var (c, s) = (Math.Cos(angle), Math.Sin(angle));
            var px = mx - (c * step / 2) + (s * lift);
            var py = my - (s * step / 2) - (c * lift);
            Place(path, text[i], px, py, size, weight, angle, slant);
            at += step + (tracking * size);
        }

        Emit(svg, path, size, colour, weight, halo, haloWidth);
    }

    /// <summary>The strokes of a text as path data, for other pens.</summary>
    public static string PathOf(string text, double x, double y, double size, double weight = Regular, double tracking = 0, double slant = 0, double angle = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        var path = new StringBuilder();
        var (c, s) = (Math.Cos(angle), Math.Sin(angle));
        for (var i = 0; i < text.Length; i++)
        {
            Place(path, text[i], x, y, size, weight, angle, slant);
            var step = Advance(text, i, size, weight) + (tracking * size);
            x += c * step;
            y += s * step;
        }

        return path.ToString();
    }

    private static void Emit(Svg svg, StringBuilder path, double size, string colour, double weight, string? halo, double haloWidth)
    {
        if (path.Length == 0)
        {
            return;
        }

        if (halo is not null)
        {
            svg.Add($"<path d='{path}' fill='none' stroke='{halo}' stroke-width='{Svg.N((size * weight) + (2 * haloWidth))}' stroke-linecap='round' stroke-linejoin='round'/>");
        }

        svg.Add($"<path d='{path}' fill='none' stroke='{colour}' stroke-width='{Svg.N(size * weight)}' stroke-linecap='round' stroke-linejoin='round'/>");
    }

    private static double Advance(string text, int i, double size, double weight)
    {
        var g = Find(text[i]);
        var kern = i + 1 < text.Length && Pairs.TryGetValue(text.Substring(i, 2), out var k) ? k : 0;
        var breadth = Breadth(weight);
        var stroke = text[i] == ' ' ? 0 : (weight * 100) + 2;
        return (g.Left + g.Right + (g.Width * breadth) + stroke + kern) * size / 100;
    }

    private static double Breadth(double weight) => 0.94 + ((weight - Regular) * 0.55);

    private static void Place(StringBuilder path, char c, double x, double y, double size, double weight, double angle, double slant)
    {
        var g = Find(c);
        var k = (1 - (weight * 0.5)) * size / 100;
        var kx = Breadth(weight) * size / 100;
        var x0 = (g.Left + (weight * 50)) * size / 100;
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        foreach (var (kind, points) in g.Strokes)
        {
            path.Append(kind);
            for (var i = 0; i < points.Length; i++)
            {
                // the stroke's own half width is kept inside baseline and capital height
                var gy = (points[i].Y * k) - (weight * size * 0.25);
                var gx = x0 + (points[i].X * kx) - (slant * gy);
                if (i > 0)
                {
                    path.Append(' ');
                }

                path.Append(Short(x + (cos * gx) - (sin * gy))).Append(' ').Append(Short(y + (sin * gx) + (cos * gy)));
            }
        }
    }

    private static string Short(double v) => v.ToString("0.#", CultureInfo.InvariantCulture);

    private static Glyph Find(char c) => Glyphs.TryGetValue(c, out var g) ? g : Glyphs['?'];

    private static (double X, double Y, double Angle) Along(IReadOnlyList<(double X, double Y)> line, double at)
    {
        for (var i = 1; ; i++)
        {
            var (x0, y0) = line[i - 1];
            var (x1, y1) = line[i];
            var length = Math.Sqrt(((x1 - x0) * (x1 - x0)) + ((y1 - y0) * (y1 - y0)));
            if (at <= length || i == line.Count - 1)
            {
                var t = length > 0 ? at / length : 0;
                return (x0 + ((x1 - x0) * t), y0 + ((y1 - y0) * t), Math.Atan2(y1 - y0, x1 - x0));
            }

            at -= length;
        }
    }

    private static Dictionary<string, double> MakePairs()
    {
        var pairs = new Dictionary<string, double>(StringComparer.Ordinal);
        void Kern(string left, string right, double by)
        {
            foreach (var l in left)
            {
                foreach (var r in right)
                {
                    pairs[string.Concat(l, r)] = by;
                }
            }
        }

        Kern("A", "VWTY", -15);
        Kern("VWTY", "A", -15);
        Kern("T", "acegoqsdmnpruvwxyz", -17);
        Kern("Y", "acegoqsdmnpru", -15);
        Kern("VW", "acegoqsd", -10);
        Kern("VWTYPF", ".,", -18);
        Kern("P", "A", -14);
        Kern("F", "Aao", -8);
        Kern("L", "TVWY’", -16);
        Kern("A", "OCGQvwyt’", -6);
        Kern("OCGQD", "AVWYT", -4);
        Kern("R", "TVWY", -4);
        Kern("r", ".,", -14);
        Kern("r", "acdegoq", -3);
        Kern("vwy", ".,", -12);
        Kern("vwy", "aceoqdg", -3);
        Kern("kx", "aceoqdg", -4);
        Kern("f", ".,", -6);
        Kern("f", "aceoqdg", -2);
        Kern("f", "”’?!)", 8);
        Kern("K", "OCGQaceoudvwy", -6);
        Kern("1", "1", -14);
        Kern("7", ".,4/", -14);
        Kern(" ", "TVWYA", -4);
        Kern("TVWYA", " ", -4);
        return pairs;
    }

    private static Glyph G(double left, double width, double right, string strokes) => new(left, width, right, Parse(strokes));

    private static (char Kind, (double X, double Y)[] Points)[] Parse(string source)
    {
        var strokes = new List<(char, (double, double)[])>();
        double x = 0, y = 0;
        var open = false;
        var at = 0;
        while (at < source.Length)
        {
            var kind = source[at++];
            var start = at;
            while (at < source.Length && !char.IsAsciiLetter(source[at]))
            {
                at++;
            }

            var n = source[start..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
            switch (kind)
            {
                case 'M' when n.Length == 0:
                    open = false;
                    break;
                case 'M':
                    (x, y) = (n[0], n[1]);
                    strokes.Add(('M', [(x, y)]));
                    open = true;
                    break;
                case 'L':
                    (x, y) = (n[0], n[1]);
                    strokes.Add(('L', [(x, y)]));
                    break;
                case 'H':
                    x = n[0];
                    strokes.Add(('L', [(x, y)]));
                    break;
                case 'V':
                    y = n[0];
                    strokes.Add(('L', [(x, y)]));
                    break;
                case 'C':
                    strokes.Add(('C', [(n[0], n[1]), (n[2], n[3]), (n[4], n[5])]));
                    (x, y) = (n[4], n[5]);
                    break;
                case 'Z':
                    strokes.Add(('Z', []));
                    open = false;
                    break;
                case 'E':
                    Arc(strokes, n, open, ref x, ref y);
                    open = false;
                    if (at < source.Length && source[at] is 'H' or 'V' or 'L' or 'Z' or 'C')
                    {
                        open = true;
                    }

                    break;
                default:
                    throw new FormatException(source);
            }
        }

        return [.. strokes];
    }

    private static void Arc(List<(char, (double, double)[])> strokes, double[] n, bool open, ref double x, ref double y)
    {
        var (cx, cy, rx, ry) = (n[0], n[1], n[2], n[3]);
        var a = n[4] * Math.PI / 180;
        var b = n[5] * Math.PI / 180;
        var px = cx + (rx * Math.Cos(a));
        var py = cy + (ry * Math.Sin(a));
        if (!open)
        {
            strokes.Add(('M', [(px, py)]));
        }
        else if (Math.Abs(px - x) + Math.Abs(py - y) > 0.5)
        {
            // a dot on its own, or a bowl that begins elsewhere
            var joined = Math.Abs(px - x) < 60 && rx > 3;
            strokes.Add((joined ? 'L' : 'M', [(px, py)]));
        }

        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(b - a) / (Math.PI / 2) - 1e-9));
        var step = (b - a) / pieces;
        var k = 4.0 / 3 * Math.Tan(step / 4);
        for (var i = 0; i < pieces; i++)
        {
            var t0 = a + (step * i);
            var t1 = t0 + step;
            var (c0, s0) = (Math.Cos(t0), Math.Sin(t0));
            var (c1, s1) = (Math.Cos(t1), Math.Sin(t1));
            x = cx + (rx * c1);
            y = cy + (ry * s1);
            strokes.Add(('C', [(cx + (rx * (c0 - (k * s0))), cy + (ry * (s0 + (k * c0)))), (cx + (rx * (c1 + (k * s1))), cy + (ry * (s1 - (k * c1)))), (x, y)]));
        }
    }

    private sealed record Glyph(double Left, double Width, double Right, (char Kind, (double X, double Y)[] Points)[] Strokes);
}
