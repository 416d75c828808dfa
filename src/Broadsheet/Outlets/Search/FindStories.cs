using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Readers;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Search;

/// <summary>Finds what a class of reader may find. However common a word is, no more than <see cref="MostCandidates"/> stories of each kind are looked at.</summary>
public sealed class FindStories(BroadsheetDb db, SearchIndex index, TimeProvider time)
{
    /// <summary>The newest stories that hold the words in headline, standfirst or names, and the newest that hold them anywhere: so many of each are ranked.</summary>
    public const int MostCandidates = 300;

    // Words times stories: who looks for many words is told of fewer stories, and waits no longer.
    private const int MostCounted = 800;

    /// <summary>The ids of what was found, the best first.</summary>
    public async Task<FoundStories> Find(SearchQuery query, SearchScope scope, CancellationToken cancellation)
    {
        if (query.All.Count == 0)
        {
            return new FoundStories(query, [], CutAt: null);
        }

        var most = Math.Min(MostCandidates, MostCounted / query.All.Count);
        var wide = await index.Widened(query, cancellation);
        var (open, isCut) = await Candidates(query, wide, scope, isWhole: false, most, cancellation);
        var today = time.Now();
        var found = Ranked(wide, await Entries(open, isWhole: false, cancellation), today);
        if (scope.Admitted.Count > 0)
        {
            var (whole, isWholeCut) = await Candidates(query, wide, scope, isWhole: true, most, cancellation);
            isCut |= isWholeCut;
            found = found.Concat(Ranked(wide, await Entries(whole, isWhole: true, cancellation), today));
        }

        return new FoundStories(wide, [.. found.Where(f => f.Rank > 0).OrderByDescending(f => f.Rank).ThenByDescending(f => f.Number).Select(f => f.Id)], isCut ? most : null);
    }

    /// <summary>The access words of all that a class of reader may read past the gate.</summary>
    public static IReadOnlyList<string> Admitted(Audience audience, IReadOnlyDictionary<string, int> ranks) =>
        [.. ranks.Keys.Select(tier => new Access(AccessLevel.Tier, tier)).Prepend(Access.Members).Prepend(Access.Readers)
            .Where(access => access.Admits(audience, access.Tier is { } tier ? ranks[tier] : null))
            .Select(SearchTags.Access)];

    // Other forms of the words fill up what the words themselves leave: however common a form is, it takes no place from what was typed.
    private async Task<(List<long> Numbers, bool IsCut)> Candidates(SearchQuery query, SearchQuery wide, SearchScope scope, bool isWhole, int most, CancellationToken cancellation)
    {
        var (newest, isCut) = await Candidates(query, scope, isWhole, most, cancellation);
        if (isCut || wide == query)
        {
            return (newest, isCut);
        }

        (var forms, isCut) = await Candidates(wide, scope, isWhole, most, cancellation);
        return ([.. newest.Union(forms).Take(2 * most)], isCut);
    }

    private async Task<(List<long> Numbers, bool IsCut)> Candidates(SearchQuery query, SearchScope scope, bool isWhole, int most, CancellationToken cancellation)
    {
        var newest = await index.Find(query, scope, isWhole, inHead: false, most + 1, cancellation);
        if (newest.Count <= most)
        {
            return (newest, false);
        }

        var named = await index.Find(query, scope, isWhole, inHead: true, most, cancellation);
        return ([.. newest.Take(most).Union(named)], true);
    }

    // By the story, not by its live revision, and whether it is live is told afterwards: every database finds the few by their key.
    private async Task<List<Entry>> Entries(List<long> numbers, bool isWhole, CancellationToken cancellation) =>
    [
        .. (await db.SearchEntries.AsNoTracking()
                .Where(e => numbers.Contains(e.Number))
                .Join(db.Stories, e => e.StoryId, s => s.Id, (e, s) => new { s.Id, s.State, s.IsWithheld, IsOfLive = s.LiveId == e.LiveId, e.Number, e.Head, Body = isWhole ? e.Body + e.Guarded : e.Body, At = s.PublishedAt })
                .ToListAsync(cancellation))
            .Where(e => e is { State: StoryState.Published, IsWithheld: false, IsOfLive: true })
            .Select(e => new Entry(e.Id, e.Number, e.Head, e.Body, e.At!.Value)),
    ];

    private static IEnumerable<(Guid Id, long Number, double Rank)> Ranked(SearchQuery query, IEnumerable<Entry> entries, DateTimeOffset today) =>
        entries.Select(e => (e.Id, e.Number, SearchRank.Of(query, e.Head, e.Body, Days(today - e.At))));

    private static int Days(TimeSpan age) => Math.Max(0, (int)age.TotalDays);

    private sealed record Entry(Guid Id, long Number, string Head, string Body, DateTimeOffset At);
}

/// <summary>What was found.</summary>
/// <param name="Query">With the forms of its words that were looked for.</param>
/// <param name="CutAt">There are more than so many, and not all were ranked.</param>
public sealed record FoundStories(SearchQuery Query, IReadOnlyList<Guid> Ids, int? CutAt);
