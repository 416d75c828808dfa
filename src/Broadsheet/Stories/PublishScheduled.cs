using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>
/// Publishes what is due. A schedule is claimed by a conditional update in the transaction that publishes, so it fires once in a cluster and a kill leaves it waiting.
/// What was missed while no node ran is caught up, and said to be late.
/// </summary>
public sealed class PublishScheduled(IServiceScopeFactory scopes, TimeProvider time, ILogger<PublishScheduled> log)
{
    /// <summary>Later than this is reported as late.</summary>
    private static readonly TimeSpan Punctual = TimeSpan.FromSeconds(30);

    /// <summary>Publishes every story whose hour has come.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        foreach (var id in await Due(cancellation))
        {
            try
            {
                await Publish(id, cancellation);
            }
            catch (Exception e) when (e is Invalid or Refused)
            {
                await GiveUp(id, e.Message, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody changed the story in this very moment; the next tick sees what they made of it.
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // It stays due and is tried at the next tick; the other stories go out at their hour.
                log.LogError(e, "The schedule {Schedule} failed", id);
            }
        }
    }

    /// <summary>When the first story that waits goes out.</summary>
    public async Task<DateTimeOffset?> Next(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Schedules.Where(s => s.EndedAt == null).MinAsync(s => (DateTimeOffset?)s.At, cancellation);
    }

    private async Task<List<Guid>> Due(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.Now();
        return await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Schedules
            .Where(s => s.EndedAt == null && s.At <= now)
            .OrderBy(s => s.At)
            .Select(s => s.Id)
            .Take(100)
            .ToListAsync(cancellation);
    }

    private async Task Publish(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var publish = scope.ServiceProvider.GetRequiredService<PublishStory>();
        await db.InTransaction(
            async token =>
            {
                var now = time.Now();
                var claimed = await db.Schedules.Where(s => s.Id == id && s.EndedAt == null && s.At <= now).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), token);
                if (claimed == 0)
                {
                    return;
                }

                var schedule = await db.Schedules.AsNoTracking().SingleAsync(s => s.Id == id, token);
                var story = await db.Stories.SingleAsync(s => s.Id == schedule.StoryId, token);
                var late = now - schedule.At;
                await publish.At(story, now, new PublicationNote(schedule.Note, schedule.Reasons), Actor.Program, late > Punctual ? (int)late.TotalSeconds : null, token);
                if (late > Punctual)
                {
                    log.LogWarning("Story {Story} was scheduled for {At} and went out {Seconds} seconds late", story.Id, schedule.At, (int)late.TotalSeconds);
                }
                else
                {
                    log.LogInformation("Story {Story} went out at its hour", story.Id);
                }
            },
            cancellation);
    }

    private async Task GiveUp(Guid id, string why, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        await db.InTransaction(
            async token =>
            {
                var now = time.Now();
                var ended = await db.Schedules.Where(s => s.Id == id && s.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.Failure, why), token);
                if (ended == 0)
                {
                    return;
                }

                var story = await db.Schedules.Where(s => s.Id == id).Join(db.Stories, s => s.StoryId, s => s.Id, (_, story) => story).SingleAsync(token);
                if (story.State is StoryState.Scheduled)
                {
                    story.State = StoryState.InReview;
                }

                db.Record(Actor.Program, "story.publicationFailed", story.Id.ToString(), now, after: new { why });
                await db.SaveChangesAsync(token);
                await scope.ServiceProvider.GetRequiredService<DeskIndex>().Put(story, token);
                log.LogError("Story {Story} could not go out at its hour: {Why}", story.Id, why);
            },
            cancellation);
    }
}
