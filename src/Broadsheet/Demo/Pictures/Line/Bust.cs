using System.Numerics;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>A sculpture seen from the front: for each cell how far, which way it faces, how dark.</summary>
internal sealed class Bust
{
    private const float Far = -3;
    private readonly Sculpture _form;
    private readonly float _scale;
    private readonly float _cx;
    private readonly float _cy;
    private readonly float _cell;
    private readonly float[] _depth;
    private readonly Vector3[] _normal;
    private readonly float[] _light;
    private readonly float[] _nook;
    private readonly float[] _shadow;
    private readonly Vector3[] _calm;
    private readonly Stuff[] _stuff;

    /// <summary>Looks at the form with <paramref name="scale"/> pixels a unit, its origin at the given point of the picture.</summary>
    public Bust(Sculpture form, double width, double height, double scale, double cx, double cy, double cell, Vector3 light)
    {
        ArgumentNullException.ThrowIfNull(form);
        _form = form;
        (_scale, _cx, _cy, _cell) = ((float)scale, (float)cx, (float)cy, (float)cell);
        Columns = (int)Math.Ceiling(width / cell) + 1;
        Rows = (int)Math.Ceiling(height / cell) + 1;
        _depth = new float[Columns * Rows];
        _normal = new Vector3[Columns * Rows];
        _light = new float[Columns * Rows];
        _nook = new float[Columns * Rows];
        _shadow = new float[Columns * Rows];
        _calm = new Vector3[Columns * Rows];
        _stuff = new Stuff[Columns * Rows];
        light = Vector3.Normalize(light);
        const int block = 6;
        for (var by = 0; by < Rows; by += block)
        {
            for (var bx = 0; bx < Columns; bx += block)
            {
                // one thick ray for the block, then thin ones from where it stops
                var mid = At(bx + (block / 2f), by + (block / 2f));
                var reach = block * 0.75f * _cell / _scale;
                var start = 1.7f;
                while (start > Far)
                {
                    var d = _form.Distance(new Vector3(mid.X, mid.Y, start));
                    if (d < reach + 0.02f)
                    {
                        break;
                    }

                    start -= MathF.Max(0.01f, (d - reach) * 0.9f);
                }

                for (var y = by; y < Math.Min(by + block, Rows); y++)
                {
                    for (var x = bx; x < Math.Min(bx + block, Columns); x++)
                    {
                        March(x, y, start + 0.02f);
                    }
                }
            }
        }

        for (var y = 0; y < Rows; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                Face(x, y);
            }
        }

        // shadows are soft: every second cell is enough where nothing breaks
        for (var pass = 0; pass < 2; pass++)
        {
            for (var y = 0; y < Rows; y++)
            {
                for (var x = 0; x < Columns; x++)
                {
                    if (((x & 1) == 0 && (y & 1) == 0) == (pass == 0))
                    {
                        Shade(x, y, light, pass == 1);
                    }
                }
            }
        }

