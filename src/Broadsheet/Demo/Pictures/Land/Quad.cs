namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A flat surface seen at an angle: places on it, 0–1 across and down, fall on the picture as a camera would show them.</summary>
internal sealed class Quad
{
    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double _d;
    private readonly double _e;
    private readonly double _f;
    private readonly double _g;
    private readonly double _h;

    public Quad(Vec topLeft, Vec topRight, Vec bottomRight, Vec bottomLeft)
    {
        var (p, q, r, s) = (topLeft, topRight, bottomRight, bottomLeft);
        var sum = p - q + r - s;
        Vec d1 = q - r, d2 = s - r;
        var det = (d1.X * d2.Y) - (d2.X * d1.Y);
        _g = ((sum.X * d2.Y) - (d2.X * sum.Y)) / det;
        _h = ((d1.X * sum.Y) - (sum.X * d1.Y)) / det;
        (_a, _b, _c) = (q.X - p.X + (_g * q.X), s.X - p.X + (_h * s.X), p.X);
        (_d, _e, _f) = (q.Y - p.Y + (_g * q.Y), s.Y - p.Y + (_h * s.Y), p.Y);
    }

    public Vec At(double u, double v)
    {
        var w = (_g * u) + (_h * v) + 1;
        return (((_a * u) + (_b * v) + _c) / w, ((_d * u) + (_e * v) + _f) / w);
    }

    /// <summary>A box on the surface.</summary>
    public string Box(double u, double v, double w, double h) => new Pen().Polygon(At(u, v), At(u + w, v), At(u + w, v + h), At(u, v + h)).ToString();
}
