using System.Runtime.CompilerServices;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Small seeded generator, so that a picture is the same every time.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = (seed * 0x9E3779B97F4A7C15UL) + 0xD1B54A32D192ED03UL;

    public double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double Range(double from, double to) => from + ((to - from) * Next());

    public int Whole(int from, int to) => from + (int)(Next() * (to - from));

    public bool Chance(double p) => Next() < p;

    /// <summary>Around zero, nearly always within ±2.</summary>
    public double Bell() => (Next() + Next() + Next() + Next() - 2) * 1.73;

    public T Pick<T>(params ReadOnlySpan<T> of) => of[(int)(Next() * of.Length)];

    /// <summary>Smooth noise in −1…1 over the plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Noise(double x, double y, int seed = 0)
    {
        var xi = Math.Floor(x);
        var yi = Math.Floor(y);
        var fx = x - xi;
        var fy = y - yi;
        fx = fx * fx * fx * ((fx * ((fx * 6) - 15)) + 10);
        fy = fy * fy * fy * ((fy * ((fy * 6) - 15)) + 10);
        var ix = (int)xi;
        var iy = (int)yi;
        var top = Lattice(ix, iy, seed) + ((Lattice(ix + 1, iy, seed) - Lattice(ix, iy, seed)) * fx);
        var low = Lattice(ix, iy + 1, seed) + ((Lattice(ix + 1, iy + 1, seed) - Lattice(ix, iy + 1, seed)) * fx);
        return top + ((low - top) * fy);
    }

    /// <summary>Several octaves of <see cref="Noise"/>.</summary>
    public static double Cloud(double x, double y, int octaves, int seed = 0)
    {
        double sum = 0, size = 0.5;
        for (var i = 0; i < octaves; i++)
        {
            sum += size * Noise(x, y, seed + (i * 17));
            x = (x * 2.03) + 11.7;
            y = (y * 2.03) + 5.3;
            size *= 0.5;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Lattice(int x, int y, int seed)
    {
        var h = (uint)((x * 374761393) + (y * 668265263) + (seed * 1274126177));
        h = (h ^ (h >> 13)) * 1274126177u;
        h ^= h >> 16;
        return (h / 2147483647.5) - 1;
    }
}
