using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Writes path data in short relative steps; <paramref name="tenths"/> is how fine, in tenths of a pixel.</summary>
internal sealed class Pen(int tenths = 1)
{
    private readonly StringBuilder _text = new();
    private long _x;
    private long _y;
    private Vec _start;

    public bool Empty => _text.Length == 0;

    public Pen Move(double x, double y) => Move((x, y));

    public Pen Move(Vec to)
    {
        _start = to;
        return Write('m', to);
    }

    public Pen Line(double x, double y) => Write('l', (x, y));

    public Pen Line(Vec to) => Write('l', to);

    public Pen Quad(Vec by, Vec to) => Write('q', by, to);

    public Pen Curve(Vec a, Vec b, Vec to) => Write('c', a, b, to);

    public Pen Close()
    {
        _text.Append('z');
        return Back(_start);
    }

    public Pen Polygon(params ReadOnlySpan<Vec> points)
    {
        Move(points[0]);
        foreach (var point in points[1..])
            Line(point);
        return Close();
    }

    public Pen Box(double x, double y, double w, double h) => Polygon((x, y), (x + w, y), (x + w, y + h), (x, y + h));

    /// <summary>A closed, smooth line through the points.</summary>
    public Pen Loop(IReadOnlyList<Vec> points)
    {
        var n = points.Count;
        Move(points[0]);
        for (var i = 0; i < n; i++)
            Through(points[(i + n - 1) % n], points[i], points[(i + 1) % n], points[(i + 2) % n]);
        return Close();
    }

    /// <summary>A smooth line through the points, from the first to the last.</summary>
    public Pen Smooth(IReadOnlyList<Vec> points, bool join = false)
    {
        if (join)
            Line(points[0]);
        else
            Move(points[0]);
        for (var i = 0; i + 1 < points.Count; i++)
            Through(points[Math.Max(0, i - 1)], points[i], points[i + 1], points[Math.Min(points.Count - 1, i + 2)]);
        return this;
    }

    public Pen Lines(IEnumerable<Vec> points, bool join = false)
    {
        foreach (var point in points)
        {
            if (join)
                Line(point);
            else
                Move(point);
            join = true;
        }
        return this;
    }

    /// <summary>A round shape whose edge wanders by the given part of its radius.</summary>
    public Pen Blob(double x, double y, double rx, double ry, Rng rng, double rough = 0.15, int corners = 9)
    {
        var turn = rng.In(0, 6.28);
        var points = new Vec[corners];
        for (var i = 0; i < corners; i++)
        {
            var reach = 1 + rng.Near(0, rough);
            var angle = turn + (i * Math.Tau / corners);
            points[i] = (x + (Math.Cos(angle) * rx * reach), y + (Math.Sin(angle) * ry * reach));
        }
        return Loop(points);
    }

    public Pen Oval(double x, double y, double rx, double ry)
    {
        const double k = 0.5523;
        Move(x - rx, y);
        Curve((x - rx, y - (ry * k)), (x - (rx * k), y - ry), (x, y - ry));
        Curve((x + (rx * k), y - ry), (x + rx, y - (ry * k)), (x + rx, y));
        Curve((x + rx, y + (ry * k)), (x + (rx * k), y + ry), (x, y + ry));
        Curve((x - (rx * k), y + ry), (x - rx, y + (ry * k)), (x - rx, y));
        return Close();
    }

    /// <summary>A strip along points whose width changes: trunks, branches, strokes of a brush.</summary>
    public Pen Strip(IReadOnlyList<Vec> along, Func<double, double> width)
    {
        var n = along.Count;
        Span<Vec> outline = new Vec[n * 2];
        for (var i = 0; i < n; i++)
        {
            var way = along[Math.Min(n - 1, i + 1)] - along[Math.Max(0, i - 1)];
            var side = way.Normal * (width(i / (double)(n - 1)) / 2);
            outline[i] = along[i] + side;
            outline[(2 * n) - 1 - i] = along[i] - side;
        }
        return Polygon(outline);
    }

    public override string ToString() => _text.ToString();

    private void Through(Vec before, Vec from, Vec to, Vec after) =>
        Curve(from + ((to - before) * (1 / 6.0)), to - ((after - from) * (1 / 6.0)), to);

    private Pen Back(Vec to)
    {
        _x = Rounded(to.X);
        _y = Rounded(to.Y);
        return this;
    }

    private Pen Write(char command, params ReadOnlySpan<Vec> points)
    {
        _text.Append(Empty && command == 'm' ? 'M' : command);
        var first = true;
        foreach (var point in points)
        {
            Number(Rounded(point.X) - _x, first);
            Number(Rounded(point.Y) - _y, false);
            first = false;
        }
        return Back(points[^1]);
    }

    private long Rounded(double value) => (long)Math.Round(value * 10 / tenths) * tenths;

    private void Number(long value, bool first)
    {
        if (value < 0)
            _text.Append('-');
        else if (!first)
            _text.Append(' ');
        var size = Math.Abs(value);
        if (size >= 10 || size == 0)
            _text.Append(CultureInfo.InvariantCulture, $"{size / 10}");
        if (size % 10 != 0)
            _text.Append(CultureInfo.InvariantCulture, $".{size % 10}");
    }
}
