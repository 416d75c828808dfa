using System.Text.Json;
using Broadsheet.Api;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Broadsheet.Stories;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.StaticPages;

/// <summary>Static pages: about, terms, privacy, and others under <c>/pages/</c>. Every version is kept.</summary>
public static class PageEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/pages", List).Allow(PageRules.MayRead);
        api.MapPost("/pages", Create).Allow(PageRules.MayEdit);
        api.MapGet("/pages/{id:guid}", Get).Allow(PageRules.MayRead);
        api.MapPatch("/pages/{id:guid}", Change).Allow(PageRules.MayEdit);
        api.MapDelete("/pages/{id:guid}", Delete).Allow(PageRules.MayEdit);
    }

    /// <summary>Lists static pages, newest first, without their bodies.</summary>
    internal static async Task<ListOf<PageResource>> List(BroadsheetDb db, Paging paging, CancellationToken cancellation)
    {
        var pages = db.Pages.AsNoTracking();
        if (paging.After is { } after)
        {
            pages = pages.Where(p => p.Id.CompareTo(after) < 0);
        }

        var rows = await pages.OrderByDescending(p => p.Id).Take(paging.Limit + 1)
            .Select(p => new { page = p, version = db.Set<PageVersion>().Single(v => v.PageId == p.Id && v.Number == p.Current) })
            .ToListAsync(cancellation);
        return paging.Cut(rows, r => r.page.Id, r => Show(r.page, r.version));
    }

    /// <summary>Makes a page; it stands under /pages/.</summary>
    internal static async Task<CreatedAnswer<PageResource>> Create(Body<PageInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        var input = body.Value;
        var faults = new Faults();
        var title = faults.Line("title", input.Title.Value, 300, required: true);
        var slug = faults.OptionalLine("slug", input.Slug.Value, 100) ?? Slug.From(title);
        if (Slug.Problem(slug) is { } problem)
        {
            faults.Add("slug", problem);
        }
        else if (await db.Pages.AnyAsync(p => p.Slug == slug, cancellation))
        {
            faults.Add("slug", $"There is a page “{slug}” already.");
        }

        var written = BodyInput.Read(input.Body, input.BodyMarkdown, input.BodyHtml, faults);
        faults.ThrowIfAny();
        var page = new StaticPage { Slug = slug, Current = 1 };
        var version = new PageVersion { PageId = page.Id, Number = 1, Title = title, Body = written?.Json ?? BodyInput.Empty, At = time.Now(), By = actor.Name };
        await db.InTransaction(
            async token =>
            {
                db.Pages.Add(page);
                db.PageVersions.Add(version);
                db.Record(actor, "page.created", page.Id.ToString(), time.Now(), after: new { slug, title });
                await db.SaveChangesAsync(token);
                db.Refresh(StaticPageTags.All);
            },
            cancellation);
        return Answers.Created($"/api/v1/pages/{page.Id}", Show(page, version, withBody: true, written?.NotKept), page.Version);
    }

    /// <summary>Shows a page.</summary>
    internal static async Task<OkAnswer<PageResource>?> Get(Guid id, BroadsheetDb db, CancellationToken cancellation)
    {
        if (await db.Pages.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } page)
        {
            return null;
        }

        var version = await db.PageVersions.AsNoTracking().SingleAsync(v => v.PageId == id && v.Number == page.Current, cancellation);
        return Answers.Ok(Show(page, version, withBody: true), page.Version);
    }

    /// <summary>Writes a new version of a page; earlier ones are kept, those of the terms at /terms/{version}.</summary>
    internal static async Task<OkAnswer<PageResource>?> Change(Guid id, HttpRequest request, Body<PageInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        if (await db.Pages.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } page)
        {
            return null;
        }

        request.RequireMatch(page);
        var input = body.Value;
        var before = await db.PageVersions.AsNoTracking().SingleAsync(v => v.PageId == id && v.Number == page.Current, cancellation);
        var faults = new Faults();
        var title = input.Title.IsGiven ? faults.Line("title", input.Title.Value, 300, required: true) : before.Title;
        if (input.Slug.IsGiven && input.Slug.Value != page.Slug)
        {
            faults.Add("slug", "A page keeps its address.");
        }

        var written = BodyInput.Read(input.Body, input.BodyMarkdown, input.BodyHtml, faults);
        faults.ThrowIfAny();
        var version = new PageVersion { PageId = id, Number = page.Current + 1, Title = title, Body = written?.Json ?? before.Body, At = time.Now(), By = actor.Name };
        await db.InTransaction(
            async token =>
            {
                page.Current = version.Number;
                db.PageVersions.Add(version);
                db.Record(actor, "page.changed", id.ToString(), time.Now(), new { before.Title, version = before.Number }, new { version.Title, version = version.Number });
                await db.SaveChangesAsync(token);
                db.Refresh(StaticPageTags.Page(id));
            },
            cancellation);
        return Answers.Ok(Show(page, version, withBody: true, written?.NotKept), page.Version);
    }

    /// <summary>Deletes a page; about, terms and privacy stay.</summary>
    internal static async Task<NoContent?> Delete(Guid id, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        if (await db.Pages.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } page)
        {
            return null;
        }

        if (page.Slug is "about" or "terms" or "privacy")
        {
            throw new Refused("Every paper has this page; write it anew instead.");
        }

        await db.InTransaction(
            async token =>
            {
                db.Pages.Remove(page);
                db.Record(actor, "page.deleted", id.ToString(), time.Now(), new { page.Slug });
                await db.SaveChangesAsync(token);
                db.Revoke(StaticPageTags.Page(id));
                db.Refresh(StaticPageTags.All);
            },
            cancellation);
        return TypedResults.NoContent();
    }

    private static PageResource Show(StaticPage page, PageVersion version, bool withBody = false, IReadOnlyList<string>? notKept = null)
    {
        using var body = withBody ? JsonDocument.Parse(version.Body) : null;
        return new PageResource(page.Id, page.Slug, version.Title, version.Number, version.At, body?.RootElement.Clone(), notKept is { Count: > 0 } ? notKept : null);
    }
}

public sealed record PageInput
{
    /// <summary>The heading of the page.</summary>
    public Optional<string> Title { get; init; }

    /// <summary>The address under /pages/; only when the page is made.</summary>
    public Optional<string> Slug { get; init; }

    /// <summary>The document; only one of the three bodies.</summary>
    public Optional<JsonElement> Body { get; init; }

    /// <summary>The body as Markdown.</summary>
    public Optional<string> BodyMarkdown { get; init; }

    /// <summary>The body as HTML; what a body can’t hold is named in the answer.</summary>
    public Optional<string> BodyHtml { get; init; }
}

public sealed record PageResource(Guid Id, string Slug, string Title, int Version, DateTimeOffset At, JsonElement? Body, IReadOnlyList<string>? NotKept);
