using Broadsheet.Outlets.Feeds;
using Broadsheet.Outlets.Search;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes what stands around a page: head, masthead, navigation, footer.</summary>
public static class Frames
{
    /// <param name="title">The page's own title; null on the front page, where the paper's name is all.</param>
    /// <param name="current">The section the page belongs to.</param>
    /// <param name="data">The page's JSON-LD; lite pages, which no search engine lists, go without.</param>
    /// <param name="feeds">What the page shows a list of, where it has feeds of its own.</param>
    public static PageFrame Frame(this PageContext page, string? title, string? description = null, Section? current = null, bool noIndex = false, SharingView? sharing = null, IReadOnlyList<LinkView>? alternates = null, LinkView? feeds = null, Markup? data = null)
    {
        var paper = page.Frame.Paper;
        var path = page.Request.Path == "/" ? "/" : string.Join('/', page.Request.Path.Split('/').Select(Uri.EscapeDataString));
        var numbered = page.Request.Number > 1 ? $"?page={page.Request.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "";
        return new PageFrame
        {
            Language = page.Tongue.Tag,
            Direction = page.Tongue.Direction,
            Audience = page.AudienceName,
            SiteName = paper.Name,
            Tagline = paper.Tagline,
            Title = title is null ? paper.Name : $"{title} – {paper.Name}",
            Description = description,
            Canonical = page.Absolute(path + numbered),
            NoIndex = noIndex || page.Request.IsLite,
            Alternates = alternates ?? [],
            Feeds = [.. feeds is null ? [] : Feeds(feeds.Name, feeds.Address), .. Feeds(paper.Name, "/")],
            Sharing = sharing,
            StructuredData = page.Request.IsLite ? null : data,
            Today = page.Moments.Today(),
            Home = page.Request.To("/"),
            IsFront = page.Request.Path == "/" && page.Request.Number == 1,
            Sections = Sections(page, current),
            Utility = [.. Tongues(page), new LinkView(page.Words["search"], page.Request.To(SearchPages.Path)) { IsCurrent = page.Request.Path == SearchPages.Path }],
            Footer = Footer(page),
            Imprint = paper.Name,
            IsDemo = paper.IsDemo,
            LiteAddress = page.Request.IsLite ? null : (path == "/" ? "/lite" : "/lite" + path) + numbered,
            FullAddress = page.Request.IsLite ? path + numbered : null,
        };
    }

    /// <summary>What other sites show of a page.</summary>
    public static SharingView Sharing(this PageContext page, string type, string title, string? description, PictureView? picture, DateTimeOffset? published = null, DateTimeOffset? modified = null) => new()
    {
        Type = type,
        Title = title,
        Description = description,
        Image = picture is null ? null : page.Absolute(picture.Address),
        ImageWidth = picture?.Width,
        ImageHeight = picture?.Height,
        ImageAlt = picture?.Alt,
        Published = published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        Modified = modified?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>A section as a link, in its own language where that is another than the page's.</summary>
    public static LinkView LinkTo(this PageContext page, Section section, Section? current = null)
    {
        var tongue = page.Frame.LanguageOf(null, section);
        return new LinkView(section.Name, page.Request.To(StoryAddress.Section(section.Slug)))
        {
            IsCurrent = current is not null && (current.Id == section.Id || current.ParentId == section.Id),
            Language = tongue.Tag == page.Tongue.Tag ? null : tongue.Tag,
            Direction = tongue.IsRightToLeft == page.Tongue.IsRightToLeft ? null : tongue.Direction,
            Children = [.. page.Frame.Nested(section).Select(nested => page.LinkTo(nested, current))],
        };
    }

    private static IEnumerable<FeedView> Feeds(string name, string home) => FeedFormat.All.Select(format => new FeedView(name, format.MediaType, format.PathOf(home)));

    private static IReadOnlyList<LinkView> Sections(PageContext page, Section? current) =>
    [
        new LinkView(page.Words["frontPage"], page.Request.To("/")) { IsCurrent = page.Request.Path == "/" },
        .. page.Frame.TopSections.Where(s => IsHome(page, s)).Select(s => page.LinkTo(s, current)),
    ];

    // A section in another language is an edition of its own: it stands with the languages at the masthead's end.
    private static IReadOnlyList<LinkView> Tongues(PageContext page) =>
        [.. page.Frame.TopSections.Where(s => !IsHome(page, s)).Select(s => page.LinkTo(s))];

    private static bool IsHome(PageContext page, Section section) =>
        page.Frame.LanguageOf(null, section).Culture.TwoLetterISOLanguageName == Tongue.Of(page.Frame.Paper.Language).Culture.TwoLetterISOLanguageName;

    private static IReadOnlyList<LinkColumn> Footer(PageContext page) =>
    [
        new LinkColumn(page.Words["thePaper"],
        [
            new LinkView(page.Words["about"], page.Request.To("/about")),
            new LinkView(page.Words["corrections"], page.Request.To("/corrections")),
            new LinkView(page.Words["terms"], page.Request.To("/terms")),
            new LinkView(page.Words["privacy"], page.Request.To("/privacy")),
        ]),
    ];
}
