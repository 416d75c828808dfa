namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Water as flat strokes that grow towards the viewer.</summary>
internal static class Water
{
    /// <summary>Ripples between two heights; the colour is asked for each place.</summary>
    public static void Ripples(Dabs dabs, double left, double right, double top, double bottom, int count, Rng rng, Func<double, double, Ink?> ink, double length = 90, double thickness = 5, double power = 1.7)
    {
        for (var i = 0; i < count; i++)
        {
            var t = Math.Pow(rng.Next(), power);
            var y = top + ((bottom - top) * t);
            var x = rng.In(left, right);
            if (ink(x, y) is not { } colour)
                continue;
            var long_ = (length * (0.06 + t)) * rng.In(0.35, 1.25);
            var bow = rng.Near(0, 0.03) * long_;
            dabs.Add((x - (long_ / 2), y + bow), (x, y - bow), (x + (long_ / 2), y + (bow * rng.In(-1, 1))), Math.Max(0.8, thickness * (0.1 + t) * rng.In(0.4, 1.1)), colour);
        }
    }
}
