using System.Diagnostics;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Platform.Changes;

/// <summary>
/// Reads <c>changes</c> in order and hands them to what follows them. PostgreSQL says when there is something new; a notification that was lost, a restart or an outage costs nothing,
/// since reading goes on from the last number that was applied.
/// </summary>
public sealed class ChangeFeed(
    IServiceScopeFactory scopes, DatabaseAddress address, Readiness readiness, DatabasePulse pulse, PageDisk disk, IEnumerable<IFollowChanges> followers, ILogger<ChangeFeed> log) : BackgroundService, IFirstStart
{
    /// <summary>How old a sign of life may be before nobody waits for a node any more.</summary>
    public static readonly TimeSpan NodeLease = TimeSpan.FromSeconds(10);

    private const int MostAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(250);

    private static readonly Func<BroadsheetDb, long, IAsyncEnumerable<Change>> From = EF.CompileAsyncQuery((BroadsheetDb db, long number) =>
        db.Set<Change>().AsNoTracking().Where(c => c.Number >= number).OrderBy(c => c.Number).Take(MostAtOnce));

    private readonly Guid _node = Guid.CreateVersion7();
    private readonly SemaphoreSlim _one = new(1);
    private long _applied = -1;
    private DateTimeOffset _appliedAt;
    private TimeSpan _worked;
    private long _workedUntil;

    /// <summary>The number of the last change that this node has applied; −1 before it has read any.</summary>
    public long Applied => Interlocked.Read(ref _applied);

    /// <summary>Applies all that is new.</summary>
    public async Task CatchUp(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
            if (Applied < 0)
            {
                await Begin(db, cancellation);
            }

            while (await Next(db, cancellation) is { Count: > 0 } changes)
            {
                if (Rest > TimeSpan.Zero && changes.All(c => c.Kind is ChangeKind.Refresh))
                {
                    await Task.Delay(Rest, cancellation);
                    continue;
                }

                var began = Stopwatch.GetTimestamp();
                foreach (var follower in followers)
                {
                    await follower.Apply(changes, cancellation);
                }

                await disk.Reached(changes[^1]);
                Reach(changes[^1]);
                await ShowLife(db, cancellation);
                (_worked, _workedUntil) = (Stopwatch.GetElapsedTime(began), Stopwatch.GetTimestamp());
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Before the first page is made: what changes from then on is applied to it.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        await ShowLife(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), cancellation);
    }

    /// <summary>Called when this node has committed changes: they are applied before whoever made them is answered, and what is revoked is gone from every node that can be reached.</summary>
    internal async Task Committed(IReadOnlyList<Change> changes)
    {
        using var patience = new CancellationTokenSource(NodeLease);
        try
        {
            if (Applied < changes[^1].Number)
            {
                await CatchUp(patience.Token);
            }

            if (changes.Any(c => c.Kind is ChangeKind.Revoke))
            {
                await Everywhere(changes[^1].Number, patience.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException || DatabaseFault.IsOutage(e))
        {
            // It is committed and can't be undone by failing here. The loop catches up when the database is back; what must not be seen is taken away without it.
            log.LogWarning("Change {Number} is committed, but not every node could be told in time", changes[^1].Number);
            foreach (var follower in followers)
            {
                await follower.Apply([.. changes.Where(c => c.Kind is ChangeKind.Revoke)], new CancellationToken(canceled: true));
            }
        }
    }

    /// <summary>Ends when every node that shows signs of life has applied a change.</summary>
    public async Task Everywhere(long number, CancellationToken cancellation)
    {
        if (Applied < number)
        {
            await CatchUp(cancellation);
        }

        if (address.Engine is not Engine.Postgres)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        while (await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM nodes WHERE applied < {number} AND seen_at > now() - {NodeLease}").SingleAsync(cancellation) > 0)
        {
            await Task.Delay(20, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await readiness.Database.WaitAsync(stoppingToken);
                await (address.Engine is Engine.Postgres ? Listen(stoppingToken) : Poll(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                pulse.Lost(e is OperationCanceledException ? "it takes too long" : e.GetBaseException().Message);
                if (e is not OperationCanceledException && !DatabaseFault.IsOutage(e))
                {
                    log.LogError(e, "Changes could not be applied");
                }

                await Task.Delay(Pause / 2, stoppingToken);
            }
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

    // As long as the last time took: where changes come faster than pages are made again, some are taken in together, and readers have half of the time. Before what is revoked there is no rest.
    private TimeSpan Rest => (_worked < LongestRest ? _worked : LongestRest) - Stopwatch.GetElapsedTime(_workedUntil) is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    private async Task Listen(CancellationToken cancellation)
    {
        var listening = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false, Timeout = (int)Patience.TotalSeconds, CommandTimeout = (int)Patience.TotalSeconds };
        await using var connection = new NpgsqlConnection(listening.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using (var listen = new NpgsqlCommand($"LISTEN {NumberChanges.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellation);
        }

        while (!cancellation.IsCancellationRequested)
        {
            await InTime(cancellation);
            await connection.WaitAsync(Pause, cancellation);
        }
    }

    private async Task Poll(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await InTime(cancellation);
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task InTime(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await CatchUp(patience.Token);
        await using var scope = scopes.CreateAsyncScope();
        await ShowLife(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), patience.Token);
        pulse.Found();
    }

    // What is on disk counts where it was made from this very database: the change it knew last stands here too.
    private async Task Begin(BroadsheetDb db, CancellationToken cancellation)
    {
        if (disk.LastReached is var (number, at) && await db.Changes.AnyAsync(c => c.Number == number && c.At == at, cancellation))
        {
            (_applied, _appliedAt) = (number, at);
            return;
        }

        await BeginAnew(db, cancellation);
    }

    private async Task BeginAnew(BroadsheetDb db, CancellationToken cancellation)
    {
        var last = await db.Changes.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellation);
        await disk.BeginAnew(last);
        foreach (var follower in followers)
        {
            follower.Forget();
        }

        Interlocked.Exchange(ref _applied, last?.Number ?? 0);
        _appliedAt = last?.At ?? default;
    }

    private void Reach(Change change)
    {
        Interlocked.Exchange(ref _applied, change.Number);
        _appliedAt = change.At;
    }

    // The last one applied is read once more: where another stands in its place, the database was put back to an earlier state under the running node, and no page is worth anything.
    private async Task<List<Change>> Next(BroadsheetDb db, CancellationToken cancellation)
    {
        var applied = Applied;
        var changes = await From(db, applied).ToListAsync(cancellation);
        if (applied == 0)
        {
            return changes;
        }

        if (changes.Count > 0 && changes[0].Number == applied && changes[0].At == _appliedAt)
        {
            return changes[1..];
        }

        log.LogWarning("The database holds another history than the pages of this node; they are made anew");
        await BeginAnew(db, cancellation);
        return [];
    }

    private async Task ShowLife(BroadsheetDb db, CancellationToken cancellation)
    {
        if (address.Engine is not Engine.Postgres)
        {
            return;
        }

        try
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO nodes (id, started_at, seen_at, applied) VALUES ({_node}, now(), now(), {Applied}) ON CONFLICT (id) DO UPDATE SET seen_at = now(), applied = excluded.applied", cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            // Nothing can be committed either, so nobody waits for this node.
        }
    }
}
