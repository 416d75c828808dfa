using Broadsheet.Api;
using Broadsheet.Platform.Database;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>The paper's sections.</summary>
public static class SectionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/sections", List).Allow(StoryRules.MayRead);
        api.MapPost("/sections", Create).Allow(StoryRules.MayArrange);
        api.MapGet("/sections/{id:guid}", Get).Allow(StoryRules.MayRead);
        api.MapPatch("/sections/{id:guid}", Change).Allow(StoryRules.MayArrange);
        api.MapDelete("/sections/{id:guid}", Delete).Allow(StoryRules.MayArrange);
    }

    /// <summary>Lists sections, newest first.</summary>
    internal static async Task<ListOf<SectionResource>> List(BroadsheetDb db, Paging paging, CancellationToken cancellation)
    {
        var sections = db.Sections.AsNoTracking();
        if (paging.After is { } after)
        {
            sections = sections.Where(s => s.Id.CompareTo(after) < 0);
        }

        var rows = await sections.OrderByDescending(s => s.Id).Take(paging.Limit + 1).ToListAsync(cancellation);
        var slugs = await db.Sections.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Slug, cancellation);
        return paging.Cut(rows, s => s.Id, s => Show(s, slugs));
    }

    /// <summary>Makes a section.</summary>
    internal static async Task<CreatedAnswer<SectionResource>> Create(Body<SectionInput> body, BroadsheetDb db, SaveSection save, Actor actor, CancellationToken cancellation)
    {
        var section = await save.Create(body.Value, actor, cancellation);
        return Answers.Created($"/api/v1/sections/{section.Id}", await Show(db, section, cancellation), section.Version);
    }

    /// <summary>Shows a section.</summary>
    internal static async Task<OkAnswer<SectionResource>?> Get(Guid id, BroadsheetDb db, CancellationToken cancellation) =>
        await db.Sections.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is { } section
            ? Answers.Ok(await Show(db, section, cancellation), section.Version)
            : null;

    /// <summary>Changes a section. Its earlier addresses, and those of its stories, redirect.</summary>
    internal static async Task<OkAnswer<SectionResource>?> Change(Guid id, HttpRequest request, Body<SectionInput> body, BroadsheetDb db, SaveSection save, Actor actor, CancellationToken cancellation)
    {
        if (await db.Sections.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } section)
        {
            return null;
        }

        request.RequireMatch(section);
        await save.Change(section, body.Value, actor, cancellation);
        return Answers.Ok(await Show(db, section, cancellation), section.Version);
    }

    /// <summary>Deletes a section that holds no story and never did.</summary>
    internal static async Task<NoContent?> Delete(Guid id, BroadsheetDb db, SaveSection save, Actor actor, CancellationToken cancellation)
    {
        if (await db.Sections.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } section)
        {
            return null;
        }

        await save.Delete(section, actor, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<SectionResource> Show(BroadsheetDb db, Section section, CancellationToken cancellation) =>
        Show(section, await db.Sections.AsNoTracking().Where(s => s.Id == section.ParentId).ToDictionaryAsync(s => s.Id, s => s.Slug, cancellation));

    private static SectionResource Show(Section section, Dictionary<Guid, string> slugs) =>
        new(section.Id, section.Name, section.Slug, section.ParentId is { } parent ? slugs[parent] : null, section.Position, section.Description, section.Language);
}

public sealed record SectionInput
{
    /// <summary>The name that readers see.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>The first part of its stories' addresses; some words are reserved.</summary>
    public Optional<string> Slug { get; init; }

    /// <summary>The slug of the section it is nested in; sections nest one level.</summary>
    public Optional<string> Parent { get; init; }

    /// <summary>Order among its siblings; lower comes first.</summary>
    public Optional<int> Position { get; init; }

    /// <summary>A line about the section, for its front and for search engines.</summary>
    public Optional<string> Description { get; init; }

    /// <summary>BCP 47; null means the paper's language.</summary>
    public Optional<string> Language { get; init; }
}

public sealed record SectionResource(Guid Id, string Name, string Slug, string? Parent, int Position, string? Description, string? Language);
