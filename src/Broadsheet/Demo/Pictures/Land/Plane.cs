namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Level ground seen from standing height: where metres to the right, up and ahead fall on the picture, and back.</summary>
internal sealed class Plane(double horizon, double height, double focal = 1400, double middle = 800, bool mirrored = false)
{
    public double Horizon { get; } = horizon;

    public bool Mirrored { get; } = mirrored;

    public Vec At(double x, double y, double z) => (middle + (x * focal / z), Horizon - (((Mirrored ? -y : y) - height) * focal / z));

    /// <summary>The same ground, showing what is mirrored in it.</summary>
    public Plane Mirror() => new(Horizon, height, focal, middle, mirrored: true);

    /// <summary>Pixels to a metre, so far ahead.</summary>
    public double Scale(double z) => focal / z;

    /// <summary>The ground under a point of the picture below the horizon.</summary>
    public (double X, double Z) Ground(double px, double py)
    {
        var z = focal * height / Math.Max(0.5, py - Horizon);
        return ((px - middle) * z / focal, z);
    }

    /// <summary>An upright wall between two points of the ground.</summary>
    public Quad Wall(double x1, double z1, double x2, double z2, double top, double bottom = 0) =>
        new(At(x1, top, z1), At(x2, top, z2), At(x2, bottom, z2), At(x1, bottom, z1));
}
