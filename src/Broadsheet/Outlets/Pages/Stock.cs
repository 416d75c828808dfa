using System.Diagnostics;
using Broadsheet.Outlets.Feeds;
using Broadsheet.Outlets.Search;
using Broadsheet.Outlets.Sitemaps;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.StaticPages;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>
/// Keeps on this node's disk what readers can reach, whether anybody has asked for it or not, so that the database may go away at any moment. These are everybody's pages; a class gets them where nobody
/// of it has read one.
/// </summary>
public sealed class Stock(PageCache cache, PageDisk disk, ChangeFeed feed, DatabasePulse pulse, LoadLadder ladder, PaperFrames frames, ILogger<Stock> log)
{
    /// <summary>Stories that lie ready, the newest. Older ones are there when they were read since they changed.</summary>
    private const int Newest = 1000;

    /// <summary>Stories that were withdrawn, and as many that are withheld, whose reason lies ready.</summary>
    private const int Taken = 100;

    /// <summary>Pages of each section's list.</summary>
    private const int Pages = 4;

    // For each page in the making this many times as long for readers.
    private const int Share = 2;

    /// <summary>How long it waits for a pause where one thing is published after the other.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private long _seen = -1;
    private long _stocked = -1;
    private long _stockedAt;

    /// <summary>Makes what is missing, slowly, in a pause of what is published. Does nothing where nothing was changed since it was last through.</summary>
    public async Task Fill(BroadsheetDb db, CancellationToken cancellation)
    {
        var applied = feed.Applied;
        var isPause = applied == _seen || _seen < 0;
        _seen = applied;
        if (applied == _stocked || !HasTime || (!isPause && Stopwatch.GetElapsedTime(_stockedAt) < LongestWait))
        {
            return;
        }

        foreach (var key in await disk.Missing(await Reachable(db, cancellation), cancellation))
        {
            if (!HasTime)
            {
                return;
            }

            var began = Stopwatch.GetTimestamp();
            try
            {
                await cache.Stock(key, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException && !DatabaseFault.IsOutage(e))
            {
                log.LogError(e, "{Path} can't be laid ready", key.Path);
            }

            await Task.Delay(Stopwatch.GetElapsedTime(began) * Share, cancellation);
        }

        (_stocked, _stockedAt) = (applied, Stopwatch.GetTimestamp());
    }

    private bool HasTime => !pulse.IsAway && ladder.Level is LoadLevel.Normal;

    // In the order in which readers come to them.
    private async Task<IEnumerable<PageKey>> Reachable(BroadsheetDb db, CancellationToken cancellation)
    {
        var frame = await frames.Get(db, cancellation);
        var all = db.Stories.AsNoTracking();
        List<Ready> stories =
        [
            .. await Latest(db.LiveStories, Newest, cancellation),
            .. await Latest(all.Where(s => s.State == StoryState.Withdrawn && s.IsWithheld == EF.Parameter(false)), Taken, cancellation),
            .. await Latest(all.Where(s => s.State == StoryState.Published && s.IsWithheld == EF.Parameter(true)), Taken, cancellation),
        ];
        List<Guid> ids = [.. stories.Select(s => s.Id)];
        var topics = await db.Set<StoryTopic>().Where(s => ids.Contains(s.StoryId)).Join(db.Topics, s => s.TopicId, t => t.Id, (_, t) => t.Slug).Distinct().ToListAsync(cancellation);
        var authors = await db.Set<Byline>().Where(b => ids.Contains(b.StoryId)).Join(db.Authors, b => b.AuthorId, a => a.Id, (_, a) => a.Slug).Distinct().ToListAsync(cancellation);
        var own = await db.Pages.AsNoTracking().Select(p => p.Slug).ToListAsync(cancellation);
        var listed = stories.SelectMany(s => new[] { s.Section, s.Top }.Distinct()).CountBy(id => id).ToDictionary();

        List<string> followed = [.. topics.Select(slug => "/topics/" + slug), .. authors.Select(slug => "/authors/" + slug)];
        IEnumerable<(string Path, int Number)> lists = frame.Sections.SelectMany(s => Enumerable.Range(1, Math.Clamp(1 + ((listed.GetValueOrDefault(s.Id) - 1) / SectionPages.Length), 1, Pages)).Select(number => ("/" + s.Slug, number)));
        IEnumerable<string> single =
        [
            .. stories.Select(s => $"/{frame.FindSection(s.Section)!.Slug}/{s.Slug}"),
            "/corrections", SearchPages.Path, .. own.Select(slug => slug is "about" or "terms" or "privacy" ? "/" + slug : "/pages/" + slug),
            .. followed,
            .. stories.Where(s => s.HasHistory).Select(s => $"/{frame.FindSection(s.Section)!.Slug}/{s.Slug}/history"),
        ];
        IEnumerable<string> months = stories.Select(s => SitemapFile.Of(s.PublishedAt)).Distinct().Select(file => $"/sitemap-{file.Name}.xml");
        IEnumerable<string> forPrograms =
        [
            .. Feeds(["/", .. frame.Sections.Select(s => "/" + s.Slug)]), "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-news.xml", .. months, "/robots.txt", "/ads.txt", "/.well-known/security.txt",
            .. Feeds(followed),
        ];
        List<(string Path, int Number)> pages = [("/", 1), .. lists, .. single.Select(path => (path, 1))];
        IEnumerable<(string Path, int Number)> every =
        [
            .. pages, .. pages.Select(p => (p.Path == "/" ? "/lite" : "/lite" + p.Path, p.Number)),
            .. forPrograms.Select(path => (path, 1)),
        ];
        return every.Select(page => new PageKey(page.Path, page.Number, ""));
    }

    private static IEnumerable<string> Feeds(IEnumerable<string> homes) => homes.SelectMany(home => FeedFormat.All.Select(format => format.PathOf(home)));

    private static Task<List<Ready>> Latest(IQueryable<Story> stories, int count, CancellationToken cancellation) => stories
        .OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id)
        .Take(count)
        .Select(s => new Ready(s.Id, s.SectionId!.Value, s.TopSectionId!.Value, s.Slug!, s.PublishedAt!.Value, s.UpdatedAt > s.PublishedAt))
        .ToListAsync(cancellation);

    private sealed record Ready(Guid Id, Guid Section, Guid Top, string Slug, DateTimeOffset PublishedAt, bool HasHistory);
}
