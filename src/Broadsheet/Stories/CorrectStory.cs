using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;

namespace Broadsheet.Stories;

/// <summary>Makes a correction public, at once. A retraction doesn't withdraw: the story stays, under its retraction.</summary>
public sealed class CorrectStory(BroadsheetDb db, TimeProvider time)
{
    /// <exception cref="Refused">The story was never published.</exception>
    public Task<Correction> Correct(Story story, CorrectionKind kind, string text, string? wrong, string? right, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (story.LiveId is null)
            {
                throw new Refused("This story was never published; change its draft instead.");
            }

            var now = time.Now();
            var correction = new Correction { StoryId = story.Id, Kind = kind, Text = text, Wrong = wrong, Right = right, At = now, By = actor.Name };
            db.Corrections.Add(correction);
            story.UpdatedAt = now;
            db.Outbox.Add(OutboxMessage.Of(new StoryCorrected(story.Id, correction.Id), now));
            db.Record(actor, "story.corrected", story.Id.ToString(), now, after: new { kind, text, wrong, right });
            await db.SaveChangesAsync(token);
            db.Refresh(StoryTags.Story(story.Id));
            // An old story comes back into the feeds with its correction.
            await db.RefreshLists(story, token);
            return correction;
        },
        cancellation);
}
