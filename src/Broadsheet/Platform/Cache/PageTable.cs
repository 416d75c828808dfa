using System.Collections.Concurrent;

namespace Broadsheet.Platform.Cache;

/// <summary>The finished pages in memory, with an index from each tag to the pages that show it. Bounded: what was not asked for longest goes first.</summary>
/// <param name="mostBytes">What all pages together may take.</param>
public sealed class PageTable(long mostBytes)
{
    /// <summary>Longer than this no page may be in the making.</summary>
    public static readonly TimeSpan LongestRender = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<PageKey, FinishedPage> _pages = new();
    private readonly Dictionary<string, HashSet<FinishedPage>> _byTag = new(StringComparer.Ordinal);
    private readonly ChangedTags _changed = new();
    private readonly Lock _writing = new();
    private long _bytes;

    public int Count => _pages.Count;

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The page of a key, stale or not. Takes no lock.</summary>
    public FinishedPage? Find(PageKey key) => _pages.GetValueOrDefault(key);

    /// <summary>Puts a page in its place.</summary>
    /// <returns>False where something that it shows was changed while it was made, or a newer one stands there.</returns>
    public bool Put(FinishedPage page)
    {
        lock (_writing)
        {
            if (_changed.ChangedAfter(page))
            {
                return false;
            }

            var stands = Place(page);
            Bound();
            return stands;
        }
    }

    /// <summary>Puts a page that was kept elsewhere where there is none.</summary>
    /// <returns>False where something that it shows was revoked since it was made, or a page stands there. One that was only refreshed is put as stale.</returns>
    public bool PutOld(FinishedPage page)
    {
        lock (_writing)
        {
            if (_pages.ContainsKey(page.Key) || _changed.RevokedAfter(page))
            {
                return false;
            }

            page.IsStale |= _changed.ChangedAfter(page);
            Place(page);
            Bound();
            return true;
        }
    }

    /// <summary>The pages that show one of these tags.</summary>
    /// <param name="numbers">For each tag the number of its change; pages that were made after it are left out.</param>
    public List<FinishedPage> Showing(IReadOnlyDictionary<string, long> numbers)
    {
        lock (_writing)
        {
            return [.. Affected(numbers)];
        }
    }

    /// <summary>In one step all pages go that show what was revoked.</summary>
    public void Drop(IReadOnlyDictionary<string, long> revoked)
    {
        lock (_writing)
        {
            _changed.Remember(revoked, isRevoked: true);
            foreach (var page in Affected(revoked))
            {
                Take(page);
            }
        }
    }

    /// <summary>In one step the new pages take their places, and all others that show what was refreshed turn stale.</summary>
    public void Swap(IReadOnlyList<FinishedPage> made, IReadOnlyDictionary<string, long> refreshed)
    {
        lock (_writing)
        {
            _changed.Remember(refreshed, isRevoked: false);
            foreach (var page in made)
            {
                Place(page);
            }

            foreach (var page in Affected(refreshed))
            {
                page.IsStale = true;
            }

            Bound();
        }
    }

    /// <summary>Takes out what stood at an address where, as of a change, nothing is any more.</summary>
    public void Drop(PageKey key, long number)
    {
        lock (_writing)
        {
            if (_pages.TryGetValue(key, out var page) && page.Number <= number)
            {
                Take(page);
            }
        }
    }

    /// <summary>Every page turns stale: what they are drawn with has changed.</summary>
    public void AllStale()
    {
        lock (_writing)
        {
            foreach (var (_, page) in _pages)
            {
                page.IsStale = true;
            }
        }
    }

    /// <summary>Forgets all pages.</summary>
    public void Clear()
    {
        lock (_writing)
        {
            foreach (var (_, page) in _pages)
            {
                Take(page);
            }

            // Numbers begin anew, too.
            _changed.Clear();
        }
    }

    private HashSet<FinishedPage> Affected(IReadOnlyDictionary<string, long> numbers)
    {
        var affected = new HashSet<FinishedPage>();
        foreach (var (tag, number) in numbers)
        {
            if (_byTag.TryGetValue(tag, out var pages))
            {
                affected.UnionWith(pages.Where(page => page.Number < number));
            }
        }

        return affected;
    }

    // False where a newer one stands there.
    private bool Place(FinishedPage page)
    {
        if (_pages.TryGetValue(page.Key, out var before))
        {
            if (before.Number > page.Number && !before.IsStale)
            {
                return false;
            }

            (page.Hits, page.LastHit) = (before.Hits / 2, before.LastHit);
            page.ChangedAt = before.ETag == page.ETag ? before.ChangedAt : page.ChangedAt;
            Take(before);
        }

        _pages[page.Key] = page;
        _bytes += page.Size;
        foreach (var tag in page.Page.Tags)
        {
            if (!_byTag.TryGetValue(tag, out var pages))
            {
                _byTag[tag] = pages = [];
            }

            pages.Add(page);
        }

        return true;
    }

    private void Take(FinishedPage page)
    {
        page.IsGone = true;
        if (!_pages.TryRemove(new KeyValuePair<PageKey, FinishedPage>(page.Key, page)))
        {
            return;
        }

        _bytes -= page.Size;
        foreach (var tag in page.Page.Tags)
        {
            if (_byTag.TryGetValue(tag, out var pages) && pages.Remove(page) && pages.Count == 0)
            {
                _byTag.Remove(tag);
            }
        }
    }

    // A tenth at a time, so that a full table is not sorted for every page.
    private void Bound()
    {
        if (_bytes <= mostBytes)
        {
            return;
        }

        foreach (var page in _pages.Values.OrderBy(p => p.LastHit).ToList())
        {
            if (_bytes <= mostBytes / 10 * 9)
            {
                break;
            }

            Take(page);
        }
    }
}
