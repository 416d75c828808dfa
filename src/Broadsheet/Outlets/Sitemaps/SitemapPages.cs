using System.Xml;
using Broadsheet.Outlets.Feeds;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Cache;
using Broadsheet.StaticPages;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Sitemaps;

/// <summary>
/// Makes sitemaps (sitemaps.org): an index, a file for the paper's own pages, and files by the month in which stories were first published, so that one publication makes little anew.
/// </summary>
public sealed class SitemapPages(PageMaking making, NotFoundPages notFound)
{
    /// <summary>Entries of a file; the protocol lets in 50,000.</summary>
    public const int Length = 10_000;

    /// <summary>What Google takes of a news sitemap.</summary>
    private const int MostNews = 1000;

    private const string Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";
    private static readonly TimeSpan NewsAge = TimeSpan.FromHours(48);

    /// <summary>The index: every file, with when it last changed.</summary>
    public async Task<RenderedPage> Index(PageRequest request, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        page.Tag(StoryTags.Sitemap);
        var files = await Files(cancellation);
        return Page(page, OutletXml.Document(xml =>
        {
            xml.Start("sitemapindex", Sitemaps);
            Entry(xml, "sitemap", page.Absolute("/sitemap-pages.xml"), null);
            foreach (var (name, updated) in files)
            {
                Entry(xml, "sitemap", page.Absolute($"/sitemap-{name}.xml"), updated);
            }

            xml.End();
        }));
    }

    /// <summary>The front page, sections, and the paper's own pages.</summary>
    public async Task<RenderedPage> Pages(PageRequest request, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        var own = await making.Db.Pages.AsNoTracking().OrderBy(p => p.Slug).Select(p => new { p.Id, p.Slug }).ToListAsync(cancellation);
        page.Tag(StaticPageTags.All);
        List<string> paths =
        [
            "/", .. page.Frame.Sections.Select(s => StoryAddress.Section(s.Slug)), "/corrections",
            .. own.Select(p => p.Slug is "about" or "terms" or "privacy" ? "/" + p.Slug : "/pages/" + Uri.EscapeDataString(p.Slug)),
        ];
        return Page(page, OutletXml.Document(xml =>
        {
            xml.Start("urlset", Sitemaps);
            foreach (var path in paths)
            {
                Entry(xml, "url", page.Absolute(path), null);
            }

            xml.End();
        }));
    }

    /// <summary>A file of stories by its name: <c>2026-11</c>, or <c>2026-11-2</c> where a month has more than one.</summary>
    public async Task<RenderedPage> Stories(PageRequest request, string name, CancellationToken cancellation)
    {
        if (SitemapFile.Read(name) is not { } file)
        {
            return await notFound.Make(request, cancellation);
        }

        var page = await making.Begin(request, cancellation);
        page.Tag(StoryTags.SitemapOf(file.From));
        var stories = await making.Db.LiveStories
            .Where(s => s.PublishedAt >= file.From && s.PublishedAt < file.Until)
            .OrderBy(s => s.PublishedAt).ThenBy(s => s.Id)
            .Skip((file.Part - 1) * Length).Take(Length)
            .Select(s => new { SectionId = s.SectionId!.Value, Slug = s.Slug!, UpdatedAt = s.UpdatedAt!.Value })
            .ToListAsync(cancellation);
        return stories.Count == 0 ? await notFound.Make(request, cancellation) : Page(page, OutletXml.Document(xml =>
        {
            xml.Start("urlset", Sitemaps);
            foreach (var story in stories)
            {
                Entry(xml, "url", page.Absolute(StoryAddress.Of(page.Frame.FindSection(story.SectionId)!.Slug, story.Slug)), story.UpdatedAt);
            }

            xml.End();
        }));
    }

    /// <summary>What was published in the last two days, for news aggregators.</summary>
    public async Task<RenderedPage> Newest(PageRequest request, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        var since = page.Now - NewsAge;
        // By the months, not by each story: so many tags fit into no header.
        page.Tag([StoryTags.Front, StoryTags.SitemapOf(since), StoryTags.SitemapOf(page.Now)]);
        var stories = await making.Db.Newest(making.Db.LiveStories.Where(s => s.PublishedAt > since), 0, MostNews, cancellation);
        var bytes = OutletXml.Document(xml =>
        {
            xml.Start("urlset", Sitemaps);
            xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var story in stories)
            {
                Write(xml, page, story);
            }

            xml.End();
        });
        return Page(page, bytes) with { ValidUntil = stories.Count == 0 ? null : stories[^1].PublishedAt + NewsAge };
    }

    private static void Write(XmlWriter xml, PageContext page, ListedStory story)
    {
        var section = page.Frame.FindSection(story.SectionId)!;
        xml.Start("url");
        xml.Element("loc", page.Absolute(StoryAddress.Of(section.Slug, story.Slug)));
        xml.Start("news", News);
        xml.Start("publication", News);
        xml.Element("name", page.Frame.Paper.Name, News);
        xml.Element("language", page.Frame.LanguageOf(story.Language, section).Culture.TwoLetterISOLanguageName, News);
        xml.End();
        xml.Element("publication_date", OutletXml.Time(story.PublishedAt), News);
        xml.Element("title", story.Headline, News);
        xml.End();
        xml.End();
    }

    private static void Entry(XmlWriter xml, string element, string address, DateTimeOffset? updated)
    {
        xml.Start(element);
        xml.Element("loc", address);
        xml.Element("lastmod", updated is { } at ? OutletXml.Time(at) : null);
        xml.End();
    }

    private static RenderedPage Page(PageContext page, byte[] bytes) => new()
    {
        Status = StatusCodes.Status200OK,
        Bytes = bytes,
        ContentType = "application/xml; charset=utf-8",
        Tags = page.Tags,
    };

    // From month to month, each found in the index: what was written long ago is not gone through.
    private async Task<List<(string Name, DateTimeOffset Updated)>> Files(CancellationToken cancellation)
    {
        var files = new List<(string, DateTimeOffset)>();
        for (var from = DateTimeOffset.UnixEpoch; ;)
        {
            var next = await making.Db.LiveStories.Where(s => s.PublishedAt >= from).OrderBy(s => s.PublishedAt).Select(s => s.PublishedAt).FirstOrDefaultAsync(cancellation);
            if (next is not { } first)
            {
                return files;
            }

            var month = SitemapFile.Of(first);
            var stories = making.Db.LiveStories.Where(s => s.PublishedAt >= month.From && s.PublishedAt < month.Until);
            var (count, updated) = (await stories.CountAsync(cancellation), await stories.MaxAsync(s => s.UpdatedAt, cancellation) ?? first);
            files.AddRange(Enumerable.Range(1, (count + Length - 1) / Length).Select(part => (month.With(part).Name, updated)));
            from = month.Until;
        }
    }
}
