using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Platform.Jobs;

/// <summary>Whose a job is when nodes die, stall, or are of different versions.</summary>
public sealed class JobOwnershipTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _clock = new(TestSite.Morning);
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_node_that_lost_its_lease_ends_nothing_of_the_node_that_has_it_now()
    {
        var running = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var secondRun = Task.FromResult(0);
        await using var second = new Node(_database, _clock, new Work("makeRenditions", async (_, _, _) =>
        {
            running.SetResult();
            await finish.Task;
        }));
        await using var first = new Node(_database, _clock, new Work("makeRenditions", async (_, _, _) =>
        {
            // Stalled for longer than its lease, so the second node has begun.
            _clock.Advance(Lease);
            secondRun = second.RunJobs();
            await running.Task;
        }));
        await Queue("makeRenditions");
        await first.RunJobs();
        Assert.Equal(JobState.Running, (await Row()).State);
        finish.SetResult();
        await secondRun;
    }

    [Fact]
    public async Task A_node_that_lost_its_lease_is_told_when_it_reports_progress()
    {
        await using var first = new Node(_database, _clock, new Work("makeRenditions", async (_, progress, cancellation) =>
        {
            await Steal();
            await progress.Report(20, 24, cancellation);
        }));
        await Queue("makeRenditions");
        await first.RunJobs();
        var row = await Row();
        Assert.Equal((0, JobState.Running, "the other node's"), (row.Done, row.State, row.Error));
    }

    [Fact]
    public async Task A_job_that_kills_its_node_every_time_ends_as_failed()
    {
        var runs = 0;
        await using var node = new Node(_database, _clock, new Work("makeRenditions", (_, _, _) => Task.FromResult(runs++)));
        await Queue("makeRenditions");
        await using (var db = _database.Open())
        {
            var lease = _clock.Now() + Lease;
            await db.Jobs.ExecuteUpdateAsync(
                set => set.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.LeasedUntil, lease).SetProperty(j => j.Attempts, 5), TestContext.Current.CancellationToken);
        }

        _clock.Advance(Lease + Lease);
        await node.RunJobs();
        Assert.Equal((0, JobState.Failed), (runs, (await Row()).State));
    }

    [Fact]
    public async Task A_job_of_a_kind_that_only_a_newer_version_knows_holds_up_no_other()
    {
        var done = 0;
        await using var node = new Node(_database, _clock, new Work("makeRenditions", (_, _, _) => Task.FromResult(done++)));
        await Queue("fromTheFuture");
        await Queue("makeRenditions");
        await node.RunJobs();
        Assert.Equal(1, done);
    }

    [Fact]
    public async Task A_job_of_a_kind_that_only_a_newer_version_knows_waits_for_it()
    {
        var done = 0;
        await using var older = new Node(_database, _clock);
        await using var newer = new Node(_database, _clock, new Work("fromTheFuture", (_, _, _) => Task.FromResult(done++)));
        await Queue("fromTheFuture");
        await older.RunJobs();
        await newer.RunJobs();
        Assert.Equal(1, done);
    }

    private async Task Queue(string kind)
    {
        await using var db = _database.Open();
        db.Jobs.Add(Job.For(kind, Guid.NewGuid().ToString("N"), _clock.Now()));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task Steal()
    {
        await using var db = _database.Open();
        var lease = _clock.Now() + Lease;
        await db.Jobs.ExecuteUpdateAsync(
            set => set.SetProperty(j => j.LeasedUntil, lease).SetProperty(j => j.Attempts, j => j.Attempts + 1).SetProperty(j => j.Error, "the other node's"), TestContext.Current.CancellationToken);
    }

    private async Task<Job> Row()
    {
        await using var db = _database.Open();
        return await db.Jobs.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
    }
}
