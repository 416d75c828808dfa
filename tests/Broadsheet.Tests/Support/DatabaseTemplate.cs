using Broadsheet.Platform.Database;
using Broadsheet.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(DatabaseTemplate))]

namespace Broadsheet.Tests.Support;

/// <summary>One migrated, empty database that every <see cref="TestDatabase"/> is copied from. Made when the first test needs it.</summary>
public sealed class DatabaseTemplate : IAsyncDisposable
{
    private readonly Lazy<Task<DatabaseAddress>> _made;
    private readonly TestFolder _folder = new();

    public DatabaseTemplate() => _made = new(Make);

    /// <summary>A copy: the file <c>broadsheet.db</c> in <paramref name="folder"/>, or a database of its own on the server.</summary>
    public async Task<DatabaseAddress> CopyTo(TestFolder folder)
    {
        var template = await _made.Value;
        if (template.Engine is Engine.Sqlite)
        {
            File.Copy(_folder.File("broadsheet.db"), folder.File("broadsheet.db"));
            return DatabaseAddress.InFolder(folder.Path);
        }

        var name = PostgresServer.NewName();
        await PostgresServer.Create(name, PostgresServer.NameOf(template));
        return PostgresServer.Address(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_made.IsValueCreated && Suite.Engine is Engine.Postgres)
        {
            await PostgresServer.Drop(await _made.Value);
        }

        _folder.Dispose();
    }

    private async Task<DatabaseAddress> Make()
    {
        var address = Suite.Engine is Engine.Sqlite ? DatabaseAddress.InFolder(_folder.Path) : PostgresServer.Address(PostgresServer.NewName());
        await new Migrator(address, _folder.Path).Migrate(CancellationToken.None);
        if (address.Engine is Engine.Sqlite)
        {
            // The last connection to close writes the log back into the file, which is then all there is.
            await using var pooled = new SqliteConnection(address.ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }
        else
        {
            await using var pooled = new NpgsqlConnection(address.ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
        }

        return address;
    }
}
