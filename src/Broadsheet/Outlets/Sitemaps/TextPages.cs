using System.Text;
using Broadsheet.Outlets.Feeds;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Cache;

namespace Broadsheet.Outlets.Sitemaps;

/// <summary>Makes the small texts that programs look for: robots.txt (RFC 9309), ads.txt (IAB 1.1), security.txt (RFC 9116).</summary>
public sealed class TextPages(PageMaking making)
{
    /// <summary>For how many months a security.txt may be believed; RFC 9116 wants less than a year.</summary>
    private const int MonthsBelieved = 6;

    /// <summary>Where crawlers have no business, and where the sitemaps are. Lite pages stay open: they say themselves that they are not to be listed.</summary>
    public async Task<RenderedPage> Robots(PageRequest request, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        return Text(page, $"""
            User-agent: *
            Disallow: /account
            Disallow: /api
            Disallow: /gift/
            Disallow: /newsroom
            Disallow: /search
            Disallow: /sign-in

            Sitemap: {page.Absolute("/sitemap.xml")}
            Sitemap: {page.Absolute("/sitemap-news.xml")}

            """);
    }

    /// <summary>Who sells this paper's advertising. Where it doesn't say, nobody but the paper itself; the placeholder is how ads.txt says so.</summary>
    public async Task<RenderedPage> Ads(PageRequest request, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        return Text(page, page.Frame.Paper.AdsTxt is { } own ? own + "\n" : $"""
            # This paper sells its advertising itself; no other seller is authorised.
            placeholder.example.com, placeholder, DIRECT, placeholder
            OWNERDOMAIN={page.Site.Host}

            """);
    }

    /// <summary>Where to report a fault of the site. What the newsroom says of it stays valid by itself: the day of its end moves on every month.</summary>
    public async Task<RenderedPage> Security(PageRequest request, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        var month = SitemapFile.Of(page.Now);
        var said = page.Frame.Paper.SecurityTxt ?? $"Contact: {page.Absolute("/about")}\nPreferred-Languages: {page.Tongue.Tag}";
        var text = $"""
            {said}
            Expires: {OutletXml.Time(month.From.AddMonths(MonthsBelieved + 1))}
            Canonical: {page.Absolute("/.well-known/security.txt")}

            """;
        return Text(page, text) with { ValidUntil = month.Until };
    }

    private static RenderedPage Text(PageContext page, string text) => new()
    {
        Status = StatusCodes.Status200OK,
        Bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")),
        ContentType = "text/plain; charset=utf-8",
        Tags = page.Tags,
    };
}
