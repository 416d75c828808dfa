using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Sets the hour at which the working copy goes out, and takes it back.</summary>
public sealed class ScheduleStory(BroadsheetDb db, TimeProvider time, PictureFacts pictures, DeskIndex desk)
{
    /// <summary>Schedules, or moves what was scheduled.</summary>
    /// <exception cref="Invalid">A hard check blocks already now.</exception>
    public Task<IReadOnlyList<Warning>> At(Story story, DateTimeOffset at, PublicationNote note, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (story.ThrownAwayAt is not null)
            {
                throw new Refused("This draft was thrown away. Restore it before you schedule it.");
            }

            var draft = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == story.DraftId, token);
            var facts = await pictures.Of(draft, token);
            var blocking = PublicationChecks.Blocking(draft, facts);
            if (blocking.Count > 0)
            {
                throw new Invalid(blocking);
            }

            var before = await End(story, token);
            db.Schedules.Add(new Schedule { StoryId = story.Id, At = at, By = actor.Name, CreatedAt = time.Now(), Note = note.Note, Reasons = note.Reasons });
            if (story.State is StoryState.Draft or StoryState.InReview)
            {
                story.State = StoryState.Scheduled;
            }

            db.Record(actor, "story.scheduled", story.Id.ToString(), time.Now(), before is null ? null : new { at = before }, new { at });
            await Touch(story, token);
            return PublicationChecks.Doubtful(draft, facts);
        },
        cancellation);

    /// <summary>Takes a story off the schedule; it is in review again.</summary>
    /// <returns>Whether it was on it.</returns>
    public Task<bool> TakeOff(Story story, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (await End(story, token) is not { } at)
            {
                return false;
            }

            if (story.State is StoryState.Scheduled)
            {
                story.State = StoryState.InReview;
            }

            db.Record(actor, "story.unscheduled", story.Id.ToString(), time.Now(), new { at });
            await Touch(story, token);
            return true;
        },
        cancellation);

    // The hour stands beside the story, but whoever holds the story's ETag has to learn that it moved.
    private async Task Touch(Story story, CancellationToken cancellation)
    {
        db.Entry(story).Property(s => s.State).IsModified = true;
        await db.SaveChangesAsync(cancellation);
        await desk.Put(story, cancellation);
    }

    private async Task<DateTimeOffset?> End(Story story, CancellationToken cancellation)
    {
        var now = time.Now();
        var waiting = db.Schedules.Where(s => s.StoryId == story.Id && s.EndedAt == null);
        var at = await waiting.Select(s => (DateTimeOffset?)s.At).SingleOrDefaultAsync(cancellation);
        await waiting.ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
        return at;
    }
}
