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
public sealed class PageCache(IServiceScopeFactory scopes, IPageSource source, PageDisk disk, DatabasePulse pulse, LoadLadder ladder, QuietThreads quiet, TimeProvider time, ILogger<PageCache> log) : IFollowChanges, IDisposable
{
    private const long MostBytes = 96L << 20;
    private const int MostAgain = 400;
    private const int MostTries = 3;

    /// <summary>Milliseconds after its last reader for which a page is kept ready through every change.</summary>
    private const long StaysHot = 60_000;
    private const int MostFlights = 1000;

    /// <summary>How long a reader waits for a newer page where an older one is there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long a reader waits for a page that was never made.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>A page that is in hand for longer than this has a database that doesn't answer.</summary>
    private static readonly TimeSpan TooSlow = TimeSpan.FromSeconds(3);

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
        if (pulse.IsAway || ladder.Level is LoadLevel.Disk || (_flights.Count >= MostFlights && !_flights.ContainsKey(key)))
        {
            return await Old(known, key, cancellation);
        }

        var flight = Begin(key);
        if (known is not null && IsOnlyOld(known))
        {
            return Show(known);
        }

        try
        {
            using var away = CancellationTokenSource.CreateLinkedTokenSource(cancellation, pulse.WhenLost);
            return Show(await flight.Page.WaitAsync(flight.Left(known is null ? LongestWait : Patience), away.Token));
        }
        catch (Exception e) when (e is TimeoutException || DatabaseFault.IsOutage(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // Waiting in the row of those that are to be made says nothing of the database.
            if (DatabaseFault.IsOutage(e) || flight.InHand > TooSlow)
            {
                pulse.Lost(DatabaseFault.IsOutage(e) ? e.GetBaseException().Message : "a page takes too long");
            }

            return await Old(known, key, cancellation);
        }
        catch (Exception e) when (known is { IsGone: false } && e is not OperationCanceledException)
        {
            log.LogError(e, "{Path} can't be made; the last good page is shown", key.Path);
            return Show(known);
        }
    }

