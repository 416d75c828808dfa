using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Platform.Changes;

/// <summary>
/// Reads <c>changes</c> in order and hands them to what follows them. PostgreSQL says when there is something new; a notification that was lost, a restart or an outage costs nothing,
/// since reading goes on from the last number that was applied. While the database is away, what other nodes took back is heard of from the media store.
/// </summary>
public sealed class ChangeFeed(
    IServiceScopeFactory scopes, DatabaseAddress address, Readiness readiness, DatabasePulse pulse, NodeLife life, TakenBack takenBack, CutOff cutOff, PageDisk disk, IEnumerable<IFollowChanges> followers,
    TimeProvider time, ILogger<ChangeFeed> log) : BackgroundService, IFirstStart
{
    /// <summary>How long a commit is waited for on other nodes: those that are gone are left out by then.</summary>
    public static readonly TimeSpan LongestTelling = NodeLife.Lease + TimeSpan.FromSeconds(2);

    private const int MostAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(250);

    private static readonly Func<BroadsheetDb, long, IAsyncEnumerable<Change>> From = EF.CompileAsyncQuery((BroadsheetDb db, long number) =>
        db.Set<Change>().AsNoTracking().Where(c => c.Number >= number).OrderBy(c => c.Number).Take(MostAtOnce));

    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset _appliedAt;
    private volatile bool _isTold;
    private TimeSpan _worked;
    private long _workedUntil;

    /// <summary>The number of the last change that this node has applied; −1 before it has read any.</summary>
    public long Applied => life.Applied;

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
                // It answers, so what goes now can be made again at once.
                if (readiness.DatabaseWasReady)
                {
                    pulse.Found();
                }

                if (Rest is var rest && rest > TimeSpan.Zero && changes.All(c => c.Kind is ChangeKind.Refresh))
                {
                    await Task.Delay(rest, time, cancellation);
                    continue;
                }

                var began = time.GetTimestamp();
                foreach (var follower in followers)
                {
                    await follower.Apply(changes, cancellation);
                }

                await takenBack.Note(Revoked(changes));
                await disk.Reached(changes[^1]);
                Reach(changes[^1]);
                await life.Tell(cancellation);
                (_worked, _workedUntil) = (time.GetElapsedTime(began), time.GetTimestamp());
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
        await life.Show(cancellation);
    }

    /// <summary>Ends when every node that shows signs of life has applied a change.</summary>
    public async Task Everywhere(long number, CancellationToken cancellation)
    {
        if (Applied < number)
        {
            await CatchUp(cancellation);
        }

        await life.All(number, cancellation);
    }

    /// <summary>Called when this node has committed changes: they are applied before whoever made them is answered, and what is revoked is gone from every node that can be reached.</summary>
    /// <returns>False where that could not be done in time. It is committed all the same, and every node follows by itself.</returns>
    internal async Task<bool> Committed(IReadOnlyList<Change> changes)
    {
        using var patience = new CancellationTokenSource(LongestTelling);
        List<Change> revoked = [.. Revoked(changes)];
        try
        {
            if (Applied < changes[^1].Number)
            {
                await CatchUp(patience.Token);
            }

            if (revoked.Count > 0)
            {
                await life.All(changes[^1].Number, patience.Token);
            }

            return true;
        }
        catch (Exception e)
        {
            // It is committed and can't be undone by failing here. The loop catches up; what must not be seen is taken away without it.
            if (e is OperationCanceledException || DatabaseFault.IsOutage(e))
            {
                log.LogWarning("Change {Number} is committed, but not every node could be told in time", changes[^1].Number);
            }
            else
            {
                log.LogError(e, "Change {Number} is committed, but could not be applied", changes[^1].Number);
            }

            await cutOff.TakeAway(revoked);
            return false;
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!readiness.DatabaseWasReady)
        {
            await cutOff.Hear();
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Ready(stoppingToken);
                await (address.Engine is Engine.Postgres ? Listen(stoppingToken) : Poll(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (e is OperationCanceledException || DatabaseFault.IsOutage(e))
                {
                    pulse.Lost(e is OperationCanceledException ? "it takes too long" : e.GetBaseException().Message);
                }
                else
                {
                    log.LogError(e, "Changes could not be applied");
                }

                await cutOff.Hear();
                await Task.Delay(Pause / 2, stoppingToken);
            }
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    private static IEnumerable<Change> Revoked(IEnumerable<Change> changes) => changes.Where(c => c.Kind is ChangeKind.Revoke);

    private async Task Ready(CancellationToken cancellation)
    {
        while (!readiness.Database.IsCompleted)
        {
            await cutOff.Hear();
            await Task.WhenAny(readiness.Database, Task.Delay(Pause / 2, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    // Twice as long as the last time took: where changes come faster than pages are made again, some are taken in together, and readers have most of the time. Before what is revoked there is no rest.
    private TimeSpan Rest => (_worked * 2 < LongestRest ? _worked * 2 : LongestRest) - time.GetElapsedTime(_workedUntil) is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    private async Task Listen(CancellationToken cancellation)
    {
        var listening = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false, Timeout = (int)Patience.TotalSeconds, CommandTimeout = (int)Patience.TotalSeconds };
        await using var connection = new NpgsqlConnection(listening.ConnectionString);
        await connection.OpenAsync(cancellation);
        connection.Notification += (_, told) => Take(told.Channel);
        await using (var listen = new NpgsqlCommand($"LISTEN {NumberChanges.Channel}; LISTEN {NodeLife.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellation);
        }

        while (!cancellation.IsCancellationRequested)
        {
            await InTime(cancellation);
            // What others have applied is nothing to read.
            while (await connection.WaitAsync(Pause, cancellation) && !_isTold)
            {
            }

            _isTold = false;
        }
    }

    private void Take(string channel)
    {
        if (channel == NodeLife.Channel)
        {
            life.Hear();
        }
        else
        {
            _isTold = true;
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
        pulse.Found();
    }

    // What is on disk counts where it was made from this very database: the change it knew last stands here too.
    private async Task Begin(BroadsheetDb db, CancellationToken cancellation)
    {
        if (disk.LastReached is var (number, at) && await db.Changes.AnyAsync(c => c.Number == number && c.At == at, cancellation))
        {
            life.Reach(number);
            _appliedAt = at;
            return;
        }

        await BeginAnew(db, cancellation);
    }

    private async Task BeginAnew(BroadsheetDb db, CancellationToken cancellation)
    {
        var last = await db.Changes.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellation);
        await disk.BeginAnew(last);
        cutOff.Forget();
        life.Reach(last?.Number ?? 0);
        _appliedAt = last?.At ?? default;
    }

    private void Reach(Change change)
    {
        life.Reach(change.Number);
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
}
