using Broadsheet.Api;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Stories: their working copies.</summary>
public static class StoryEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/stories", List).Allow(StoryRules.MayRead);
        api.MapPost("/stories", Create).Allow(StoryRules.MayWrite);
        api.MapGet("/stories/{id:guid}", Get).Allow(StoryRules.MayRead);
        api.MapPatch("/stories/{id:guid}", Change).Allow(StoryRules.MayWrite);
        api.MapDelete("/stories/{id:guid}", ThrowAway).Allow(StoryRules.MayWrite);
        api.MapPost("/stories/{id:guid}/restoration", Restore).Allow(StoryRules.MayWrite);
    }

    /// <summary>Lists stories, newest first, without their bodies.</summary>
    /// <param name="state">draft, inReview, scheduled, published, withdrawn, or thrownAway for the bin.</param>
    /// <param name="section">A section's slug.</param>
    /// <param name="q">Words as they are typed: each is the beginning of a word of headline, standfirst, authors, topics, address or the section's name.</param>
    internal static async Task<ListOf<StoryResource>> List(BroadsheetDb db, DeskIndex desk, StoryResources resources, Paging paging, string? state, string? section, string? q, CancellationToken cancellation)
    {
        var filter = await DeskFilter.Read(db, state, section, cancellation);
        var found = string.IsNullOrWhiteSpace(q)
            ? await filter.Find(db, paging.After, paging.Limit + 1, cancellation)
            : await desk.Find(await Query(db, q, cancellation), filter, paging.After, paging.Limit + 1, cancellation);
        List<Guid> ids = [.. found.Take(paging.Limit)];
        var rows = await db.Stories.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Join(db.Revisions.AsNoTracking(), s => s.DraftId, r => r.Id, (story, draft) => new { story, draft })
            .ToDictionaryAsync(x => x.story.Id, cancellation);
        var shown = await resources.Of([.. ids.Where(rows.ContainsKey).Select(id => (rows[id].story, rows[id].draft))], cancellation);
        return new ListOf<StoryResource>(shown, found.Count > paging.Limit ? ids[^1].ToString() : null);
    }

    /// <summary>Makes a draft. Authors and topics not yet known are made.</summary>
    internal static async Task<CreatedAnswer<StoryResource>> Create(Body<StoryInput> body, SaveStory save, StoryResources resources, Actor actor, CancellationToken cancellation)
    {
        var input = body.Value;
        var saved = await save.Create(input, actor, cancellation);
        var shown = await resources.Of(saved.Story, cancellation, saved.NotKept);
        return Answers.Created($"/api/v1/stories/{saved.Story.Id}", shown, saved.Story.Version);
    }

    /// <summary>Shows a story's working copy.</summary>
    internal static async Task<OkAnswer<StoryResource>?> Get(Guid id, BroadsheetDb db, StoryResources resources, CancellationToken cancellation) =>
        await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is { } story
            ? Answers.Ok(await resources.Of(story, cancellation), story.Version)
            : null;

    /// <summary>Changes the working copy; readers see it when it is published.</summary>
    internal static async Task<OkAnswer<StoryResource>?> Change(Guid id, HttpRequest request, Body<StoryInput> body, BroadsheetDb db, SaveStory save, StoryResources resources, Actor actor, CancellationToken cancellation)
    {
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } story)
        {
            return null;
        }

        request.RequireMatch(story);
        var input = body.Value;
        var saved = await save.Change(story, input, actor, cancellation);
        return Answers.Ok(await resources.Of(story, cancellation, saved.NotKept), story.Version);
    }

    /// <summary>Throws a never-published draft away; it can be restored for thirty days.</summary>
    internal static async Task<NoContent?> ThrowAway(Guid id, BroadsheetDb db, ThrowAwayStory bin, Actor actor, CancellationToken cancellation)
    {
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } story)
        {
            return null;
        }

        await bin.ThrowAway(story, actor, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Takes a draft out of the bin.</summary>
    internal static async Task<OkAnswer<StoryResource>?> Restore(Guid id, BroadsheetDb db, ThrowAwayStory bin, StoryResources resources, Actor actor, CancellationToken cancellation)
    {
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } story)
        {
            return null;
        }

        await bin.Restore(story, actor, cancellation);
        return Answers.Ok(await resources.Of(story, cancellation), story.Version);
    }

    private static Task<DeskQuery> Query(BroadsheetDb db, string q, CancellationToken cancellation) => Plain.IsClean(q) && q.Length <= DeskQuery.Longest
        ? DeskQuery.Read(db, q, cancellation)
        : throw new Invalid("q", "q must be plain text of at most 200 characters.");
}
