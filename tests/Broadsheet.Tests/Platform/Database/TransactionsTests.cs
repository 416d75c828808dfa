using Broadsheet.Platform.Database;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Broadsheet.Tests.Platform.Database;

public sealed class TransactionsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Work_that_fails_leaves_nothing()
    {
        await using var db = _database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransaction(
            async token =>
            {
                await Write(db, "first", token);
                throw new InvalidOperationException("Half-way.");
            },
            TestContext.Current.CancellationToken));
        Assert.Empty(await Written());
    }

    [Fact]
    public async Task Work_inside_work_joins_its_transaction()
    {
        await using var db = _database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransaction(
            async token =>
            {
                await db.InTransaction(inner => Write(db, "inner", inner), token);
                throw new InvalidOperationException("After the inner one.");
            },
            TestContext.Current.CancellationToken));
        Assert.Empty(await Written());
    }

    [SqliteFact]
    public async Task A_transaction_is_the_only_writer_from_its_first_line()
    {
        await using var one = _database.Open();
        await using var other = _database.Open();
        var order = new List<string>();
        var inside = new TaskCompletionSource();
        var first = one.InTransaction(
            async token =>
            {
                inside.SetResult();
                await Write(one, "one", token);
                order.Add("one");
            },
            TestContext.Current.CancellationToken);
        await inside.Task;
        await other.InTransaction(
            async token =>
            {
                order.Add("other");
                await Write(other, "other", token);
            },
            TestContext.Current.CancellationToken);
        await first;
        Assert.Equal(["one", "other"], order);
    }

    [PostgresFact]
    public async Task Work_that_PostgreSQL_drops_is_done_again_as_a_whole()
    {
        await using var db = _database.Open();
        var attempts = 0;
        await db.InTransaction(
            async token =>
            {
                await Write(db, $"attempt {++attempts}", token);
                if (attempts == 1)
                {
                    throw Serialisation();
                }
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(["attempt 2"], await Written());
    }

    [PostgresFact]
    public async Task Work_on_rows_that_were_loaded_before_is_not_done_again()
    {
        await using var db = _database.Open();
        db.Audit.Add(Entry("before"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var attempts = 0;
        await Assert.ThrowsAsync<DatabaseInterrupted>(() => db.InTransaction(
            async token =>
            {
                await Write(db, $"attempt {++attempts}", token);
                throw Serialisation();
            },
            TestContext.Current.CancellationToken));
        Assert.Equal(1, attempts);
        Assert.Equal(["before"], await Written());
    }

    private static PostgresException Serialisation() => new("could not serialize access", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure);

    private static async Task Write(BroadsheetDb db, string subject, CancellationToken cancellation)
    {
        db.Audit.Add(Entry(subject));
        await db.SaveChangesAsync(cancellation);
    }

    private static AuditEntry Entry(string subject) => new() { At = TestSite.Morning, Actor = People.Mira, Act = "story.read", SubjectKind = "story", Subject = subject };

    private async Task<List<string>> Written()
    {
        await using var db = _database.Open();
        return await db.Audit.AsNoTracking().OrderBy(e => e.Id).Select(e => e.Subject).ToListAsync(TestContext.Current.CancellationToken);
    }
}
