using System.Numerics;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>A stage seen in perspective: faces are collected, then painted from the far to the near.</summary>
internal sealed class Room
{
    private readonly Vector3 _eye;
    private readonly Vector3 _right;
    private readonly Vector3 _up;
    private readonly Vector3 _ahead;
    private readonly float _focal;
    private readonly float _cx;
    private readonly float _cy;
    private readonly List<(float Depth, int Order, string Markup)> _painted = [];

    public Room(Vector3 eye, Vector3 target, double focal, double cx, double cy)
    {
        _eye = eye;
        _ahead = Vector3.Normalize(target - eye);
        _right = Vector3.Normalize(Vector3.Cross(_ahead, Vector3.UnitY));
        _up = Vector3.Cross(_right, _ahead);
        (_focal, _cx, _cy) = ((float)focal, (float)cx, (float)cy);
    }

    /// <summary>Where a point lies on the picture, and how far it is.</summary>
    public (double X, double Y, double Far) At(Vector3 p)
    {
        var v = p - _eye;
        var z = MathF.Max(0.05f, Vector3.Dot(v, _ahead));
        return (_cx + (Vector3.Dot(v, _right) / z * _focal), _cy - (Vector3.Dot(v, _up) / z * _focal), z);
    }

    /// <summary>Pixels to a unit at a point.</summary>
    public double Scale(Vector3 p) => _focal / Math.Max(0.05f, Vector3.Dot(p - _eye, _ahead));

    /// <summary>A flat face.</summary>
    public void Face(string fill, ReadOnlySpan<Vector3> corners, float nearer = 0, string more = "")
    {
        var d = Outline(corners, out var depth);
        if (d.Length > 0)
        {
            Put(depth - nearer, $"<path d='{d}' fill='{fill}' {(more.Length > 0 ? more : $"stroke='{fill}' stroke-width='.7'")}/>");
        }
    }

    /// <summary>Anything else, at the depth of a point.</summary>
    public void Put(Vector3 at, string markup, float nearer = 0) => Put(Vector3.Dot(at - _eye, _ahead) - nearer, markup);

    /// <summary>Path data of a face, cut off before it comes too near.</summary>
    public string Outline(ReadOnlySpan<Vector3> corners, out float depth)
    {
        const float near = 0.25f;
        var kept = new List<Vector3>();
        depth = 0;
        for (var i = 0; i < corners.Length; i++)
        {
            var a = corners[i];
            var b = corners[(i + 1) % corners.Length];
            var (za, zb) = (Vector3.Dot(a - _eye, _ahead), Vector3.Dot(b - _eye, _ahead));
            depth += za / corners.Length;
            if (za >= near)
            {
                kept.Add(a);
            }

            if ((za >= near) != (zb >= near))
            {
                kept.Add(a + ((b - a) * ((near - za) / (zb - za))));
            }
        }

        return kept.Count < 3 ? "" : Ink.Straight(kept.Select(p => (At(p).X, At(p).Y)), closed: true);
    }

    /// <summary>A box between two corners; the colours of its top, its front (towards +z), its sides.</summary>
    public void Box(Vector3 a, Vector3 b, string top, string front, string side, float nearer = 0)
    {
        var (x0, x1) = (MathF.Min(a.X, b.X), MathF.Max(a.X, b.X));
        var (y0, y1) = (MathF.Min(a.Y, b.Y), MathF.Max(a.Y, b.Y));
        var (z0, z1) = (MathF.Min(a.Z, b.Z), MathF.Max(a.Z, b.Z));
        if (_eye.X < x0)
        {
            Face(side, [new(x0, y0, z0), new(x0, y0, z1), new(x0, y1, z1), new(x0, y1, z0)], nearer);
        }

        if (_eye.X > x1)
        {
            Face(side, [new(x1, y0, z0), new(x1, y0, z1), new(x1, y1, z1), new(x1, y1, z0)], nearer);
        }

        if (_eye.Y > y1)
        {
            Face(top, [new(x0, y1, z0), new(x1, y1, z0), new(x1, y1, z1), new(x0, y1, z1)], nearer);
        }

        if (_eye.Y < y0)
        {
            Face(side, [new(x0, y0, z0), new(x1, y0, z0), new(x1, y0, z1), new(x0, y0, z1)], nearer);
        }

        if (_eye.Z > z1)
        {
            Face(front, [new(x0, y0, z1), new(x1, y0, z1), new(x1, y1, z1), new(x0, y1, z1)], nearer);
        }
    }

    /// <summary>Paints what was collected.</summary>
    public void Paint(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        _painted.Sort((p, q) => p.Depth != q.Depth ? q.Depth.CompareTo(p.Depth) : p.Order.CompareTo(q.Order));
        var all = new StringBuilder();
        foreach (var (_, _, markup) in _painted)
        {
            all.Append(markup);
        }

        svg.Add(all.ToString());
        _painted.Clear();
    }

    private void Put(float depth, string markup) => _painted.Add((depth, _painted.Count, markup));
}
