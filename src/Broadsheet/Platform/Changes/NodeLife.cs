using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Platform.Changes;

/// <summary>
/// Shows the other nodes that this one lives and which change it has applied, and waits for theirs. Signs of life come by themselves, so a node that has much to catch up with is waited for.
/// </summary>
public sealed class NodeLife(IServiceScopeFactory scopes, DatabaseAddress address, Readiness readiness) : BackgroundService
{
    /// <summary>How old a sign of life may be before nobody waits for a node any more.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>The channel that nodes tell each other on what they have applied.</summary>
    public const string Channel = "broadsheet_applied";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    // Should a notification be lost.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Guid _node = Guid.CreateVersion7();
    private readonly SemaphoreSlim _one = new(1);
    private long _applied = -1;
    private TaskCompletionSource _heard = NewBell();

    /// <summary>The number of the last change that this node has applied; −1 before it has read any.</summary>
    public long Applied => Interlocked.Read(ref _applied);

    /// <summary>Says that this node has applied all changes up to this one.</summary>
    public void Reach(long number) => Interlocked.Exchange(ref _applied, number);

    /// <summary>Shows life, and which change was applied.</summary>
    public async Task Show(CancellationToken cancellation)
    {
        if (address.Engine is not Engine.Postgres)
        {
            return;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Database.ExecuteSqlAsync(
                $"INSERT INTO nodes (id, started_at, seen_at, applied) VALUES ({_node}, now(), now(), {Applied}) ON CONFLICT (id) DO UPDATE SET seen_at = now(), applied = excluded.applied", cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            // Nothing can be committed either, so nobody waits for this node.
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Shows what was applied, and wakes who waits for it.</summary>
    public async Task Tell(CancellationToken cancellation)
    {
        if (address.Engine is Engine.Postgres)
        {
            await Show(cancellation);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, '')", cancellation);
        }
    }

    /// <summary>Another node has told what it has applied.</summary>
    public void Hear() => Interlocked.Exchange(ref _heard, NewBell()).SetResult();

    /// <summary>Ends when every node that shows signs of life has applied a change.</summary>
    public async Task All(long number, CancellationToken cancellation)
    {
        if (address.Engine is not Engine.Postgres)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        while (true)
        {
            // Asked for before the rows are read: what is told from here on wakes it.
            var told = _heard.Task;
            if (await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM nodes WHERE applied < {number} AND seen_at > now() - {Lease}").SingleAsync(cancellation) == 0)
            {
                return;
            }

            await Task.WhenAny(told, Task.Delay(Look, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Nodes.Where(n => n.Id == _node).ExecuteDeleteAsync(patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException || DatabaseFault.IsOutage(e))
        {
            // Nobody waits for it longer than its lease.
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (address.Engine is not Engine.Postgres)
        {
            return;
        }

        try
        {
            await readiness.Database.WaitAsync(stoppingToken);
            using var beat = new PeriodicTimer(Beat);
            do
            {
                await Once(stoppingToken);
            }
            while (await beat.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node is draining.
        }
    }

    private async Task Once(CancellationToken stopping)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            patience.CancelAfter(Patience);
            await Show(patience.Token);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested && (e is OperationCanceledException || DatabaseFault.IsOutage(e)))
        {
            // That the database is away is found by those who need it.
        }
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
