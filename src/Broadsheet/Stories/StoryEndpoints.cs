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
    /// <param name="q">Words of the headline.</param>
    internal static async Task<ListOf<StoryResource>> List(BroadsheetDb db, StoryResources resources, Paging paging, string? state, string? section, string? q, CancellationToken cancellation)
    {
        var stories = await Filtered(db, state, section, q, cancellation);
        if (paging.After is { } after)
        {
            stories = stories.Where(s => s.Id.CompareTo(after) < 0);
        }

        var rows = await stories
            .OrderByDescending(s => s.Id)
            .Take(paging.Limit + 1)
            .Join(db.Revisions.AsNoTracking(), s => s.DraftId, r => r.Id, (story, draft) => new { story, draft })
            .OrderByDescending(x => x.story.Id)
            .ToListAsync(cancellation);
        var shown = await resources.Of([.. rows.Take(paging.Limit).Select(x => (x.story, x.draft))], cancellation);
        return new ListOf<StoryResource>(shown, rows.Count > paging.Limit ? rows[paging.Limit - 1].story.Id.ToString() : null);
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

    private static async Task<IQueryable<Story>> Filtered(BroadsheetDb db, string? state, string? section, string? q, CancellationToken cancellation)
    {
        var stories = db.Stories.AsNoTracking();
        StoryState? wanted = state switch
        {
            null or "" or "thrownAway" => null,
            "draft" => StoryState.Draft,
            "inReview" => StoryState.InReview,
            "scheduled" => StoryState.Scheduled,
            "published" => StoryState.Published,
            "withdrawn" => StoryState.Withdrawn,
            _ => throw new Invalid("state", "state must be draft, inReview, scheduled, published, withdrawn or thrownAway."),
        };
        if (state == "thrownAway")
        {
            // The few first: SQLite would look for them among all stories.
            var thrown = await db.Stories.Where(s => s.ThrownAwayAt != null).Select(s => s.Id).ToListAsync(cancellation);
            stories = stories.Where(s => thrown.Contains(s.Id));
        }
        else
        {
            stories = stories.Where(s => s.ThrownAwayAt == null);
        }

        if (wanted is { } only)
        {
            stories = stories.Where(s => s.State == only);
        }

        if (!string.IsNullOrEmpty(section))
        {
            var id = Plain.IsClean(section) ? await db.Sections.Where(s => s.Slug == section).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation) : null;
            if (id is null)
            {
                throw new Invalid("section", "There is no such section.");
            }

            stories = stories.Where(s => db.Set<Revision>().Any(r => r.Id == s.DraftId && r.SectionId == id));
        }

        if (!string.IsNullOrWhiteSpace(q))
        {
            if (!Plain.IsClean(q) || q.Length > 200)
            {
                throw new Invalid("q", "q must be plain text of at most 200 characters.");
            }

            var words = $"%{Pattern(q.ToLowerInvariant())}%";
#pragma warning disable CA1304, CA1311, MA0011 // it is the database that folds the case
            stories = stories.Where(s => db.Set<Revision>().Any(r => r.Id == s.DraftId && EF.Functions.Like(r.Headline.ToLower(), words, "\\")));
#pragma warning restore CA1304, CA1311, MA0011
        }

        return stories;
    }

    private static string Pattern(string words) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
