namespace Broadsheet.Demo.Pictures.Line;

/// <summary>A grid of values over the picture and the lines through equal ones.</summary>
internal sealed class Contours
{
    private readonly double[] _values;
    private readonly double _cell;

    public Contours(double width, double height, double cell, Func<double, double, double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _cell = cell;
        Columns = (int)(width / cell) + 2;
        Rows = (int)(height / cell) + 2;
        _values = new double[Columns * Rows];
        for (var y = 0; y < Rows; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                _values[(y * Columns) + x] = value(x * cell, y * cell);
            }
        }
    }

    public int Columns { get; }

    public int Rows { get; }

    public double this[int column, int row] => _values[(Math.Clamp(row, 0, Rows - 1) * Columns) + Math.Clamp(column, 0, Columns - 1)];

    /// <summary>The lines where the values pass <paramref name="level"/>; with <paramref name="fill"/>, rings around everything above it.</summary>
    public List<List<(double X, double Y)>> At(double level, bool fill = false, int least = 6)
    {
        // Edges are numbered; each cell links the edges its line crosses.
        var next = new Dictionary<int, int>();
        var pad = fill ? 1 : 0;
        double V(int x, int y) => fill && (x < 0 || y < 0 || x >= Columns || y >= Rows) ? -1e9 : this[x, y];
        var stride = Columns + 4;
        int Key(int x, int y, bool down) => ((((y + 2) * stride) + x + 2) * 2) + (down ? 1 : 0);
        for (var y = -pad; y < Rows - 1 + pad; y++)
        {
            for (var x = -pad; x < Columns - 1 + pad; x++)
            {
                var (a, b, c, d) = (V(x, y) > level, V(x + 1, y) > level, V(x + 1, y + 1) > level, V(x, y + 1) > level);
                if (a == b && b == c && c == d)
                {
                    continue;
                }

                var top = Key(x, y, false);
                var left = Key(x, y, true);
                var right = Key(x + 1, y, true);
                var low = Key(x, y + 1, false);

                // the high side is kept on the left hand
                switch ((a ? 8 : 0) | (b ? 4 : 0) | (c ? 2 : 0) | (d ? 1 : 0))
                {
                    case 1: next[low] = left; break;
                    case 2: next[right] = low; break;
                    case 3: next[right] = left; break;
                    case 4: next[top] = right; break;
                    case 5: next[top] = left; next[low] = right; break;
                    case 6: next[top] = low; break;
                    case 7: next[top] = left; break;
                    case 8: next[left] = top; break;
                    case 9: next[low] = top; break;
                    case 10: next[left] = low; next[right] = top; break;
                    case 11: next[right] = top; break;
                    case 12: next[left] = right; break;
                    case 13: next[low] = right; break;
                    default: next[left] = low; break;
                }
            }
        }

        var lines = new List<List<(double X, double Y)>>();
        var targets = new HashSet<int>(next.Values);
        foreach (var start in next.Keys.Where(k => !targets.Contains(k)).Order().Concat(next.Keys.Order()).ToArray())
        {
            if (!next.ContainsKey(start))
            {
                continue;
            }

            var line = new List<(double X, double Y)>();
            var at = start;
            while (true)
            {
                line.Add(Point(at, stride, level, V));
                if (!next.Remove(at, out var to))
                {
                    break;
                }

                at = to;
            }

            if (line.Count >= least)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>Rounds the corners a grid leaves.</summary>
    public static List<(double X, double Y)> Relax(List<(double X, double Y)> line, int times = 2)
    {
        ArgumentNullException.ThrowIfNull(line);
        var closed = Math.Abs(line[0].X - line[^1].X) + Math.Abs(line[0].Y - line[^1].Y) < 1e-6;
        for (var k = 0; k < times; k++)
        {
            var copy = new List<(double X, double Y)>(line);
            for (var i = 0; i < line.Count; i++)
            {
                if (!closed && (i == 0 || i == line.Count - 1))
                {
                    continue;
                }

                var a = i == 0 ? line[^2] : line[i - 1];
                var b = i == line.Count - 1 ? line[1] : line[i + 1];
                copy[i] = ((a.X + b.X + (2 * line[i].X)) / 4, (a.Y + b.Y + (2 * line[i].Y)) / 4);
            }

            line = copy;
        }

        return line;
    }

    /// <summary>Drops points that add less than <paramref name="tolerance"/>.</summary>
    public static List<(double X, double Y)> Thin(List<(double X, double Y)> line, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Count < 3)
        {
            return line;
        }

        var keep = new bool[line.Count];
        keep[0] = keep[^1] = true;
        var stack = new Stack<(int, int)>();
        if (Math.Abs(line[0].X - line[^1].X) + Math.Abs(line[0].Y - line[^1].Y) < 1e-6)
        {
            keep[line.Count / 2] = true;
            stack.Push((0, line.Count / 2));
            stack.Push((line.Count / 2, line.Count - 1));
        }
        else
        {
            stack.Push((0, line.Count - 1));
        }

        while (stack.TryPop(out var span))
        {
            var (from, to) = span;
            var (ax, ay) = line[from];
            var (bx, by) = line[to];
            var length = Math.Max(1e-9, Math.Sqrt(((bx - ax) * (bx - ax)) + ((by - ay) * (by - ay))));
            var worst = tolerance;
            var at = -1;
            for (var i = from + 1; i < to; i++)
            {
                var off = Math.Abs(((bx - ax) * (ay - line[i].Y)) - ((ax - line[i].X) * (by - ay))) / length;
                if (off > worst)
                {
                    (worst, at) = (off, i);
                }
            }

            if (at > 0)
            {
                keep[at] = true;
                stack.Push((from, at));
                stack.Push((at, to));
            }
        }

        return [.. line.Where((_, i) => keep[i])];
    }

    private (double X, double Y) Point(int edge, int stride, double level, Func<int, int, double> value)
    {
        var down = (edge & 1) == 1;
        var x = ((edge >> 1) % stride) - 2;
        var y = ((edge >> 1) / stride) - 2;
        var a = value(x, y);
        var b = down ? value(x, y + 1) : value(x + 1, y);
        var t = Math.Clamp((level - a) / (b - a), 0, 1);
        return down ? (x * _cell, (y + t) * _cell) : ((x + t) * _cell, y * _cell);
    }
}
