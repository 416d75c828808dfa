using Broadsheet.Platform.Web;
using Quartz;

namespace Broadsheet.Platform.Jobs;

/// <summary>
/// What this node does again and again. Quartz ticks in memory and keeps no state of record: what is due stands in our own rows, so a tick that is missed or comes twice does no harm.
/// </summary>
public sealed class Recurring
{
    private readonly List<(string Name, string Cron, Func<IServiceProvider, CancellationToken, Task> Run)> _work = [];

    /// <summary>Adds recurring work.</summary>
    /// <param name="cron">Quartz's seven fields, seconds first, in UTC.</param>
    public void Add(string name, string cron, Func<IServiceProvider, CancellationToken, Task> run) => _work.Add((name, cron, run));

    internal IReadOnlyList<(string Name, string Cron, Func<IServiceProvider, CancellationToken, Task> Run)> Work => _work;

    /// <summary>The work of this name, to run it outside of its hour.</summary>
    public Func<IServiceProvider, CancellationToken, Task> Named(string name) => _work.Single(w => string.Equals(w.Name, name, StringComparison.Ordinal)).Run;
}

/// <summary>Runs one piece of recurring work; not again while it still runs.</summary>
[DisallowConcurrentExecution]
public sealed class Tick(IServiceScopeFactory scopes, Recurring recurring, Readiness readiness, ILogger<Tick> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!readiness.DatabaseWasReady || readiness.IsDraining)
        {
            return;
        }

        var name = context.JobDetail.Key.Name;
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await recurring.Named(name)(scope.ServiceProvider, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The node is draining.
        }
        catch (Exception e)
        {
            log.LogError(e, "Recurring work {Name} failed", name);
        }
    }
}
