using System.Collections.Concurrent;
using System.Diagnostics;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Cache;

/// <summary>
/// What readers get: finished pages from memory, made once however many ask at the same time, made again when what they show has changed, and shown as they are while the database is away.
/// </summary>
public sealed class PageCache(IServiceScopeFactory scopes, IPageSource source, PageDisk disk, DatabasePulse pulse, LoadLadder ladder, TimeProvider time, ILogger<PageCache> log) : IFollowChanges, IDisposable
{
    private const long MostBytes = 96L << 20;
    private const int MostAgain = 400;
    private const int MostTries = 3;

    /// <summary>How long a reader waits for a newer page where an older one is there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long old bytes may stay for new ones to be made: what readers see changes within a second.</summary>
    private static readonly TimeSpan LongestAgain = TimeSpan.FromMilliseconds(800);

    private static readonly Func<BroadsheetDb, Task<long>> LastChange = EF.CompileAsyncQuery((BroadsheetDb db) => db.Set<Change>().OrderByDescending(c => c.Number).Select(c => c.Number).FirstOrDefault());

    private readonly PageTable _table = new(MostBytes);
    private readonly ConcurrentDictionary<PageKey, Flight> _flights = new();
    private readonly SemaphoreSlim _slots = new(Math.Max(4, Environment.ProcessorCount * 2));

    /// <summary>What this cache has done since the start, for <c>/metrics</c> and tests.</summary>
    public PageCounts Counts { get; } = new();

    /// <summary>Pages and bytes in memory.</summary>
    public (int Pages, long Bytes) Held => (_table.Count, _table.Bytes);

    /// <summary>The page of a key where nothing has to be done for it. Takes no lock and asks nobody.</summary>
    public FinishedPage? FindFresh(PageKey key)
    {
        if (_table.Find(key) is { } page && page.IsFresh(time.GetUtcNow()))
        {
            Show(page);
            return page;
        }

        return null;
    }

    /// <summary>The page of a key.</summary>
    /// <returns>Null when it was never made and can't be made now.</returns>
    public async Task<FinishedPage?> Get(PageKey key, CancellationToken cancellation)
    {
        if (FindFresh(key) is { } fresh)
        {
            return fresh;
        }

        var known = _table.Find(key);
        if (pulse.IsAway || ladder.Level is LoadLevel.Disk)
        {
            return Show(known ?? await FromDisk(key, cancellation));
        }

        var flight = Begin(key);
        if (known is not null && IsOnlyOld(known))
        {
            return Show(known);
        }

        try
        {
            using var away = CancellationTokenSource.CreateLinkedTokenSource(cancellation, pulse.WhenLost);
            return Show(await flight.Page.WaitAsync(known is null ? flight.Left(Patience * 10) : flight.Left(Patience), away.Token));
        }
        catch (Exception e) when (e is TimeoutException || DatabaseFault.IsOutage(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            if (flight.Age > Patience * 3 || e is not TimeoutException)
            {
                pulse.Lost(e is TimeoutException or OperationCanceledException ? "a page takes too long" : e.GetBaseException().Message);
            }

            return Show(known ?? await FromDisk(key, cancellation));
        }
        catch (Exception e) when (known is not null && e is not OperationCanceledException)
        {
            log.LogError(e, "{Address} can't be made; the last good page is shown", key.Address);
            return Show(known);
        }
    }

    /// <inheritdoc/>
    public async Task Apply(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var all = Numbers(changes);
        var revoked = Numbers(changes.Where(c => c.Kind is ChangeKind.Revoke));
        var made = await Again([.. _table.Showing(all).Where(p => p.Hits > 0).OrderByDescending(p => p.Hits).Take(MostAgain).Select(p => p.Key)], changes[^1].Number, cancellation);
        _table.Swap(made, all, revoked);
        foreach (var page in made)
        {
            disk.Keep(page);
        }

        await disk.Apply(all, revoked);
    }

    /// <summary>What pages are drawn with has changed on this node (a theme's template): every page is made again when it is asked for.</summary>
    public void AllStale() => _table.AllStale();

    /// <summary>Forgets what is in memory; what is on disk stays.</summary>
    public void Forget() => _table.Clear();

    public void Dispose() => _slots.Dispose();

    // Yesterday's page shows yesterday's date, no more: it is good enough until today's is there.
    private static bool IsOnlyOld(FinishedPage page) => !page.IsStale && !page.IsGone;

    private static FinishedPage? Show(FinishedPage? page)
    {
        if (page is not null)
        {
            page.Hits++;
            page.LastHit = Environment.TickCount64;
        }

        return page;
    }

    private static Dictionary<string, long> Numbers(IEnumerable<Change> changes)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            foreach (var tag in change.Tags.Split(' '))
            {
                numbers[tag] = change.Number;
            }
        }

