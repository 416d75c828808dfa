using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Platform.Jobs;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestSite.Morning);
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_message_is_handed_on_once_and_then_done()
    {
        await using var node = new Node(_database, _clock);
        await Write("published");
        Assert.Equal(1, await node.Dispatch());
        Assert.Equal(0, await node.Dispatch());
        Assert.Equal(["published"], node.Listener.Heard);
        Assert.Equal(_clock.Now(), (await Row()).DoneAt);
    }

    [Fact]
    public async Task Messages_come_in_the_order_in_which_they_were_written()
    {
        await using var node = new Node(_database, _clock);
        for (var i = 0; i < 120; i++)
        {
            await Write($"{i:D3}");
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(120, await node.Dispatch());
        Assert.Equal(node.Listener.Heard.Order(StringComparer.Ordinal), node.Listener.Heard, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_message_of_a_transaction_that_was_rolled_back_was_never_written()
    {
        await using var node = new Node(_database, _clock);
        await using var db = _database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransaction(
            async token =>
            {
                db.Outbox.Add(OutboxMessage.Of(new Note("undone"), _clock.Now()));
                await db.SaveChangesAsync(token);
                throw new InvalidOperationException("After writing.");
            },
            TestContext.Current.CancellationToken));
        Assert.Equal(0, await node.Dispatch());
    }

    [Fact]
    public async Task A_message_that_fails_comes_again_after_two_four_and_eight_seconds()
    {
        await using var node = new Node(_database, _clock);
        node.Listener.While = (_, _) => throw new InvalidOperationException("The relay is away.");
        await Write("published");
        foreach (var seconds in new[] { 2, 4, 8 })
        {
            Assert.Equal(1, await node.Dispatch());
            _clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(0, await node.Dispatch());
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        node.Listener.While = (_, _) => Task.CompletedTask;
        Assert.Equal(1, await node.Dispatch());
        var row = await Row();
        Assert.Equal(4, row.Attempts);
        Assert.NotNull(row.DoneAt);
        Assert.Equal("The relay is away.", row.Error);
    }

    [Fact]
    public async Task A_message_that_keeps_failing_waits_an_hour_at_most()
    {
        await using var node = new Node(_database, _clock);
        node.Listener.While = (_, _) => throw new InvalidOperationException("Never.");
        await Write("published");
        for (var attempt = 1; attempt <= 20; attempt++)
        {
            Assert.Equal(1, await node.Dispatch());
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Null((await Row()).DoneAt);
    }

    [Fact]
    public async Task A_message_that_fails_holds_up_no_other()
    {
        await using var node = new Node(_database, _clock);
        node.Listener.While = (note, _) => note.Text == "bad" ? throw new InvalidOperationException("Bad.") : Task.CompletedTask;
        await Write("bad");
        await Write("good");
        await node.Dispatch();
        Assert.Equal(["bad", "good"], node.Listener.Heard);
    }

    [Fact]
    public async Task Two_nodes_never_both_handle_a_message()
    {
        await using var one = new Node(_database, _clock);
        await using var other = new Node(_database, _clock);
        for (var i = 0; i < 60; i++)
        {
            await Write($"{i:D3}");
        }

        var handled = await Task.WhenAll(one.Dispatch(), other.Dispatch());
        Assert.Equal(60, handled.Sum());
        Assert.Equal(60, one.Listener.Heard.Concat(other.Listener.Heard).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(60, one.Listener.Heard.Count + other.Listener.Heard.Count);
    }

    [Fact]
    public async Task A_message_whose_node_died_while_handling_it_is_handled_again_after_the_lease()
    {
        await using var dead = new Node(_database, _clock);
        await using var living = new Node(_database, _clock);
        using var stopping = new CancellationTokenSource();
        dead.Listener.While = async (_, cancellation) =>
        {
            await stopping.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        };
        await Write("published");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dead.Dispatch(stopping.Token));

        Assert.Equal(0, await living.Dispatch());
        _clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await living.Dispatch());
        Assert.Equal(["published"], living.Listener.Heard);
    }

    [Fact]
    public async Task A_message_is_read_as_it_was_written()
    {
        await using var node = new Node(_database, _clock);
        const string Text = "“Größe” 😀 \u0001 \\ \" ' – العربية";
        await Write(Text);
        await node.Dispatch();
        Assert.Equal([Text], node.Listener.Heard);
    }

    [Fact]
    public async Task What_was_done_a_week_ago_is_forgotten_and_what_waits_is_not()
    {
        await using var node = new Node(_database, _clock);
        await Write("done");
        await node.Dispatch();
        node.Listener.While = (_, _) => throw new InvalidOperationException("Never.");
        await Write("waits");
        await node.Dispatch();
        _clock.Advance(TimeSpan.FromDays(7));
        await node.Sweep();
        await using var db = _database.Open();
        Assert.Equal(2, await db.Outbox.CountAsync(TestContext.Current.CancellationToken));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await node.Sweep();
        Assert.Null((await Row()).DoneAt);
    }

    private async Task Write(string text)
    {
        await using var db = _database.Open();
        db.Outbox.Add(OutboxMessage.Of(new Note(text), _clock.Now()));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<OutboxMessage> Row()
    {
        await using var db = _database.Open();
        return await db.Outbox.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
    }
}
