using System.Diagnostics;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <summary>Pages of an <see cref="Archive"/>, made as the cache makes them when they are not there.</summary>
internal sealed class ArchivePages
{
    private const int Deep = 50;
    private readonly Archive _archive;
    private readonly Dictionary<string, Func<int, PageKey>> _keys;

    private ArchivePages(Archive archive, Func<string, int> lastPage, string topic, string author) => (_archive, _keys) = (archive, new(StringComparer.Ordinal)
    {
        ["story"] = i => Key(ArchiveStories.PathOf(ScaleBench.Stays(i * 37 % archive.Stories))),
        ["story, lite"] = i => Key("/lite" + ArchiveStories.PathOf(ScaleBench.Stays(i * 37 % archive.Stories))),
        ["history of a story"] = i => Key(ArchiveStories.PathOf(ScaleBench.Stays(i * 37 % archive.Stories)) + "/history"),
        ["front"] = _ => Key("/"),
        ["section"] = _ => Key("/world"),
        ["section, page 50 (or its last)"] = _ => Key("/world", Math.Min(Deep, lastPage("section"))),
        ["nested section"] = _ => Key("/world-desk"),
        ["topic, the largest"] = _ => Key(topic),
        ["topic, page 50 (or its last)"] = _ => Key(topic, Math.Min(Deep, lastPage("topic"))),
        ["author, the busiest"] = _ => Key(author),
        ["author, page 50 (or its last)"] = _ => Key(author, Math.Min(Deep, lastPage("author"))),
        ["corrections"] = _ => Key("/corrections"),
        ["corrections, page 50 (or its last)"] = _ => Key("/corrections", Math.Min(Deep, lastPage("corrections"))),
        ["not found"] = _ => Key("/world/no-such-story"),
        ["feed, RSS"] = _ => Key("/feed.xml"),
        ["feed of a section, Atom"] = _ => Key("/world/feed.atom"),
        ["feed of the largest topic, JSON"] = _ => Key(topic + "/feed.json"),
        ["feed of the busiest author"] = _ => Key(author + "/feed.xml"),
        ["sitemap"] = _ => Key("/sitemap.xml"),
        ["sitemap for news"] = _ => Key("/sitemap-news.xml"),
    });

    public static IReadOnlyList<string> Kinds { get; } =
    [
        "story", "story, lite", "history of a story", "front", "section", "section, page 50 (or its last)", "nested section", "topic, the largest", "topic, page 50 (or its last)",
        "author, the busiest", "author, page 50 (or its last)", "corrections", "corrections, page 50 (or its last)", "not found", "feed, RSS", "feed of a section, Atom",
        "feed of the largest topic, JSON", "feed of the busiest author", "sitemap", "sitemap for news",
    ];

    public static async Task<ArchivePages> Of(Archive archive)
    {
        await using var scope = archive.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var section = await db.LiveStories.CountAsync(s => db.Set<Section>().Any(t => t.Id == s.TopSectionId && t.Slug == "world"));
        var topic = await db.StoryTopics.GroupBy(t => t.TopicId).OrderByDescending(g => g.Count()).Select(g => new { g.Key, Count = g.Count() }).FirstAsync();
        var author = await db.Bylines.GroupBy(b => b.AuthorId).OrderByDescending(g => g.Count()).Select(g => new { g.Key, Count = g.Count() }).FirstAsync();
        var corrections = await db.Corrections.CountAsync();
        return new ArchivePages(
            archive,
            list => list switch { "section" => section / 24, "topic" => topic.Count / 24, "author" => author.Count / 24, _ => corrections / 30 } is var last && last > 1 ? last : 1,
            "/topics/" + await db.Topics.Where(t => t.Id == topic.Key).Select(t => t.Slug).SingleAsync(),
            "/authors/" + await db.Authors.Where(a => a.Id == author.Key).Select(a => a.Slug).SingleAsync());
    }

    /// <summary>Makes a page of a kind.</summary>
    /// <returns>How long it took, in milliseconds.</returns>
    public async Task<double> Make(string kind, int i)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = _archive.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Database.OpenConnectionAsync();
        var page = await scope.ServiceProvider.GetRequiredService<IPageSource>().Render(_keys[kind](i), scope.ServiceProvider, CancellationToken.None);
        return page.Status == (kind == "not found" ? 404 : 200) ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"The page of “{kind}” answered {page.Status}.");
    }

    private static PageKey Key(string path, int number = 1) => new(path, number, "");
}
