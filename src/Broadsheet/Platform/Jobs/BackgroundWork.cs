using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;

namespace Broadsheet.Platform.Jobs;

/// <summary>Does this node's recurring work, each piece beside the others and never twice at a time.</summary>
public sealed class BackgroundWork(IServiceScopeFactory scopes, Recurring recurring, Alarm alarm, Readiness readiness, TimeProvider time, ILogger<BackgroundWork> log) : BackgroundService
{
    // What failed, and what another node holds, is looked at again after this.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    // Rows of other nodes, and a clock that was set, are noticed within these.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.Database.WaitAsync(stoppingToken);
            await Task.WhenAll([.. recurring.Due.Select(work => WhenDue(work, stoppingToken)), .. recurring.Timed.Select(work => ByTheClock(work, stoppingToken))]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node is draining.
        }
    }

    private async Task WhenDue(DueWork work, CancellationToken stopping)
    {
        while (!readiness.IsDraining)
        {
            // Asked before the rows are read: what is committed from here on wakes it.
            var bell = alarm.Next(work.Row);
            DateTimeOffset? next = null;
            var went = await Do(
                work.Name,
                async services =>
                {
                    await work.Run(services, stopping);
                    next = await work.Next(services, stopping);
                },
                stopping);
            await Wait(went ? Until(next) : Again, bell, stopping);
        }
    }

    private async Task ByTheClock(TimedWork work, CancellationToken stopping)
    {
        var from = time.GetUtcNow();
        while (work.Hours.GetNextOccurrence(from, TimeZoneInfo.Utc) is { } hour && !readiness.IsDraining)
        {
            var now = time.GetUtcNow();
            if (hour > now)
            {
                await Task.Delay(Shorter(hour - now, Glance), time, stopping);
                continue;
            }

            await Do(work.Name, services => work.Run(services, stopping), stopping);
            from = time.GetUtcNow();
        }
    }

    private TimeSpan Until(DateTimeOffset? next)
    {
        if (next is null)
        {
            return Look;
        }

        var wait = next.Value - time.Now();
        return wait <= TimeSpan.Zero ? Again : Shorter(wait, Look);
    }

    private async Task Wait(TimeSpan longest, Task bell, CancellationToken stopping)
    {
        using var rung = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(bell, Task.Delay(longest, time, rung.Token));
        await rung.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }

    private async Task<bool> Do(string name, Func<IServiceProvider, Task> work, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
            return true;
        }
        catch (Exception e)
        {
            // That the database is away is said once, by its pulse.
            if (!stopping.IsCancellationRequested && !DatabaseFault.IsOutage(e))
            {
                log.LogError(e, "Recurring work {Name} failed", name);
            }

            return false;
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
