namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A point or a way, in pixels.</summary>
internal readonly record struct Vec(double X, double Y)
{
    public static implicit operator Vec((double X, double Y) pair) => new(pair.X, pair.Y);

    public static implicit operator (double X, double Y)(Vec vec) => (vec.X, vec.Y);

    public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y);

    public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y);

    public static Vec operator *(Vec a, double by) => new(a.X * by, a.Y * by);

    public double Length => Math.Sqrt((X * X) + (Y * Y));

    public Vec To(Vec other, double t) => new(X + ((other.X - X) * t), Y + ((other.Y - Y) * t));

    /// <summary>A quarter turn, length one.</summary>
    public Vec Normal => Length < 1e-9 ? new(0, 0) : new(-Y / Length, X / Length);

    public static Vec Round(double angle, double radius = 1) => new(Math.Cos(angle) * radius, Math.Sin(angle) * radius);
}
