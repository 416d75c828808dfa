using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Turns tones into engraved lines: evenly spaced, following the form, swelling in the dark and breaking into dots in the light.</summary>
internal sealed class Engraver(int columns, int rows, double cell)
{
    private const double Level = 0.36;
    private const double Step = 1.25;
    private readonly SortedDictionary<int, StringBuilder> _lines = [];
    private readonly Dictionary<int, (int X, int Y)> _ends = [];

    /// <summary>
    /// Rules one set of lines over every cell of a region. <paramref name="dark"/> gives 0…1 (nothing is drawn below nought), <paramref name="way"/> the direction of the line in a cell.
    /// </summary>
    public void Rule(Func<int, int, int> region, Func<int, int, double> dark, Func<int, int, (double X, double Y)> way, double spacing, double heaviest, double dotsBelow, Dice dice, double wobble = 0, double fray = 0, int shortest = 7)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(dark);
        ArgumentNullException.ThrowIfNull(way);
        ArgumentNullException.ThrowIfNull(dice);
        var gap = spacing / cell;
        var bucket = Math.Max(1, gap * 0.5);
        var wide = (int)(columns / bucket) + 2;
        var taken = new Dictionary<int, List<(double X, double Y, int Line)>>();
        var number = 0;

        bool Free(double x, double y, double least, int self)
        {
            var (bx, by) = ((int)(x / bucket), (int)(y / bucket));
            for (var j = by - 2; j <= by + 2; j++)
            {
                for (var i = bx - 2; i <= bx + 2; i++)
                {
                    if (!taken.TryGetValue((j * wide) + i, out var list))
                    {
                        continue;
                    }

                    foreach (var (px, py, line) in list)
                    {
                        if (line != self && ((px - x) * (px - x)) + ((py - y) * (py - y)) < least * least)
                        {
                            return false;
                        }
                    }
                }
            }

            return true;
        }

        void Take(double x, double y, int line)
        {
            var key = ((int)(y / bucket) * wide) + (int)(x / bucket);
            if (!taken.TryGetValue(key, out var list))
            {
                taken[key] = list = [];
            }

            list.Add((x, y, line));
        }

        List<(double X, double Y)> Walk(double x, double y, double sign, int id, int place)
        {
            var path = new List<(double X, double Y)>();
            double lx = 0, ly = 0;
            for (var n = 0; n < 900; n++)
            {
                var (vx, vy) = way((int)Math.Round(x), (int)Math.Round(y));
                var length = Math.Sqrt((vx * vx) + (vy * vy));
                if (length < 1e-6)
                {
                    break;
                }

                (vx, vy) = (vx / length * sign, vy / length * sign);
                if (n > 0)
                {
                    if ((vx * lx) + (vy * ly) < 0)
                    {
                        (vx, vy) = (-vx, -vy);
                    }

                    if ((vx * lx) + (vy * ly) < 0.6)
                    {
                        break;
                    }

                    (vx, vy) = ((vx * 0.5) + (lx * 0.5), (vy * 0.5) + (ly * 0.5));
                }

                (lx, ly) = (vx, vy);
                x += vx * Step;
                y += vy * Step;
                if (x < 0 || y < 0 || x > columns - 1 || y > rows - 1 || region((int)Math.Round(x), (int)Math.Round(y)) != place || !Free(x, y, gap * 0.62, id))
                {
                    break;
                }

                path.Add((x, y));
            }

            return path;
        }

        var queue = new Queue<(double X, double Y)>();
        void Grow(double x, double y)
        {
            var (cx, cy) = ((int)Math.Round(x), (int)Math.Round(y));
            if (cx < 0 || cy < 0 || cx >= columns || cy >= rows)
            {
                return;
            }

            var place = region(cx, cy);
            if (place == 0 || !Free(x, y, gap * 0.95, -1))
            {
                return;
            }

            var id = ++number;
            var back = Walk(x, y, -1, id, place);
            back.Reverse();
            back.Add((x, y));
            back.AddRange(Walk(x, y, 1, id, place));
            if (back.Count < shortest)
            {
                return;
            }

            foreach (var (px, py) in back)
            {
                Take(px, py, id);
            }

            Ink(back, dark, spacing, heaviest, dotsBelow, dice, wobble, fray);
            for (var i = 1; i < back.Count - 1; i += 5)
            {
                var (dx, dy) = (back[i + 1].X - back[i - 1].X, back[i + 1].Y - back[i - 1].Y);
                var l = Math.Max(1e-6, Math.Sqrt((dx * dx) + (dy * dy)));
                queue.Enqueue((back[i].X - (dy / l * gap), back[i].Y + (dx / l * gap)));
                queue.Enqueue((back[i].X + (dy / l * gap), back[i].Y - (dx / l * gap)));
            }
        }

