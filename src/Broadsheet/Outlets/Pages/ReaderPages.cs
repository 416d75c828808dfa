using System.Globalization;
using Broadsheet.Outlets.Feeds;
using Broadsheet.Outlets.Search;
using Broadsheet.Outlets.Sitemaps;
using Broadsheet.Platform.Cache;
using Broadsheet.Readers;

namespace Broadsheet.Outlets.Pages;

/// <summary>Which address is which page. The cache makes pages through it, with or without a request at hand.</summary>
public sealed class ReaderPages(ClassCookie cookies, LoadLadder ladder) : IPageSource
{
    private const int LongestPath = 400;
    private const string Nowhere = "/-/-/-/-";

    /// <summary>The key of a request: its path, the number of a list's page, the class of who asks. All else in the query is no page's business.</summary>
    public PageKey KeyOf(HttpRequest request)
    {
        var path = request.Path.Value is { Length: > 0 } given ? given : "/";
        if (path.Length > LongestPath)
        {
            // Nothing was ever published at such an address; all of them share one page that says so.
            path = IsLite(path) ? "/lite" + Nowhere : Nowhere;
        }

        if (IsForPrograms(path))
        {
            return new PageKey(path, 1, "");
        }

        if (ladder.Level is LoadLevel.Lite && !IsLite(path))
        {
            path = path == "/" ? "/lite" : "/lite" + path;
        }

        return new PageKey(path, request.QueryString.HasValue ? NumberAt(path, request) : 1, cookies.ReadClass(request));
    }

    /// <inheritdoc/>
    public Task<RenderedPage> Render(PageKey key, IServiceProvider services, CancellationToken cancellation)
    {
        var request = Read(key);
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return IsForPrograms(key.Path) && !request.IsLite
            ? parts switch
            {
                [.. var place, var file] when FeedFormat.Find(file) is { } format => Get<FeedPages>().Make(request, place, format, cancellation),
                ["sitemap.xml"] => Get<SitemapPages>().Index(request, cancellation),
                ["sitemap-pages.xml"] => Get<SitemapPages>().Pages(request, cancellation),
                ["sitemap-news.xml"] => Get<SitemapPages>().Newest(request, cancellation),
                [var file] when file.StartsWith("sitemap-", StringComparison.Ordinal) && file.EndsWith(".xml", StringComparison.Ordinal) => Get<SitemapPages>().Stories(request, file[8..^4], cancellation),
                ["media", "cards", var story, var file] => Get<ShareCards>().Make(request, story, file, cancellation),
                ["robots.txt"] => Get<TextPages>().Robots(request, cancellation),
                ["ads.txt"] => Get<TextPages>().Ads(request, cancellation),
                [".well-known", "security.txt"] => Get<TextPages>().Security(request, cancellation),
                _ => Get<NotFoundPages>().Make(request, cancellation),
            }
            : parts switch
            {
                [] => Get<FrontPages>().Make(request, cancellation),
                ["search"] => Get<SearchPages>().Make(request, SearchForm.Empty, cancellation),
                ["corrections"] => Get<CorrectionsPages>().Make(request, cancellation),
                [("about" or "privacy" or "terms") and var slug] => Get<StaticPages>().Make(request, slug, null, cancellation),
                ["terms", var number] when IsCounted(number, out var version) => Get<StaticPages>().Make(request, "terms", version, cancellation),
                ["pages", var slug] => Get<StaticPages>().Make(request, slug, null, cancellation),
                ["topics", var slug] => Get<TopicPages>().Make(request, slug, cancellation),
                ["authors", var slug] => Get<AuthorPages>().Make(request, slug, cancellation),
                [var section] => Get<SectionPages>().Make(request, section, cancellation),
                [var section, var slug] => Get<StoryPages>().Make(request, section, slug, cancellation),
                [var section, var slug, "history"] => Get<HistoryPages>().Make(request, section, slug, cancellation),
                _ => Get<NotFoundPages>().Make(request, cancellation),
            };

        T Get<T>()
            where T : notnull => services.GetRequiredService<T>();
    }

    /// <summary>The page of a list that is asked for.</summary>
    public static int NumberOf(HttpRequest request) => IsCounted(request.Query["page"], out var number) ? Math.Min(number, PageRequest.LastNumber) : 1;

    private static PageRequest Read(PageKey key)
    {
        var path = key.Path;
        var isLite = IsLite(path);
        path = isLite ? path[5..] : path;
        return new PageRequest(path.Length == 0 ? "/" : path, key.Number, Audience.OfClass(key.Class), isLite);
    }

    // Feeds, sitemaps, cards and their like are the visitor's whoever asks, and have no query. No address of a page has a dot in it.
    private static bool IsForPrograms(string path) =>
        path.EndsWith(".xml", StringComparison.Ordinal) || path.EndsWith(".atom", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".txt", StringComparison.Ordinal)
        || path.StartsWith(ShareCards.Folder, StringComparison.Ordinal);

    private static bool IsLite(string path) => path.StartsWith("/lite", StringComparison.Ordinal) && (path.Length == 5 || path[5] == '/');

    // What is looked for is kept nowhere, so its number is no page's.
    private static int NumberAt(string path, HttpRequest request) => path is SearchPages.Path or "/lite" + SearchPages.Path ? 0 : IsList(path) ? NumberOf(request) : 1;

    // What is no list has no second page, and so no second address.
    private static bool IsList(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).AsSpan() switch
    {
        ["lite", .. var rest] => IsList(rest),
        var all => IsList(all),
    };

    private static bool IsList(ReadOnlySpan<string> parts) => parts is ["topics" or "authors", _] or [not ("about" or "privacy" or "terms")];

    private static bool IsCounted(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
