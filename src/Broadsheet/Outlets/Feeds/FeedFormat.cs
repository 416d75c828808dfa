namespace Broadsheet.Outlets.Feeds;

/// <summary>A format of feeds: its file name, which is the last part of the address, and its media type.</summary>
public sealed record FeedFormat(string File, string MediaType, Func<Feed, byte[]> Write)
{
    public static FeedFormat Rss { get; } = new("feed.xml", "application/rss+xml", RssFeed.Write);

    public static FeedFormat Atom { get; } = new("feed.atom", "application/atom+xml", AtomFeed.Write);

    public static FeedFormat Json { get; } = new("feed.json", "application/feed+json", JsonFeed.Write);

    public static IReadOnlyList<FeedFormat> All { get; } = [Rss, Atom, Json];

    public static FeedFormat? Find(string file) => All.FirstOrDefault(format => format.File == file);

    /// <summary>The path of the feed of what stands at a path of ours.</summary>
    public string PathOf(string home) => $"{(home == "/" ? "" : home)}/{File}";
}
