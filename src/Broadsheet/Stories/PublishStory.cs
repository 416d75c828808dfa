using System.Text.Json;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Makes the working copy what readers see: a new version with its address, in one transaction with all that follows from it.</summary>
public sealed class PublishStory(BroadsheetDb db, TimeProvider time, Addresses addresses, PictureFacts pictures, DeskIndex desk)
{
    /// <summary>Publishes now, the first time, again after changes, or again after a withdrawal.</summary>
    /// <returns>The soft checks that fired; none block.</returns>
    /// <exception cref="Invalid">A hard check blocks; every fault names its place.</exception>
    /// <exception cref="Refused">The story is in the bin.</exception>
    public Task<IReadOnlyList<Warning>> Now(Story story, PublicationNote note, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            await EndWaitingSchedule(story, token);
            return await At(story, time.Now(), note, actor, secondsLate: null, token);
        },
        cancellation);

    /// <summary>Publishes at its hour, in the transaction that claimed it. <paramref name="at"/> is what readers are told.</summary>
    internal async Task<IReadOnlyList<Warning>> At(Story story, DateTimeOffset at, PublicationNote note, Actor actor, int? secondsLate, CancellationToken cancellation)
    {
        if (story.ThrownAwayAt is not null)
        {
            throw new Refused("This draft was thrown away. Restore it before you publish it.");
        }

        var draft = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == story.DraftId, cancellation);
        var facts = await pictures.Of(draft, cancellation);
        var blocking = PublicationChecks.Blocking(draft, facts);
        if (blocking.Count > 0)
        {
            throw new Invalid(blocking);
        }

        var warnings = PublicationChecks.Doubtful(draft, facts);
        if (story.State is StoryState.Published && story.LiveId == story.DraftId)
        {
            return [new Warning("noChanges", "Nothing had changed, so no new version was made."), .. warnings];
        }

        var before = new { story.State, version = story.LiveNumber };
        await db.RefreshLists(story, cancellation);
        // The gate may have moved, too: what visitors could read so far may be for members now.
        if (story.LiveId is not null && draft.Access.Level is not AccessLevel.Public)
        {
            db.Revoke(StoryTags.Story(story.Id));
        }

        story.Slug = await addresses.Claim(story, draft, cancellation);
        story.SectionId = draft.SectionId;
        story.TopSectionId = await db.Sections.Where(s => s.Id == draft.SectionId).Select(s => s.ParentId ?? s.Id).SingleAsync(cancellation);
        story.IsWithheld = false;
        story.Access = draft.Access;
        story.Language = draft.Language;
        story.TranslationOfId = draft.TranslationOfId;
        story.NoAppeals = draft.NoAppeals;
        story.LiveId = draft.Id;
        story.LiveNumber++;
        story.State = StoryState.Published;
        story.PublishedAt ??= at;
        story.UpdatedAt = at;
        db.Publications.Add(new Publication
        {
            StoryId = story.Id,
            RevisionId = draft.Id,
            Number = story.LiveNumber,
            At = at,
            By = actor.Name,
            Note = note.Note,
            Reasons = note.Reasons,
            SecondsLate = secondsLate,
        });
        await Sign(story, draft, cancellation);
        await EndWithdrawal(story, at, cancellation);
        db.Outbox.Add(OutboxMessage.Of(new StoryPublished(story.Id, story.LiveNumber), time.Now()));
        db.Record(actor, "story.published", story.Id.ToString(), time.Now(), before, new { story.State, version = story.LiveNumber, draft.Headline, access = draft.Access.ToString(), note.Note, secondsLate });
        await db.SaveChangesAsync(cancellation);
        await desk.Put(story, cancellation);
        db.Refresh(StoryTags.Story(story.Id));
        await db.RefreshLists(story, cancellation);
        return warnings;
    }

    private async Task Sign(Story story, Revision draft, CancellationToken cancellation)
    {
        // A context that published an earlier version still knows its rows.
        foreach (var known in db.ChangeTracker.Entries().Where(e => (e.Entity is Byline byline && byline.StoryId == story.Id) || (e.Entity is StoryTopic topic && topic.StoryId == story.Id)).ToList())
        {
            known.State = EntityState.Detached;
        }

        await db.Bylines.Where(b => b.StoryId == story.Id).ExecuteDeleteAsync(cancellation);
        await db.StoryTopics.Where(t => t.StoryId == story.Id).ExecuteDeleteAsync(cancellation);
        db.Bylines.AddRange(draft.AuthorIds.Select((author, i) => new Byline { StoryId = story.Id, AuthorId = author, Position = i, PublishedAt = story.PublishedAt }));
        db.StoryTopics.AddRange(draft.TopicIds.Select((topic, i) => new StoryTopic { StoryId = story.Id, TopicId = topic, Position = i, PublishedAt = story.PublishedAt }));
    }

    private async Task EndWithdrawal(Story story, DateTimeOffset at, CancellationToken cancellation) =>
        await db.Withdrawals.Where(w => w.StoryId == story.Id && w.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(w => w.EndedAt, at), cancellation);

    private async Task EndWaitingSchedule(Story story, CancellationToken cancellation)
    {
        var now = time.Now();
        await db.Schedules.Where(s => s.StoryId == story.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
    }
}

/// <summary>What goes with a publication: the public note, and why soft checks were passed over (JSON by check).</summary>
public sealed record PublicationNote(string? Note, string? Reasons)
{
    public static PublicationNote None { get; } = new(null, null);

    /// <summary>Reads what was sent.</summary>
    public static PublicationNote Read(string? note, IReadOnlyDictionary<string, string>? reasons, Faults faults)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (reasons is { Count: > 50 })
        {
            faults.Add("reasons", "reasons has more entries than there are checks.");
        }
        else
        {
            foreach (var (check, reason) in reasons ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                kept[faults.Line("reasons", check, StoryLimits.Name)] = faults.Text($"reasons.{check}", reason, StoryLimits.Note);
            }
        }

        return new PublicationNote(faults.OptionalText("note", note, StoryLimits.Note), kept.Count == 0 ? null : JsonSerializer.Serialize(kept));
    }
}
