using System.Data.Common;
using Broadsheet.Platform.Database.Migrations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Broadsheet.Platform.Database;

/// <summary>
/// Which migrations the program knows and which a database has had, asked without EF: at nearly every start nothing is to be done, and EF would build a whole model to find that out.
/// </summary>
internal static class MigrationHistory
{
    private const string Ids = "SELECT migration_id FROM \"__EFMigrationsHistory\" ORDER BY migration_id";

    /// <summary>The ids of this program's migrations, oldest first.</summary>
    public static IReadOnlyList<string> Known(Engine engine) => engine is Engine.Sqlite ? MigrationNames.Sqlite : MigrationNames.Postgres;

    /// <summary>The ids of the migrations that a database has had, oldest first; none where it does not exist yet.</summary>
    public static async Task<IReadOnlyList<string>> Applied(DatabaseAddress address, CancellationToken cancellation)
    {
        if (address.Engine is Engine.Sqlite)
        {
            // To open it would make it.
            return File.Exists(new SqliteConnectionStringBuilder(address.ConnectionString).DataSource)
                ? await Read(new SqliteConnection(address.ConnectionString), "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancellation)
                : [];
        }

        return await AppliedOnPostgres(address.ConnectionString, cancellation);
    }

    // By itself, so that a site on SQLite loads nothing of PostgreSQL's.
    private static async Task<IReadOnlyList<string>> AppliedOnPostgres(string connection, CancellationToken cancellation)
    {
        try
        {
            return await Read(new NpgsqlConnection(connection), "SELECT count(to_regclass('\"__EFMigrationsHistory\"'))", cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<string>> Read(DbConnection connection, string exists, CancellationToken cancellation)
    {
        await using var open = connection;
        await open.OpenAsync(cancellation);
        await using var command = open.CreateCommand();
        command.CommandText = exists;
        if (await command.ExecuteScalarAsync(cancellation) is not > 0L)
        {
            return [];
        }

        command.CommandText = Ids;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<string> ids = [];
        while (await rows.ReadAsync(cancellation))
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }
}
