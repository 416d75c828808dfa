namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A point in a landscape: x to the right, y up, z away.</summary>
internal readonly record struct Place(double X, double Y, double Z)
{
    public static Place operator +(Place a, Place b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Place operator -(Place a, Place b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Place operator *(Place a, double by) => new(a.X * by, a.Y * by, a.Z * by);

    public double Length => Math.Sqrt(Dot(this));

    public Place Unit => this * (1 / Length);

    public double Dot(Place o) => (X * o.X) + (Y * o.Y) + (Z * o.Z);

    public Place Cross(Place o) => new((Y * o.Z) - (Z * o.Y), (Z * o.X) - (X * o.Z), (X * o.Y) - (Y * o.X));
}

/// <summary>Where a landscape is seen from; pictures are projected as a camera would.</summary>
internal sealed class Eye
{
    private readonly Place _at;
    private readonly Place _ahead;
    private readonly Place _right;
    private readonly Place _up;
    private readonly double _reach;
    private readonly double _aspect;

    /// <summary>An eye at a place, looking towards another.</summary>
    /// <param name="field">Degrees from the left edge to the right.</param>
    public Eye(Place at, Place towards, double field, double aspect = 1600.0 / 1067)
    {
        _at = at;
        _ahead = (towards - at).Unit;
        _right = new Place(0, 1, 0).Cross(_ahead).Unit;
        _up = _ahead.Cross(_right);
        _reach = Math.Tan(field * Math.PI / 360);
        _aspect = aspect;
    }

    public Place At => _at;

    /// <summary>The way one looks at a place of the picture, 0–1 across and down.</summary>
    public Place Ray(double u, double v) => (_ahead + (_right * (((u * 2) - 1) * _reach)) + (_up * ((1 - (v * 2)) * _reach / _aspect))).Unit;

    /// <summary>Where a point appears, 0–1 across and down, and how far ahead it lies (negative: behind).</summary>
    public (double U, double V, double Depth) Seen(Place point)
    {
        var way = point - _at;
        var depth = way.Dot(_ahead);
        var scale = 1 / (Math.Max(1e-6, depth) * _reach);
        return (0.5 + (way.Dot(_right) * scale / 2), 0.5 - (way.Dot(_up) * scale * _aspect / 2), depth);
    }
}

/// <summary>Ground as a grid of heights over a square, which can be seen, lit and stood upon. A height is found when something first looks there: half of the square is never seen.</summary>
internal sealed class Relief
{
    private readonly float[] _heights;
    private readonly Func<double, double, double> _height;
    private readonly int _size;
    private readonly double _left;
    private readonly double _front;
    private readonly double _span;

    public Relief(int size, double left, double front, double span, Func<double, double, double> height)
    {
        (_size, _left, _front, _span, _height) = (size, left, front, span, height);
        _heights = new float[size * size];
        Array.Fill(_heights, float.NaN);
        Top = Highest();
    }

    /// <summary>Nothing is higher.</summary>
    public double Top { get; }

    public bool Holds(Place at) => at.X > _left && at.X < _left + _span && at.Z > _front && at.Z < _front + _span;

    public double Height(double x, double z)
    {
        double across = Math.Clamp((x - _left) / _span * (_size - 1), 0, _size - 1.001), away = Math.Clamp((z - _front) / _span * (_size - 1), 0, _size - 1.001);
        int i = (int)across, j = (int)away;
        double u = across - i, v = away - j;
        double a = Corner(i, j), b = Corner(i, j + 1);
        var near = a + ((Corner(i + 1, j) - a) * u);
        var far = b + ((Corner(i + 1, j + 1) - b) * u);
        return near + ((far - near) * v);
    }

    public Place Normal(double x, double z, double reach = 0)
    {
        var d = Math.Max(reach, _span / (_size - 1));
        return new Place(Height(x - d, z) - Height(x + d, z), 2 * d, Height(x, z - d) - Height(x, z + d)).Unit;
    }

    /// <summary>How far along a ray the ground is met; null when it isn't within the reach.</summary>
    public double? Meet(Place from, Place way, double reach, double start = 0)
    {
        double t = start, last = start, cell = _span / _size;
        while (t < reach)
        {
            var p = from + (way * t);
            if (p.Y > Top && way.Y >= 0)
                return null;
            var above = p.Y - Height(p.X, p.Z);
            if (above < 0)
            {
                double a = last, b = t;
                for (var i = 0; i < 8; i++)
                {
                    var m = (a + b) / 2;
                    var q = from + (way * m);
                    if (q.Y < Height(q.X, q.Z))
                        b = m;
                    else
                        a = m;
                }
                return b;
            }
            last = t;
            t += Math.Max(cell * (0.5 + (t / reach)), above * 0.45);
        }
        return null;
    }

    /// <summary>How much of the sun reaches a place, 0–1; edges of shadows soften with distance.</summary>
    public double Sun(Place at, Place sun, double reach, double softness = 0.04)
    {
        double light = 1, cell = _span / _size;
        for (var t = cell * 1.5; t < reach && light > 0;)
        {
            var p = at + (sun * t);
            if (p.Y > Top)
                break;
            var above = p.Y - Height(p.X, p.Z);
            light = Math.Min(light, (above / (t * softness)) + 0.5);
            t += Math.Max(cell * (1 + (t / reach * 3)), above * 0.6);
        }
        return Math.Clamp(light, 0, 1);
    }

    // Two threads may find the same height at once; they find the same.
    private float Corner(int i, int j)
    {
        ref var height = ref _heights[(j * _size) + i];
        return float.IsNaN(height) ? height = (float)_height(_left + (_span * i / (_size - 1)), _front + (_span * j / (_size - 1))) : height;
    }

    // From a coarse look with some air above it: it only tells rays when to stop.
    private double Highest()
    {
        var pace = Math.Max(1, _size / 100);
        double low = double.MaxValue, high = double.MinValue;
        for (var j = 0; j < _size; j += pace)
        {
            for (var i = 0; i < _size; i += pace)
                (low, high) = (Math.Min(low, Corner(i, j)), Math.Max(high, Corner(i, j)));
        }
        return high + ((high - low) * 0.08) + 10;
    }
}
