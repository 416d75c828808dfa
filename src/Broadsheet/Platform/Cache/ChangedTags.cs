namespace Broadsheet.Platform.Cache;

/// <summary>Which tags were changed lately, and by which change: for pages that are being made, or wait to be stored, while something that they show changes. Not safe for several threads at once.</summary>
public sealed class ChangedTags
{
    private const int MostRemembered = 10_000;

    // A page is made and stored within this, or not at all.
    private static readonly TimeSpan Needed = PageTable.LongestRender * 2;

    private readonly Dictionary<string, (long Number, long Revoked, long At)> _changed = new(StringComparer.Ordinal);

    /// <param name="numbers">For each tag the number of its change.</param>
    public void Remember(IReadOnlyDictionary<string, long> numbers, bool isRevoked)
    {
        var now = Environment.TickCount64;
        foreach (var (tag, number) in numbers)
        {
            var before = _changed.GetValueOrDefault(tag);
            _changed[tag] = (Math.Max(before.Number, number), isRevoked ? Math.Max(before.Revoked, number) : before.Revoked, now);
        }

        if (_changed.Count > MostRemembered)
        {
            foreach (var (tag, _) in _changed.Where(c => now - c.Value.At > Needed.TotalMilliseconds).ToList())
            {
                _changed.Remove(tag);
            }
        }
    }

    /// <summary>Whether something that a page shows was changed since it was made.</summary>
    public bool ChangedAfter(FinishedPage page) => page.Page.Tags.Any(tag => _changed.GetValueOrDefault(tag).Number > page.Number);

    /// <summary>Whether something that a page shows was revoked since it was made.</summary>
    public bool RevokedAfter(FinishedPage page) => page.Page.Tags.Any(tag => _changed.GetValueOrDefault(tag).Revoked > page.Number);

    /// <summary>Forgets all: numbers begin anew.</summary>
    public void Clear() => _changed.Clear();
}
