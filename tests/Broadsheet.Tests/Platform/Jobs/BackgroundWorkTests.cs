using System.Threading.Channels;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Platform.Jobs;

public sealed class BackgroundWorkTests : IAsyncLifetime
{
    private readonly WatchedClock _clock = new(TestSite.Morning);
    private readonly TestLog _log = new();
    private TestDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_is_committed_is_done_at_once_though_no_time_passes()
    {
        var runs = new Runs();
        await using var node = Begin(recurring => recurring.AddDue<OutboxMessage>("due", (_, _) => Never, (_, _) => runs.Count()));
        await _clock.Next();
        await Write(node, _clock.GetUtcNow());
        await runs.Reach(2);
    }

    [Fact]
    public async Task What_is_committed_in_a_transaction_wakes_nobody_before_its_commit()
    {
        var runs = new Runs();
        await using var node = Begin(recurring => recurring.AddDue<OutboxMessage>("due", (_, _) => Never, (_, _) => runs.Count()));
        await _clock.Next();
        await using var scope = node.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        await db.InTransaction(
            async token =>
            {
                db.Outbox.Add(OutboxMessage.Of(new Note("soon"), _clock.GetUtcNow()));
                await db.SaveChangesAsync(token);
                Assert.False(node.GetRequiredService<Alarm>().Next(typeof(OutboxMessage)).IsCompleted);
            },
            Cancellation);
        await runs.Reach(2);
    }

    [Fact]
    public async Task What_is_due_later_is_done_in_the_moment_that_its_hour_comes()
    {
        var runs = new Runs();
        var hour = _clock.GetUtcNow() + TimeSpan.FromSeconds(3);
        await using var node = Begin(recurring => recurring.AddDue<OutboxMessage>("due", (_, _) => Task.FromResult<DateTimeOffset?>(_clock.GetUtcNow() < hour ? hour : null), (_, _) => runs.Count()));
        Assert.Equal(TimeSpan.FromSeconds(3), await _clock.Next());
        _clock.Advance(TimeSpan.FromSeconds(3));
        await runs.Reach(2);
    }

    [Fact]
    public async Task Rows_of_another_node_are_found_within_ten_seconds()
    {
        var runs = new Runs();
        await using var node = Begin(recurring => recurring.AddDue<OutboxMessage>("due", (_, _) => Never, (_, _) => runs.Count()));
        Assert.Equal(TimeSpan.FromSeconds(10), await _clock.Next());
        _clock.Advance(TimeSpan.FromSeconds(10));
        await runs.Reach(2);
    }

    [Fact]
    public async Task What_failed_is_said_and_tried_again_a_second_later()
    {
        var runs = new Runs();
        await using var node = Begin(recurring => recurring.AddDue<OutboxMessage>(
            "due",
            (_, _) => Never,
            async (_, _) =>
            {
                await runs.Count();
                throw new InvalidOperationException("It broke.");
            }));
        Assert.Equal(TimeSpan.FromSeconds(1), await _clock.Next());
        Assert.Contains(_log.Lines(LogLevel.Error), line => line.Contains("It broke.", StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await runs.Reach(2);
    }

    [Fact]
    public async Task Work_by_the_clock_is_done_at_its_hour_and_not_before()
    {
        var runs = new Runs();
        await using var node = Begin(recurring => recurring.Add("hourly", "0 17 * * * *", (_, _) => runs.Count()));
        for (var hour = 1; hour <= 2; hour++)
        {
            while (_clock.GetUtcNow().Minute != 17)
            {
                Assert.Equal(hour - 1, runs.Number);
                Assert.InRange(await _clock.Next(), TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
                _clock.Advance(TimeSpan.FromMinutes(1));
            }

            await runs.Reach(hour);
            await _clock.Next();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static Task<DateTimeOffset?> Never => Task.FromResult<DateTimeOffset?>(null);

    private Running Begin(Action<Recurring> register)
    {
        var recurring = new Recurring();
        register(recurring);
        var services = new ServiceCollection()
            .AddDatabase(_database.Address, _database.Data)
            .AddLogging(logging => logging.AddProvider(_log))
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<Readiness>()
            .AddSingleton(recurring)
            .AddSingleton<BackgroundWork>()
            .BuildServiceProvider();
        services.GetRequiredService<Readiness>().DatabaseIsReady();
        return new Running(services);
    }

    private async Task Write(Running node, DateTimeOffset due)
    {
        await using var scope = node.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        db.Outbox.Add(OutboxMessage.Of(new Note("soon"), due));
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>A node whose background work runs until it is disposed.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly ServiceProvider _services;
        private readonly BackgroundWork _work;

        public Running(ServiceProvider services)
        {
            _services = services;
            _work = services.GetRequiredService<BackgroundWork>();
            _ = _work.StartAsync(CancellationToken.None);
        }

        public AsyncServiceScope CreateAsyncScope() => _services.CreateAsyncScope();

        public T GetRequiredService<T>()
            where T : notnull => _services.GetRequiredService<T>();

        public async ValueTask DisposeAsync()
        {
            await _work.StopAsync(CancellationToken.None);
            await _services.DisposeAsync();
        }
    }

    /// <summary>Counts how often work was done.</summary>
    private sealed class Runs
    {
        private readonly Channel<int> _done = Channel.CreateUnbounded<int>();

        public int Number { get; private set; }

        public Task Count()
        {
            Number++;
            _done.Writer.TryWrite(Number);
            return Task.CompletedTask;
        }

        public async Task Reach(int number)
        {
            while (await _done.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation) < number)
            {
                // An earlier one.
            }
        }
    }
}
