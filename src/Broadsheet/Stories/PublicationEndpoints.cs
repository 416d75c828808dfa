using Broadsheet.Api;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>What makes a story public and what happens to it there: publication, withdrawal, corrections, versions.</summary>
public static class PublicationEndpoints
{
    /// <summary>An hour this near or past means now: clocks of two machines differ.</summary>
    internal static readonly TimeSpan Now = TimeSpan.FromSeconds(1);

    /// <summary>Nobody schedules further ahead; a later hour is a typing error.</summary>
    internal static readonly TimeSpan Furthest = TimeSpan.FromDays(3660);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/stories/{id:guid}/publication", Publish).Allow(StoryRules.MayPublish);
        api.MapDelete("/stories/{id:guid}/publication", Withdraw).Allow(StoryRules.MayPublish);
        api.MapGet("/stories/{id:guid}/corrections", Corrections).Allow(StoryRules.MayRead);
        api.MapPost("/stories/{id:guid}/corrections", Correct).Allow(StoryRules.MayPublish);
        api.MapGet("/stories/{id:guid}/corrections/{correction:guid}", Correction).Allow(StoryRules.MayRead);
        api.MapGet("/stories/{id:guid}/versions", Versions).Allow(StoryRules.MayRead);
        api.MapPut("/stories/{id:guid}/versions/{number:int}/withholding", Withhold).Allow(StoryRules.MayPublish);
        api.MapDelete("/stories/{id:guid}/versions/{number:int}/withholding", Lift).Allow(StoryRules.MayPublish);
    }

    /// <summary>Publishes a story or its changes, or schedules that. Soft checks come back as warnings and never block.</summary>
    internal static async Task<OkAnswer<PublicationResource>?> Publish(
        Guid id, Body<PublicationInput>? body, BroadsheetDb db, PublishStory publish, ScheduleStory schedule, StoryResources resources, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        var input = body?.Value ?? new PublicationInput();
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } story)
        {
            return null;
        }

        var faults = new Faults();
        var note = PublicationNote.Read(input.Note, input.Reasons, faults);
        if (input.At > time.Now() + Furthest)
        {
            faults.Add("at", "at is more than ten years ahead.");
        }

        faults.ThrowIfAny();
        var warnings = input.At is { } at && at > time.Now() + Now
            ? await schedule.At(story, at, note, actor, cancellation)
            : await publish.Now(story, note, actor, cancellation);
        var shown = await resources.Of(story, cancellation);
        return Answers.Ok(new PublicationResource(story.State, shown.Url, story.LiveNumber, story.PublishedAt, shown.ScheduledAt, warnings), story.Version);
    }

    /// <summary>Withdraws a published story for a reason, or takes one off the schedule (no reason needed).</summary>
    internal static async Task<OkAnswer<PublicationResource>?> Withdraw(
        Guid id, Body<WithdrawalInput>? body, BroadsheetDb db, WithdrawStory withdraw, ScheduleStory schedule, StoryResources resources, Actor actor, CancellationToken cancellation)
    {
        var input = body?.Value ?? new WithdrawalInput();
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } story)
        {
            return null;
        }

        var faults = new Faults();
        var reason = faults.OptionalText("reason", input.Reason, StoryLimits.Note);
        faults.ThrowIfAny();
        // Without a reason it can only be meant for what waits: readers are owed one for what was public.
        var takenOff = (story.State is StoryState.Scheduled || reason is null) && await schedule.TakeOff(story, actor, cancellation);
        if (!takenOff)
        {
            if (reason is null && story.State is StoryState.Published)
            {
                throw new Invalid("reason", "Readers are told why a story was withdrawn: give a reason.");
            }

            await withdraw.Withdraw(story, reason ?? "", actor, cancellation);
        }

        var shown = await resources.Of(story, cancellation);
        return Answers.Ok(new PublicationResource(story.State, shown.Url, story.LiveNumber, story.PublishedAt, shown.ScheduledAt, []), story.Version);
    }

    /// <summary>Lists a story's corrections, newest first.</summary>
    internal static async Task<ListOf<CorrectionResource>?> Corrections(Guid id, BroadsheetDb db, Paging paging, CancellationToken cancellation)
    {
        if (!await db.Stories.AnyAsync(s => s.Id == id, cancellation))
        {
            return null;
        }

        var corrections = db.Corrections.AsNoTracking().Where(c => c.StoryId == id);
        if (paging.After is { } after)
        {
            corrections = corrections.Where(c => c.Id.CompareTo(after) < 0);
        }

        var rows = await corrections.OrderByDescending(c => c.Id).Take(paging.Limit + 1).ToListAsync(cancellation);
        return paging.Cut(rows, c => c.Id, Show);
    }

    /// <summary>Corrects a published story, at once. A retraction doesn't withdraw it.</summary>
    internal static async Task<Created<CorrectionResource>?> Correct(Guid id, Body<CorrectionInput> body, BroadsheetDb db, CorrectStory correct, Actor actor, CancellationToken cancellation)
    {
        var input = body.Value;
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } story)
        {
            return null;
        }

        var faults = new Faults();
        var text = faults.Text("text", input.Text, StoryLimits.Note, required: true);
        var wrong = faults.OptionalText("wrong", input.Wrong, StoryLimits.Note);
        var right = faults.OptionalText("right", input.Right, StoryLimits.Note);
        if (input.Kind is null)
        {
            faults.Add("kind", "kind is missing: correction, clarification, update, editorsNote or retraction.");
        }

        faults.ThrowIfAny();
        var correction = await correct.Correct(story, input.Kind!.Value, text, wrong, right, actor, cancellation);
        return TypedResults.Created($"/api/v1/stories/{id}/corrections/{correction.Id}", Show(correction));
    }

    /// <summary>Shows one correction. What was said in public stays as it was said; a mistake in it is corrected by another.</summary>
    internal static async Task<CorrectionResource?> Correction(Guid id, Guid correction, BroadsheetDb db, CancellationToken cancellation) =>
        await db.Corrections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == correction && c.StoryId == id, cancellation) is { } found ? Show(found) : null;

    /// <summary>Lists every published version, newest first.</summary>
    internal static async Task<ListOf<VersionResource>?> Versions(Guid id, BroadsheetDb db, Paging paging, CancellationToken cancellation)
    {
        if (!await db.Stories.AnyAsync(s => s.Id == id, cancellation))
        {
            return null;
        }

        var versions = db.Publications.AsNoTracking().Where(p => p.StoryId == id);
        if (paging.After is { } after)
        {
            versions = versions.Where(p => p.Id.CompareTo(after) < 0);
        }

        var rows = await versions.OrderByDescending(p => p.Id).Take(paging.Limit + 1)
            .Select(p => new { version = p, withheld = db.Set<Withholding>().FirstOrDefault(w => w.PublicationId == p.Id && w.LiftedAt == null) })
            .ToListAsync(cancellation);
        return paging.Cut(rows, r => r.version.Id, r => new VersionResource(
            r.version.Id, r.version.Number, r.version.At, r.version.By, r.version.Note, r.version.SecondsLate, r.withheld is { } w ? new WithholdingResource(w.Ground, w.Reason, w.At) : null));
    }

    /// <summary>Withholds a published version for a court or a person's right; the reason stands in its place.</summary>
    internal static async Task<Ok<WithholdingResource>?> Withhold(Guid id, int number, Body<WithholdingInput> body, BroadsheetDb db, WithholdVersion withhold, Actor actor, CancellationToken cancellation)
    {
        var input = body.Value;
        var faults = new Faults();
        var reason = faults.Text("reason", input.Reason, StoryLimits.Note, required: true);
        if (input.Ground is null)
        {
            faults.Add("ground", "ground is missing: court or personalRight.");
        }

        faults.ThrowIfAny();
        if (await Find(db, id, number, cancellation) is not var (story, version))
        {
            return null;
        }

        var withholding = await withhold.Withhold(story, version, input.Ground!.Value, reason, actor, cancellation);
        return TypedResults.Ok(new WithholdingResource(withholding.Ground, withholding.Reason, withholding.At));
    }

    /// <summary>Shows a withheld version again.</summary>
    internal static async Task<NoContent?> Lift(Guid id, int number, BroadsheetDb db, WithholdVersion withhold, Actor actor, CancellationToken cancellation)
    {
        if (await Find(db, id, number, cancellation) is not var (story, version))
        {
            return null;
        }

        await withhold.Lift(story, version, actor, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<(Story Story, Publication Version)?> Find(BroadsheetDb db, Guid id, int number, CancellationToken cancellation) =>
        await db.Stories.SingleOrDefaultAsync(s => s.Id == id, cancellation) is { } story
        && await db.Publications.AsNoTracking().SingleOrDefaultAsync(p => p.StoryId == id && p.Number == number, cancellation) is { } version
            ? (story, version)
            : null;

    private static CorrectionResource Show(Correction correction) =>
        new(correction.Id, correction.StoryId, correction.Kind, correction.Text, correction.Wrong, correction.Right, correction.At, correction.By);
}

/// <summary>How to publish. An hour in the future schedules.</summary>
public sealed record PublicationInput
{
    /// <summary>When; left out or past, now. Up to ten years ahead.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What readers are told of the change.</summary>
    public string? Note { get; init; }

    /// <summary>Why soft checks are passed over, by check.</summary>
    public IReadOnlyDictionary<string, string>? Reasons { get; init; }
}

public sealed record PublicationResource(StoryState State, string? Url, int Version, DateTimeOffset? PublishedAt, DateTimeOffset? ScheduledAt, IReadOnlyList<Warning> Warnings);

public sealed record WithdrawalInput
{
    /// <summary>Shown to readers at the story's address.</summary>
    public string? Reason { get; init; }
}

public sealed record CorrectionInput
{
    /// <summary>What kind it is.</summary>
    public CorrectionKind? Kind { get; init; }

    /// <summary>What readers are told.</summary>
    public string? Text { get; init; }

    /// <summary>The words that were wrong.</summary>
    public string? Wrong { get; init; }

    /// <summary>What they should have been.</summary>
    public string? Right { get; init; }
}

public sealed record CorrectionResource(Guid Id, Guid Story, CorrectionKind Kind, string Text, string? Wrong, string? Right, DateTimeOffset At, string By);

public sealed record VersionResource(Guid Id, int Number, DateTimeOffset At, string By, string? Note, int? SecondsLate, WithholdingResource? Withheld);

public sealed record WithholdingInput
{
    /// <summary>A court’s order, or a person’s right.</summary>
    public WithholdingGround? Ground { get; init; }

    /// <summary>Shown to readers in the version's place.</summary>
    public string? Reason { get; init; }
}

public sealed record WithholdingResource(WithholdingGround Ground, string Reason, DateTimeOffset At);
