using Broadsheet.Platform.Database;
using Broadsheet.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Platform.Database;

public sealed class SqlitePragmasTests
{
    [SqliteFact]
    public async Task Every_connection_has_its_pragmas_whether_it_is_new_or_comes_from_the_pool()
    {
        await using var database = await TestDatabase.Create();
        await using var first = database.Open();
        await using var second = database.Open();
        await first.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await Agrees(second);
        await first.Database.CloseConnectionAsync();
        for (var i = 0; i < 3; i++)
        {
            await Agrees(first);
            await Agrees(second);
        }

        SqliteConnection.ClearPool((SqliteConnection)first.Database.GetDbConnection());
        await Agrees(first);
    }

    private static async Task Agrees(BroadsheetDb db)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal("wal", await Ask(db, "journal_mode"));
        Assert.Equal(15000L, await Ask(db, "busy_timeout"));
        Assert.Equal(2L, await Ask(db, "synchronous"));
        Assert.Equal(1L, await Ask(db, "foreign_keys"));
        Assert.Equal(-8000L, await Ask(db, "cache_size"));
        await db.Database.CloseConnectionAsync();
    }

    private static async Task<object?> Ask(BroadsheetDb db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
