using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Takes a published story back; its address answers 410 with the reason. What was scheduled for it is dropped.</summary>
public sealed class WithdrawStory(BroadsheetDb db, TimeProvider time, DeskIndex desk)
{
    /// <exception cref="Refused">The story is not published.</exception>
    public Task Withdraw(Story story, string reason, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (story.State is not StoryState.Published)
            {
                throw new Refused(story.State is StoryState.Withdrawn ? "This story has already been withdrawn." : "This story is not published, so it can't be withdrawn.");
            }

            var now = time.Now();
            story.State = StoryState.Withdrawn;
            db.Withdrawals.Add(new Withdrawal { StoryId = story.Id, Reason = reason, At = now, By = actor.Name });
            await db.Schedules.Where(s => s.StoryId == story.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), token);
            db.Outbox.Add(OutboxMessage.Of(new StoryWithdrawn(story.Id), now));
            db.Record(actor, "story.withdrawn", story.Id.ToString(), now, after: new { reason });
            await db.SaveChangesAsync(token);
            await desk.Put(story, token);
            await db.RevokeEverywhere(story, token);
        },
        cancellation);
}
