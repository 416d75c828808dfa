using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Platform.Jobs;

public sealed class JobRunnerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestSite.Morning);
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_job_runs_to_its_end_and_says_how_far_it_is()
    {
        var seen = new List<(int, int, JobState)>();
        await using var node = new Node(_database, _clock, new Work("makeRenditions", async (_, progress, cancellation) =>
        {
            await progress.Report(3, 24, cancellation);
            var row = await Row();
            seen.Add((row.Done, row.Total, row.State));
        }));
        await Queue("makeRenditions");
        Assert.Equal(1, await node.RunJobs());
        Assert.Equal([(3, 24, JobState.Running)], seen);
        var done = await Row();
        Assert.Equal((JobState.Done, 1, _clock.Now()), (done.State, done.Attempts, done.EndedAt!.Value));
        Assert.Equal(0, await node.RunJobs());
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_later_and_ends_as_failed_after_five_attempts()
    {
        await using var node = new Node(_database, _clock, new Work("makeRenditions", (_, _, _) => throw new InvalidOperationException("The picture is broken.")));
        await Queue("makeRenditions");
        foreach (var wait in new[] { 4, 16, 64, 256 })
        {
            Assert.Equal(1, await node.RunJobs());
            Assert.Equal(JobState.Queued, (await Row()).State);
            _clock.Advance(TimeSpan.FromSeconds(wait) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(0, await node.RunJobs());
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(1, await node.RunJobs());
        var row = await Row();
        Assert.Equal((JobState.Failed, 5, "The picture is broken."), (row.State, row.Attempts, row.Error));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await node.RunJobs());
    }

    [Fact]
    public async Task A_job_whose_node_drains_waits_for_the_next_one_at_once()
    {
        using var draining = new CancellationTokenSource();
        await using var node = new Node(_database, _clock, new Work("makeRenditions", async (_, _, cancellation) =>
        {
            await draining.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }));
        var done = 0;
        await using var next = new Node(_database, _clock, new Work("makeRenditions", (_, _, _) => Task.FromResult(done++)));
        await Queue("makeRenditions");
        await node.RunJobs(draining.Token);
        Assert.Equal(1, await next.RunJobs());
        Assert.Equal(1, done);
    }

    [Fact]
    public async Task A_job_whose_node_died_is_run_again_once_its_lease_is_over()
    {
        var done = 0;
        await using var next = new Node(_database, _clock, new Work("makeRenditions", (_, _, _) => Task.FromResult(done++)));
        await Queue("makeRenditions");
        await Die();
        Assert.Equal(0, await next.RunJobs());
        _clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await next.RunJobs());
        Assert.Equal((1, JobState.Done, 2), (done, (await Row()).State, (await Row()).Attempts));
    }

    [Fact]
    public async Task Progress_keeps_the_lease()
    {
        await using var other = new Node(_database, _clock, new Work("makeRenditions", (_, _, _) => throw new InvalidOperationException("Two nodes run one job.")));
        await using var node = new Node(_database, _clock, new Work("makeRenditions", async (_, progress, cancellation) =>
        {
            for (var step = 1; step <= 5; step++)
            {
                _clock.Advance(TimeSpan.FromMinutes(4));
                await progress.Report(step, 5, cancellation);
                Assert.Equal(0, await other.RunJobs());
            }
        }));
        await Queue("makeRenditions");
        await node.RunJobs();
        Assert.Equal(JobState.Done, (await Row()).State);
    }

    [Fact]
    public async Task Two_nodes_never_both_run_a_job()
    {
        var runs = 0;
        var work = new Work("makeRenditions", (_, _, _) => Task.FromResult(Interlocked.Increment(ref runs)));
        await using var one = new Node(_database, _clock, work);
        await using var other = new Node(_database, _clock, work);
        for (var i = 0; i < 30; i++)
        {
            await Queue("makeRenditions");
        }

        Assert.Equal(30, (await Task.WhenAll(one.RunJobs(), other.RunJobs())).Sum());
        Assert.Equal(30, runs);
    }

    [Fact]
    public async Task What_ended_well_is_forgotten_after_a_week_and_what_failed_stays()
    {
        await using var node = new Node(_database, _clock, new Work("good", (_, _, _) => Task.CompletedTask), new Work("bad", (_, _, _) => throw new InvalidOperationException("No.")));
        await Queue("good");
        await Queue("bad");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await node.RunJobs();
            _clock.Advance(TimeSpan.FromMinutes(20));
        }

        _clock.Advance(TimeSpan.FromDays(8));
        await node.Sweep();
        Assert.Equal(("bad", JobState.Failed), ((await Row()).Kind, (await Row()).State));
    }

    private async Task Queue(string kind)
    {
        await using var db = _database.Open();
        db.Jobs.Add(Job.For(kind, Guid.NewGuid().ToString("N"), _clock.Now()));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Job> Row()
    {
        await using var db = _database.Open();
        return await db.Jobs.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
    }

    // As a kill leaves it: claimed, and nobody there.
    private async Task Die()
    {
        await using var db = _database.Open();
        var until = _clock.Now() + TimeSpan.FromMinutes(5);
        await db.Jobs.ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.LeasedUntil, until).SetProperty(j => j.Attempts, 1),
            TestContext.Current.CancellationToken);
    }
}