        return numbers;
    }

    private async Task<FinishedPage?> FromDisk(PageKey key, CancellationToken cancellation)
    {
        if (await disk.Find(key, cancellation) is not { } page)
        {
            return null;
        }

        Counts.FromDisk();
        _table.Put(page);
        return page;
    }

    // The first who asks makes it; all others wait for the same. It goes on when the first one leaves.
    private Flight Begin(PageKey key)
    {
        var flight = _flights.GetOrAdd(key, static (key, cache) => new Flight(new Lazy<Task<FinishedPage>>(() => Task.Run(() => cache.Fly(key)))), this);
        _ = flight.Page;
        return flight;
    }

    private async Task<FinishedPage> Fly(PageKey key)
    {
        try
        {
            using var limit = new CancellationTokenSource(PageTable.LongestRender / 2);
            for (var tries = 1; ; tries++)
            {
                var page = await Make(key, limit.Token);
                if (!page.Page.IsKept)
                {
                    return page;
                }

                if (_table.Put(page) || tries == MostTries)
                {
                    disk.Keep(page);
                    return page;
                }
            }
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }

    // A render asks the database several times. Where something that the page shows was committed in between, it would show half of each, and is made again.
    private async Task<FinishedPage> Make(PageKey key, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
            // All queries of a page share one connection.
            await db.Database.OpenConnectionAsync(cancellation);
            for (var tries = 1; ; tries++)
            {
                var before = await LastChange(db);
                var rendered = await source.Render(key, scope.ServiceProvider, cancellation);
                Counts.Rendered();
                var after = await LastChange(db);
                if (after == before || tries == MostTries || !await Concerns(db, rendered, before, after, cancellation))
                {
                    return new FinishedPage(key, rendered, before, time.Now());
                }
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    private static async Task<bool> Concerns(BroadsheetDb db, RenderedPage page, long after, long upTo, CancellationToken cancellation)
    {
        var between = await db.Changes.AsNoTracking().Where(c => c.Number > after && c.Number <= upTo).Select(c => c.Tags).ToListAsync(cancellation);
        return between.SelectMany(tags => tags.Split(' ')).Intersect(page.Tags, StringComparer.Ordinal).Any();
    }

    // Those that readers asked for since they were made. What is not ready in time is made when somebody asks.
    private async Task<IReadOnlyList<FinishedPage>> Again(List<PageKey> keys, long number, CancellationToken cancellation)
    {
        var made = new ConcurrentBag<FinishedPage>();
        if (keys.Count == 0 || pulse.IsAway)
        {
            return [];
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestAgain);
        try
        {
            await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = limit.Token }, async (key, token) =>
            {
                var page = await Make(key, token);
                if (page.Page.IsKept && page.Number >= number)
                {
                    page.Finish();
                    made.Add(page);
                    Counts.MadeAgain();
                }
            });
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            if (DatabaseFault.IsOutage(e))
            {
                pulse.Lost(e.GetBaseException().Message);
            }
            else if (e is not OperationCanceledException)
            {
                log.LogError(e, "A page could not be made again");
            }
        }

        return [.. made];
    }

    private sealed class Flight(Lazy<Task<FinishedPage>> page)
    {
        private readonly long _began = Stopwatch.GetTimestamp();

        public Task<FinishedPage> Page => page.Value;

        public TimeSpan Age => Stopwatch.GetElapsedTime(_began);

        public TimeSpan Left(TimeSpan patience) => patience > Age ? patience - Age : TimeSpan.Zero;
    }
}
