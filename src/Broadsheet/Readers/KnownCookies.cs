using System.Collections.Concurrent;

namespace Broadsheet.Readers;

/// <summary>Class cookies that were verified a moment ago, so that a member's next page costs no signature. Bounded: a flood of cookies makes it forget, never grow.</summary>
internal sealed class KnownCookies
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    public Known? Find(string value) => _known.GetValueOrDefault(value);

    public void Keep(string value, Known known)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _known[value] = known;
    }

    /// <param name="Class">See <see cref="Audience.Class"/>.</param>
    /// <param name="Expires">Seconds since 1970.</param>
    internal sealed record Known(Audience Audience, string Class, long Expires);
}