    /// <summary>Makes a page for the disk alone, for the day when the database is away. It takes no room from what readers ask for.</summary>
    public async Task Stock(PageKey key, CancellationToken cancellation)
    {
        if (_table.Find(key) is not null)
        {
            await Begin(key).Page.WaitAsync(cancellation);
            return;
        }

        var page = await quiet.Do(() => Make(key, null, cancellation), cancellation);
        if (page.Page.IsKept)
        {
            disk.Keep(page);
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
        List<FinishedPage> hot = [.. _table.Showing(all).Where(IsHot).OrderByDescending(p => p.Hits).Take(MostAgain)];
        // First of all, what must not be seen any more goes; readers wait for what takes its place.
        _table.Drop(revoked);
        await disk.Apply(Numbers([]), revoked);
        var made = await Again(hot, changes[^1].Number, cancellation);
        _table.Swap([.. made.Where(p => p.Page.IsKept)], all);
        foreach (var page in made)
        {
            await Settle(page);
        }

        await disk.Apply(all, Numbers([]));
    }

    /// <summary>What pages are drawn with has changed on this node (a theme's template): every page is made again when it is asked for.</summary>
    public void AllStale() => _table.AllStale();

    /// <summary>Forgets what is in memory; what is on disk stays.</summary>
    public void Forget() => _table.Clear();

    public void Dispose() => _slots.Dispose();

    // Yesterday's page shows yesterday's date, no more: it is good enough until today's is there.
    private static bool IsOnlyOld(FinishedPage page) => !page.IsStale && !page.IsGone;

    // Where pages are made again several times a second, one that was not read in between is still read by the next who comes.
    private static bool IsHot(FinishedPage page) => Environment.TickCount64 - page.LastHit < StaysHot;

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

    // What was taken back while somebody waited is not shown to them either. Where nobody of a class has read the page here, it gets what everybody gets: never more than its own, and more than nothing.
    private async Task<FinishedPage?> Old(FinishedPage? known, PageKey key, CancellationToken cancellation)
    {
        var own = known is { IsGone: false } ? Show(known) : await Kept(key, cancellation);
        var everybodys = key with { Class = "" };
        return own is not null || everybodys == key ? own : await Old(_table.Find(everybodys), everybodys, cancellation);
    }

    private async Task<FinishedPage?> Kept(PageKey key, CancellationToken cancellation)
    {
        if (await disk.Find(key, cancellation) is not { } page || !_table.PutOld(page))
        {
            return Show(_table.Find(key));
        }

        Counts.FromDisk();
        return Show(page);
    }

    // On disk is what stands in the table, so that what goes from there goes from disk too.
    private Task Settle(FinishedPage page)
    {
        if (!page.Page.IsKept)
        {
            _table.Drop(page.Key, page.Number);
            return disk.Drop(page.Key, page.Number);
        }

        if (_table.Find(page.Key) == page)
        {
            disk.Keep(page);
        }

        return Task.CompletedTask;
    }

    // The first who asks makes it; all others wait for the same. It goes on when the first one leaves.
    private Flight Begin(PageKey key)
    {
        var flight = _flights.GetOrAdd(key, static (key, cache) => new Flight(flight => Task.Run(() => cache.Fly(key, flight))), this);
        _ = flight.Page;
        return flight;
    }

    private async Task<FinishedPage> Fly(PageKey key, Flight flight)
    {
        try
        {
            using var limit = new CancellationTokenSource(PageTable.LongestRender / 2);
            while (true)
            {
                var page = await Make(key, flight, limit.Token);
                if (!page.Page.IsKept || _table.Put(page))
                {
                    await Settle(page);
                    return page;
                }

                if (_table.Find(key) is { } newer && newer.Number >= page.Number && newer.IsFresh(time.GetUtcNow()))
                {
                    return newer;
                }

                limit.Token.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }

    // A render asks the database several times. Where something that the page shows was committed in between, it would show half of each, and is made again.
    private async Task<FinishedPage> Make(PageKey key, Flight? flight, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        try
        {
            flight?.Take();
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

    // Those that readers asked for lately. What is not ready in time is made when somebody asks; nothing here waits for a query that hangs.
    private async Task<IReadOnlyList<FinishedPage>> Again(List<FinishedPage> pages, long number, CancellationToken cancellation)
    {
        var made = new ConcurrentBag<FinishedPage>();
        if (pages.Count == 0 || pulse.IsAway || cancellation.IsCancellationRequested)
        {
            return [];
        }

        // Not disposed: what hangs may ask for it later.
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestAgain);
        var options = new ParallelOptions { MaxDegreeOfParallelism = quiet.MaximumConcurrencyLevel, TaskScheduler = quiet, CancellationToken = limit.Token };
        try
        {
            await Parallel.ForEachAsync(pages, options, (page, token) => MakeAgain(page, number, made, token)).WaitAsync(LongestAgain, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // The rest turns stale.
        }

        return [.. made];
    }

    private async ValueTask MakeAgain(FinishedPage old, long number, ConcurrentBag<FinishedPage> made, CancellationToken cancellation)
    {
        try
        {
            // What is gone, readers ask for by now, and it is made once for them and for here.
            if (old.IsGone)
            {
                await Begin(old.Key).Page.WaitAsync(cancellation);
                return;
            }

            var page = await Make(old.Key, null, cancellation);
            if (page.Number >= number)
            {
                page.Finish();
                made.Add(page);
                Counts.MadeAgain();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (DatabaseFault.IsOutage(e))
            {
                pulse.Lost(e.GetBaseException().Message);
            }
            else
            {
                log.LogError(e, "{Path} can't be made again", old.Key.Path);
            }
        }
    }

    private sealed class Flight
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private readonly Lazy<Task<FinishedPage>> _page;
        private long _taken;

        public Flight(Func<Flight, Task<FinishedPage>> fly) => _page = new Lazy<Task<FinishedPage>>(() => fly(this));

        public Task<FinishedPage> Page => _page.Value;

        /// <summary>How long it has been worked on; nothing while it waits for its turn.</summary>
        public TimeSpan InHand => Interlocked.Read(ref _taken) is > 0 and var taken ? Stopwatch.GetElapsedTime(taken) : TimeSpan.Zero;

        public void Take() => Interlocked.Exchange(ref _taken, Stopwatch.GetTimestamp());

        public TimeSpan Left(TimeSpan patience) => Stopwatch.GetElapsedTime(_began) is var age && patience > age ? patience - age : TimeSpan.Zero;
    }
}
