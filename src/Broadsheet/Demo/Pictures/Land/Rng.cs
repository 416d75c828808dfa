namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A small seeded generator (SplitMix64), so that a picture is the same on every machine.</summary>
internal sealed class Rng(ulong seed)
{
    private ulong _state = (seed * 0x9E3779B97F4A7C15UL) + 0x632BE59BD9B4E019UL;

    /// <summary>From 0 up to, but not including, 1.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double In(double from, double to) => from + ((to - from) * Next());

    public int Int(int below) => (int)(Next() * below);

    public bool Chance(double probability) => Next() < probability;

    /// <summary>Mostly near the middle, never further away than the reach.</summary>
    public double Near(double middle, double reach) => middle + (reach * ((Next() + Next() + Next()) / 1.5 - 1));

    public T Pick<T>(params ReadOnlySpan<T> from) => from[Int(from.Length)];
}
