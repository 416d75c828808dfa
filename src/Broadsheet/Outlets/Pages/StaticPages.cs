using System.Globalization;
using Broadsheet.Outlets.Bodies;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.StaticPages;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes about, terms, privacy and the paper's other pages.</summary>
public sealed class StaticPages(PageMaking making, BodyPictures pictures, NotFoundPages notFound)
{
    /// <param name="version">An earlier version; null is the newest.</param>
    public async Task<RenderedPage> Make(PageRequest request, string slug, int? version, CancellationToken cancellation)
    {
        var db = making.Db;
        var found = await db.Pages.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Join(db.PageVersions, p => p.Id, v => v.PageId, (p, v) => new { page = p, version = v })
            .Where(x => x.version.Number == (version ?? x.page.Current))
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return await notFound.Make(request, cancellation);
        }

        var page = await making.Begin(request, cancellation);
        page.Tag(StaticPageTags.Page(found.page.Id));
        var body = StoredDocument.Read(found.version.Body);
        var readable = Gate.Admit(body, Access.Public, request.Audience);
        var around = await pictures.Around(page, readable, request.Path, firstIsEager: true, cancellation);
        var versions = slug == "terms"
            ? await db.PageVersions.AsNoTracking().Where(v => v.PageId == found.page.Id && v.Number != found.version.Number).OrderByDescending(v => v.Number).Select(v => new { v.Number, v.At }).ToListAsync(cancellation)
            : [];
        var view = new Themes.Views.StaticPage
        {
            Frame = page.Frame(found.version.Title),
            Heading = found.version.Title,
            Body = request.IsLite ? LiteBody.Render(readable, around) : SiteBody.Render(readable, around),
            Updated = page.Moments.Day(found.version.At),
            Versions = [.. versions.Select(v => new LinkView(
                page.Say("versionOf", v.Number.ToString(CultureInfo.InvariantCulture), page.Moments.Day(v.At).Text),
                page.Request.To(string.Create(CultureInfo.InvariantCulture, $"/terms/{v.Number}"))))],
        };
        return making.Draw(page, StatusCodes.Status200OK, view);
    }
}