        var stride = Math.Max(2, (int)gap);
        for (var y = stride / 2; y < rows; y += stride)
        {
            for (var x = stride / 2; x < columns; x += stride)
            {
                Grow(x, y);
                while (queue.TryDequeue(out var seed))
                {
                    Grow(seed.X, seed.Y);
                }
            }
        }
    }

    /// <summary>Adds one free line in pixels with a breadth of its own.</summary>
    public void Free(IReadOnlyList<(double X, double Y)> line, Func<double, double> breadth)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(breadth);
        for (var i = 1; i < line.Count; i++)
        {
            Segment(line[i - 1], line[i], breadth((i - 0.5) / (line.Count - 1)));
        }
    }

    public void Dot(double x, double y, double breadth)
    {
        var level = (int)Math.Round(breadth / Level);
        if (level > 0)
        {
            Of(level).Append('M').Append(Whole(x)).Append(' ').Append(Whole(y)).Append("h0");
            _ends.Remove(level);
        }
    }

    /// <summary>Writes everything ruled so far.</summary>
    public void Print(Svg svg, string colour)
    {
        ArgumentNullException.ThrowIfNull(svg);
        svg.Add($"<g fill='none' stroke='{colour}' stroke-linecap='round' stroke-linejoin='round' transform='scale(.1)'>");
        foreach (var (level, path) in _lines)
        {
            svg.Add($"<path d='{path}' stroke-width='{Svg.N(level * Level * 10)}'/>");
        }

        svg.Add("</g>");
        _lines.Clear();
        _ends.Clear();
    }

    private void Ink(List<(double X, double Y)> line, Func<int, int, double> dark, double spacing, double heaviest, double dotsBelow, Dice dice, double wobble, double fray)
    {
        var phase = dice.Range(0, 100);
        var own = 1 + (fray * dice.Bell() * 0.5);
        double run = 0;
        (double X, double Y)? last = null;
        const int stride = 3;
        for (var i = 0; i < line.Count; i++)
        {
            if (i % stride != 0 && i != line.Count - 1)
            {
                continue;
            }

            var (x, y) = line[i];
            var d = dark((int)Math.Round(x), (int)Math.Round(y)) * own;
            if (wobble > 0)
            {
                x += wobble * Dice.Noise(phase + (i * 0.06), 1, 3);
                y += wobble * Dice.Noise(phase + (i * 0.06), 7, 3);
            }

            var here = (x * cell, y * cell);
            run += Step * cell * stride;
            if (d <= 0)
            {
                last = null;
            }
            else if (d < dotsBelow)
            {
                last = null;
                if (run > spacing * 0.95)
                {
                    Dot(here.Item1, here.Item2, heaviest * (0.2 + (0.9 * d)));
                    run = 0;
                }
            }
            else
            {
                if (last is { } from)
                {
                    // lines taper where they begin and end
                    var tip = Math.Min(1, 0.35 + (Math.Min(i, line.Count - 1 - i) / 9.0));
                    Segment(from, here, heaviest * Math.Min(1, d) * tip);
                }

                last = here;
            }
        }
    }

    private void Segment((double X, double Y) from, (double X, double Y) to, double breadth)
    {
        var level = (int)Math.Round(breadth / Level);
        if (level <= 0)
        {
            return;
        }

        var path = Of(level);
        var (ax, ay) = ((int)Math.Round(from.X * 10), (int)Math.Round(from.Y * 10));
        var (bx, by) = ((int)Math.Round(to.X * 10), (int)Math.Round(to.Y * 10));
        if (!_ends.TryGetValue(level, out var end) || end.X != ax || end.Y != ay)
        {
            path.Append('M').Append(CultureInfo.InvariantCulture, $"{ax}").Append(' ').Append(CultureInfo.InvariantCulture, $"{ay}").Append('l');
        }
        else
        {
            path.Append(' ');
        }

        path.Append(CultureInfo.InvariantCulture, $"{bx - ax}").Append(' ').Append(CultureInfo.InvariantCulture, $"{by - ay}");
        _ends[level] = (bx, by);
    }

    private static string Whole(double v) => ((int)Math.Round(v * 10)).ToString(CultureInfo.InvariantCulture);

    private StringBuilder Of(int level)
    {
        if (!_lines.TryGetValue(level, out var path))
        {
            _lines[level] = path = new StringBuilder();
        }

        return path;
    }
}
