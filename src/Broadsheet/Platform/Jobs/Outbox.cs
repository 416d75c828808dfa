using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Jobs;

/// <summary>Hands on what is due in the outbox, oldest first. A message is claimed by a conditional update, so one node of a cluster has it at a time.</summary>
public sealed class Outbox(IServiceScopeFactory scopes, OutboxHandlers handlers, TimeProvider time, ILogger<Outbox> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Handles every message that is due.</summary>
    /// <returns>How many were handled.</returns>
    public async Task<int> Dispatch(CancellationToken cancellation)
    {
        var handled = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var batch = await Due(cancellation);
            if (batch.Count == 0)
            {
                break;
            }

            foreach (var id in batch)
            {
                handled += await HandOn(id, cancellation) ? 1 : 0;
            }
        }

        return handled;
    }

    /// <summary>When the first message that waits is due, or its holder's lease is over.</summary>
    public async Task<DateTimeOffset?> Next(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Outbox
            .Where(m => m.DoneAt == null)
            .MinAsync(m => m.LeasedUntil > m.DueAt ? m.LeasedUntil : (DateTimeOffset?)m.DueAt, cancellation);
    }

    private async Task<List<Guid>> Due(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var now = time.Now();
        return await db.Outbox
            .Where(m => m.DoneAt == null && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil < now))
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(50)
            .ToListAsync(cancellation);
    }

    private async Task<bool> HandOn(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var now = time.Now();
        var claimed = await db.Outbox
            .Where(m => m.Id == id && m.DoneAt == null && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, now + Lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellation);
        if (claimed == 0)
        {
            return false;
        }

        var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, cancellation);
        try
        {
            await handlers.Handle(message, scope.ServiceProvider, cancellation);
            var done = time.Now();
            await db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, done), CancellationToken.None);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            log.LogError(e, "Outbox message {Kind} {Id} failed at attempt {Attempt}", message.Kind, id, message.Attempts);
            var error = e.Message.Length > 2000 ? e.Message[..2000] : e.Message;
            var again = time.Now() + Backoff(message.Attempts);
            await db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Error, error).SetProperty(m => m.DueAt, again).SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null),
                CancellationToken.None);
        }

        return true;
    }

    // 2 s, 4 s, 8 s … an hour at most, for as long as it takes.
    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, Math.Min(attempts, 12))));
}
