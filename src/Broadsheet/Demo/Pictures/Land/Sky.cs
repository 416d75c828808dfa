namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Clouds, as thickness and light at a place of a canvas.</summary>
internal static class Sky
{
    /// <summary>A deck of cloud that recedes to the horizon at y = 1 (0 is the top edge). Cover about -0.4 (overcast) to 0.4 (few).</summary>
    public static (double Cover, double Light) Deck(double x, double y, double scale, double cover, int seed, Vec sun, double soft = 0.4, double flat = 1)
    {
        var away = 1 / (1.1 - (Math.Min(y, 1) * 0.98));
        double px = (x - 0.5) * away * scale, py = away * scale * flat;
        var here = Body(px, py, seed);
        var lit = Body(px + (sun.X * 0.25), py + (sun.Y * 0.25), seed);
        return (Noise.Step(cover, cover + soft, here), Math.Clamp(0.5 + ((here - lit) * 1.6), 0, 1));
    }

    /// <summary>Heaped clouds, each (x, base, half width, height) in parts of a canvas about three times as wide as high.</summary>
    public static (double Cover, double Light) Heaps(double x, double y, ReadOnlySpan<(double X, double Base, double W, double H)> heaps, int seed, Vec sun)
    {
        var here = Heap(x, y, heaps, seed);
        if (here <= 0)
            return (0, 0);
        var lit = Heap(x + (sun.X * 0.03), y + (sun.Y * 0.045), heaps, seed);
        return (Noise.Step(0, 0.16, here), Math.Clamp(0.55 + ((here - lit) * 1.7), 0, 1));
    }

    private static double Body(double px, double py, int seed)
    {
        var warp = Noise.Fbm(px * 0.6, py * 0.6, 2, seed + 3);
        return Noise.Fbm(px + (warp * 0.5), py + (warp * 0.4), 5, seed, 0.55);
    }

    private static double Heap(double x, double y, ReadOnlySpan<(double X, double Base, double W, double H)> heaps, int seed)
    {
        double best = -1;
        foreach (var (cx, bottom, w, h) in heaps)
        {
            var dx = (x - cx) / w;
            if (Math.Abs(dx) > 1.6 || y > bottom + (h * 0.25) || y < bottom - (h * 1.6))
                continue;
            var up = (bottom - y) / h;
            var dome = up >= 0 ? 1 - (dx * dx) - Math.Pow(up, 1.6) : 1 - (dx * dx) - (up * up * 40);
            best = Math.Max(best, dome);
        }
        if (best <= -0.9)
            return -1;
        var puff = 1 - (2 * Math.Abs(Noise.At(x * 15, y * 6.4, seed)));
        puff += 0.55 * (1 - (2 * Math.Abs(Noise.At(x * 32, y * 13, seed + 5))));
        puff += 0.22 * (1 - (2 * Math.Abs(Noise.At(x * 62, y * 25, seed + 9))));
        return (best * 0.8) + (puff * 0.27) + (Noise.Fbm(x * 5, y * 3, 2, seed + 13) * 0.45) - 0.12;
    }
}