        Calm();
    }

    public int Columns { get; }

    public int Rows { get; }

    public double Cell => _cell;

    public Stuff What(int x, int y) => x < 0 || y < 0 || x >= Columns || y >= Rows ? Stuff.Nothing : _stuff[(y * Columns) + x];

    public float Depth(int x, int y) => _depth[(Math.Clamp(y, 0, Rows - 1) * Columns) + Math.Clamp(x, 0, Columns - 1)];

    public Vector3 Normal(int x, int y) => _normal[(Math.Clamp(y, 0, Rows - 1) * Columns) + Math.Clamp(x, 0, Columns - 1)];

    public Vector3 CalmNormal(int x, int y) => _calm[(Math.Clamp(y, 0, Rows - 1) * Columns) + Math.Clamp(x, 0, Columns - 1)];

    /// <summary>0 in full shadow … 1 in full light.</summary>
    public float Light(int x, int y) => _light[(Math.Clamp(y, 0, Rows - 1) * Columns) + Math.Clamp(x, 0, Columns - 1)];

    public Vector3 World(int x, int y)
    {
        var p = At(x, y);
        return new Vector3(p.X, p.Y, Depth(x, y));
    }

    /// <summary>Where a point of the model lies on the picture.</summary>
    public (double X, double Y) Project(Vector3 p) => (_cx + (p.X * _scale), _cy - (p.Y * _scale));

    /// <summary>Whether a point of the model is not behind another by more than <paramref name="slack"/>.</summary>
    public bool Seen(Vector3 p, float slack = 0.06f)
    {
        var (x, y) = Project(p);
        return !double.IsNaN(x + y) && p.Z > Depth((int)Math.Round(x / _cell), (int)Math.Round(y / _cell)) - slack;
    }

    /// <summary>The lines where one form stands in front of another of the sitter.</summary>
    public List<List<(double X, double Y)>> Overlaps()
    {
        var points = new List<(int X, int Y)>();
        for (var y = 1; y < Rows - 1; y++)
        {
            for (var x = 1; x < Columns - 1; x++)
            {
                if (What(x, y) is Stuff.Nothing or Stuff.Hair)
                {
                    continue;
                }

                var z = Depth(x, y);
                var n = Normal(x, y);
                var unit = _cell / _scale;
                var slope = unit / MathF.Max(0.18f, n.Z);
                var jump = 0f;
                foreach (var (u, v) in new[] { (1, 0), (-1, 0), (0, 1), (0, -1) })
                {
                    if (What(x + u, y + v) != Stuff.Nothing)
                    {
                        jump = MathF.Max(jump, z - Depth(x + u, y + v) - (slope * 1.6f));
                    }
                }

                if (jump > 0.028f)
                {
                    points.Add((x, y));
                }
            }
        }

        var left = new HashSet<(int X, int Y)>(points);
        var lines = new List<List<(double X, double Y)>>();
        foreach (var start in points)
        {
            if (!left.Remove(start))
            {
                continue;
            }

            var line = new LinkedList<(int X, int Y)>();
            line.AddFirst(start);
            Extend(line, left, atEnd: true);
            Extend(line, left, atEnd: false);
            if (line.Count >= 7)
            {
                lines.Add(Contours.Relax([.. line.Select(p => ((double)p.X * _cell, (double)p.Y * _cell))], 4));
            }
        }

        return lines;
    }

    private static void Extend(LinkedList<(int X, int Y)> line, HashSet<(int X, int Y)> left, bool atEnd)
    {
        while (true)
        {
            var (x, y) = atEnd ? line.Last!.Value : line.First!.Value;
            (int X, int Y)? best = null;
            var nearest = 9;
            for (var v = -2; v <= 2; v++)
            {
                for (var u = -2; u <= 2; u++)
                {
                    var far = (u * u) + (v * v);
                    if (far < nearest && left.Contains((x + u, y + v)))
                    {
                        (best, nearest) = ((x + u, y + v), far);
                    }
                }
            }

            if (best is not { } next)
            {
                return;
            }

            // what lies right beside the line belongs to it
            for (var v = -1; v <= 1; v++)
            {
                for (var u = -1; u <= 1; u++)
                {
                    left.Remove((next.X + u, next.Y + v));
                }
            }

            if (atEnd)
            {
                line.AddLast(next);
            }
            else
            {
                line.AddFirst(next);
            }
        }
    }

    private Vector2 At(float x, float y) => new(((x * _cell) - _cx) / _scale, (_cy - (y * _cell)) / _scale);

    private void March(int x, int y, float z)
    {
        var i = (y * Columns) + x;
        var p = At(x, y);
        _depth[i] = Far;
        for (var n = 0; n < 60 && z > Far + 0.4f; n++)
        {
            var d = _form.Distance(new Vector3(p.X, p.Y, z));
            if (d < 0.0035f)
            {
                _depth[i] = z;
                _stuff[i] = _form.What(new Vector3(p.X, p.Y, z));
                return;
            }

            z -= d * 0.9f;
        }
    }

    private void Face(int x, int y)
    {
        var i = (y * Columns) + x;
        if (_stuff[i] == Stuff.Nothing)
        {
            return;
        }

        var p = World(x, y);
        const float e = 0.009f;
        Vector3 a = new(e, -e, -e), b = new(-e, -e, e), c = new(-e, e, -e), d = new(e, e, e);
        var n = (a * _form.Distance(p + a)) + (b * _form.Distance(p + b)) + (c * _form.Distance(p + c)) + (d * _form.Distance(p + d));
        _normal[i] = n.LengthSquared() > 0 ? Vector3.Normalize(n) : Vector3.UnitZ;
    }

    /// <summary>Normals without the small bumps, for the direction of lines.</summary>
    private void Calm()
    {
        for (var y = 0; y < Rows; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                var i = (y * Columns) + x;
                if (_stuff[i] == Stuff.Nothing)
                {
                    continue;
                }

                var sum = Vector3.Zero;
                for (var v = -3; v <= 3; v++)
                {
                    for (var u = -3; u <= 3; u++)
                    {
                        if (x + u >= 0 && y + v >= 0 && x + u < Columns && y + v < Rows && MathF.Abs(Depth(x + u, y + v) - _depth[i]) < 0.14f)
                        {
                            sum += _normal[((y + v) * Columns) + x + u];
                        }
                    }
                }

                _calm[i] = Vector3.Normalize(sum);
            }
        }
    }

    private void Shade(int x, int y, Vector3 light, bool between)
    {
        var i = (y * Columns) + x;
        if (_stuff[i] == Stuff.Nothing)
        {
            _light[i] = 1;
            return;
        }

        var n = _normal[i];
        float nook = 0, shadow = 0;
        var known = 0;
        if (between)
        {
            for (var v = -1; v <= 1; v++)
            {
                for (var u = -1; u <= 1; u++)
                {
                    var (xx, yy) = (x + u, y + v);
                    if (((xx | yy) & 1) == 0 && xx >= 0 && yy >= 0 && xx < Columns && yy < Rows && MathF.Abs(Depth(xx, yy) - _depth[i]) < 0.06f)
                    {
                        var j = (yy * Columns) + xx;
                        nook += _nook[j];
                        shadow += _shadow[j];
                        known++;
                    }
                }
            }
        }

        if (known > 0)
        {
            nook /= known;
            shadow /= known;
        }
        else
        {
            (nook, shadow) = Surroundings(World(x, y), n, light);
        }

        (_nook[i], _shadow[i]) = (nook, shadow);
        var facing = MathF.Max(0, Vector3.Dot(n, light));
        var fill = 0.5f + (0.5f * Vector3.Dot(n, Vector3.Normalize(new Vector3(0.75f, 0.1f, 0.5f))));
        var rim = MathF.Pow(1 - MathF.Max(0, n.Z), 3) * MathF.Max(0, n.X);
        _light[i] = Math.Clamp((0.78f * facing * shadow) + (0.30f * fill * nook) + (0.12f * nook) + (0.18f * rim), 0, 1);
    }

    private (float Nook, float Shadow) Surroundings(Vector3 p, Vector3 n, Vector3 light)
    {
        // nooks are darker
        var open = 0f;
        var weight = 0.5f;
        for (var k = 1; k <= 4; k++)
        {
            var h = 0.06f * k * (0.6f + (0.25f * k));
            open += weight * MathF.Max(0, h - _form.Distance(p + (n * h))) / h;
            weight *= 0.72f;
        }

        var shadow = 1f;
        if (Vector3.Dot(n, light) > -0.1f)
        {
            var t = 0.07f;
            for (var k = 0; k < 10 && t < 1.6f; k++)
            {
                var d = _form.Distance(p + (light * t) + (n * 0.02f));
                shadow = MathF.Min(shadow, Math.Clamp(0.3f + (d * 2.2f / t), 0, 1));
                if (d < 0.004f)
                {
                    shadow = 0;
                    break;
                }

                t += Math.Clamp(d, 0.05f, 0.3f);
            }
        }

        return (Math.Clamp(1 - (open * 0.68f), 0, 1), shadow);
    }
}
