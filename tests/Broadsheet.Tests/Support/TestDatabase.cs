using Broadsheet.Platform.Database;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>A database and a data folder of a test's own, on the engine that the suite runs on; gone with the test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestFolder _folder;

    private TestDatabase(TestFolder folder, DatabaseAddress address) => (_folder, Address) = (folder, address);

    public DatabaseAddress Address { get; }

    /// <summary>The data folder.</summary>
    public string Data => _folder.Path;

    /// <summary>As <c>--database</c> takes it; null is SQLite in the data folder.</summary>
    public string? Connection => Address.Engine is Engine.Postgres ? Address.ConnectionString : null;

    /// <summary>A migrated database without a row.</summary>
    public static async Task<TestDatabase> Create()
    {
        var template = await TestContext.Current.GetFixture<DatabaseTemplate>() ?? throw new InvalidOperationException("The template of databases is no fixture of this assembly.");
        var folder = new TestFolder();
        return new TestDatabase(folder, await template.CopyTo(folder));
    }

    /// <summary>A database that no program has started on yet; on PostgreSQL not even made.</summary>
    /// <param name="engine">Null is the one that the suite runs on; SQLite is at hand everywhere.</param>
    public static TestDatabase Untouched(Engine? engine = null)
    {
        var folder = new TestFolder();
        return new TestDatabase(folder, (engine ?? Suite.Engine) is Engine.Sqlite ? DatabaseAddress.InFolder(folder.Path) : PostgresServer.Address(PostgresServer.NewName()));
    }

    public BroadsheetDb Open() => DatabaseServices.Open(Address);

    public async ValueTask DisposeAsync()
    {
        if (Address.Engine is Engine.Sqlite)
        {
            await using var pooled = new SqliteConnection(Address.ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }
        else
        {
            await PostgresServer.Drop(Address);
        }

        _folder.Dispose();
    }
}
