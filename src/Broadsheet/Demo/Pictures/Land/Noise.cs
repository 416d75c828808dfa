using System.Runtime.CompilerServices;

namespace Broadsheet.Demo.Pictures.Land;

/// <summary>
/// Gradient noise and what is made from it; everything is about -1 to 1 unless told otherwise. Pictures ask for it a hundred million times, so it is compiled at its best from
/// the first call on and doesn't branch on what is random.
/// </summary>
internal static class Noise
{
    private static ReadOnlySpan<double> Ways => [1, 0, -1, 0, 0, 1, 0, -1, 0.7071, 0.7071, 0.7071, -0.7071, -0.7071, 0.7071, -0.7071, -0.7071];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double At(double x, double y, int seed = 0)
    {
        var left = (int)Math.Floor(x);
        var top = (int)Math.Floor(y);
        double dx = x - left, dy = y - top;
        double u = Ease(dx), v = Ease(dy);
        var a = Corner(left, top, seed, dx, dy);
        var b = Corner(left + 1, top, seed, dx - 1, dy);
        var c = Corner(left, top + 1, seed, dx, dy - 1);
        var d = Corner(left + 1, top + 1, seed, dx - 1, dy - 1);
        var upper = a + ((b - a) * u);
        return 1.4 * (upper + ((c + ((d - c) * u) - upper) * v));
    }

    /// <summary>Several octaves, each half as large and weaker by the gain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Fbm(double x, double y, int octaves, int seed = 0, double gain = 0.5)
    {
        double sum = 0, weight = 1, all = 0;
        for (var i = 0; i < octaves; i++)
        {
            sum += weight * At(x, y, seed + (i * 17));
            all += weight;
            weight *= gain;
            x = (x * 2) + 11.3;
            y = (y * 2) - 7.9;
        }
        return sum / all * 1.35;
    }

    /// <summary>Sharp crests, 0 to about 1: mountains, cracks, foam.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Ridged(double x, double y, int octaves, int seed = 0, double gain = 0.5)
    {
        double sum = 0, weight = 1, all = 0, carry = 1;
        for (var i = 0; i < octaves; i++)
        {
            var crest = 1 - Math.Abs(At(x, y, seed + (i * 31)));
            crest *= crest;
            sum += weight * crest * carry;
            all += weight;
            carry = Math.Clamp(crest * 1.6, 0, 1);
            weight *= gain;
            x = (x * 2.03) + 5.7;
            y = (y * 2.03) + 3.1;
        }
        return sum / all;
    }

    /// <summary>Facets: the number of the nearest of scattered points, how far it is, and how far the edge to the next is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int Id, double Near, double Edge, double X, double Y) Facet(double x, double y, int seed = 0)
    {
        int left = (int)Math.Floor(x), top = (int)Math.Floor(y), id = 0;
        double first = 9, second = 9, fx = 0, fy = 0;
        for (var j = top - 1; j <= top + 1; j++)
        {
            for (var i = left - 1; i <= left + 1; i++)
            {
                double dx = i + Cell(i, j, seed) - x, dy = j + Cell(i, j, seed + 1) - y;
                var d = (dx * dx) + (dy * dy);
                if (d < first)
                    (second, first, id, fx, fy) = (first, d, (i * 7919) + j, dx, dy);
                else if (d < second)
                    second = d;
            }
        }
        return (id, Math.Sqrt(first), Math.Sqrt(second) - Math.Sqrt(first), fx, fy);
    }

    /// <summary>0 below the first edge, 1 above the second, smooth between; the edges may be the other way round.</summary>
    public static double Step(double from, double to, double x)
    {
        var t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>A number 0–1 that belongs to a lattice point.</summary>
    public static double Cell(int x, int y, int seed = 0) => Hash(x, y, seed) / (double)uint.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Ease(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Corner(int x, int y, int seed, double dx, double dy)
    {
        var way = (int)(Hash(x, y, seed) & 7) * 2;
        return (Ways[way] * dx) + (Ways[way + 1] * dy);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(int x, int y, int seed)
    {
        unchecked
        {
            var h = ((uint)x * 0x8da6b343u) ^ ((uint)y * 0xd8163841u) ^ ((uint)seed * 0xcb1ab31fu);
            h = (h ^ (h >> 15)) * 0x2c1b3c6du;
            h = (h ^ (h >> 12)) * 0x297a2d39u;
            return h ^ (h >> 15);
        }
    }
}
