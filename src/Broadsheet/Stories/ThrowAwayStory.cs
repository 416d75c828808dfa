using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Puts a draft that was never published into the bin, takes it out again, and empties the bin after thirty days.</summary>
public sealed class ThrowAwayStory(BroadsheetDb db, TimeProvider time, DeskIndex desk)
{
    /// <summary>How long a draft can be restored.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <exception cref="Refused">The story was published once, or this role may not.</exception>
    public Task ThrowAway(Story story, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (story.LiveId is not null)
            {
                throw new Refused("This story was published, so it stays; withdraw it instead.");
            }

            if (!StoryRules.MayThrowAway(actor.Role, story.State))
            {
                throw new Refused("This story is in the hands of the editors; ask one of them to throw it away.");
            }

            if (story.ThrownAwayAt is not null)
            {
                return;
            }

            var now = time.Now();
            await db.Schedules.Where(s => s.StoryId == story.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), token);
            story.State = StoryState.Draft;
            story.ThrownAwayAt = now;
            db.Record(actor, "story.thrownAway", story.Id.ToString(), now);
            await db.SaveChangesAsync(token);
            await desk.Put(story, token);
        },
        cancellation);

    /// <exception cref="Refused">The story is not in the bin.</exception>
    public Task Restore(Story story, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (story.ThrownAwayAt is null)
            {
                throw new Refused("This story was not thrown away.");
            }

            story.ThrownAwayAt = null;
            db.Record(actor, "story.restored", story.Id.ToString(), time.Now());
            await db.SaveChangesAsync(token);
            await desk.Put(story, token);
        },
        cancellation);

    /// <summary>Deletes for good what has been in the bin for <see cref="Kept"/>.</summary>
    /// <returns>How many drafts.</returns>
    public Task<int> EmptyBin(CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var before = time.Now() - Kept;
            var gone = await db.Stories.Where(s => s.ThrownAwayAt != null && s.ThrownAwayAt < before && s.LiveId == null).Select(s => s.Id).ToListAsync(token);
            await desk.Remove(gone, token);
            return await db.Stories.Where(s => gone.Contains(s.Id) && s.ThrownAwayAt != null).ExecuteDeleteAsync(token);
        },
        cancellation);
}
