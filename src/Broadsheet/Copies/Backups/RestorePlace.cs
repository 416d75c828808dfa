using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Copies.Backups;

/// <summary>Where a backup is to be restored: a data folder and a database, and whether something is there already.</summary>
internal sealed class RestorePlace(Settings settings)
{
    /// <summary>The rows of this backup are all here, from a restore that was cut short after its commit.</summary>
    public async Task<bool> HasRows(Manifest manifest, CancellationToken cancellation)
    {
        if (Unfinished.Find(settings.Data) is not { } id || !(await Tables(cancellation)).Contains("restores"))
        {
            return false;
        }

        await using var db = DatabaseServices.Open(settings.Database);
        return await db.Restores.AnyAsync(restore => restore.Id == id && restore.BackupAt == manifest.At, cancellation);
    }

    /// <summary>Removes what a restore that was cut short has left in the folder.</summary>
    public void Clear()
    {
        if (Unfinished.Find(settings.Data) is null)
        {
            return;
        }

        // A pooled connection would stay with the file that is removed.
        if (settings.Database.Engine is Engine.Sqlite)
        {
            using var pooled = new SqliteConnection(settings.Database.ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }

        Unfinished.Clear(settings.Data);
    }

    /// <exception cref="Refused">Something is there.</exception>
    public async Task Check(Manifest manifest, CancellationToken cancellation)
    {
        if (Unfinished.Obstacle(settings.Data) is { } obstacle)
        {
            throw new Refused($"{settings.Data} is not empty (it holds {obstacle}): a backup is restored into an empty data folder. Nothing was changed.");
        }

        // Tables may be there, since a restore that was cut short leaves them; rows may not.
        var tables = await Tables(cancellation);
        await using var db = DatabaseServices.Open(settings.Database);
        foreach (var table in manifest.Tables.Select(table => table.Name).Append("restores").Where(tables.Contains))
        {
            // The name is one that the database itself has.
            var rows = $"SELECT 1 AS \"Value\" FROM \"{table}\"";
            if (await db.Database.SqlQueryRaw<int>(rows).AnyAsync(cancellation))
            {
                throw new Refused($"The database ({settings.Database.Name}) is not empty: it holds rows in {table}. A backup is restored into an empty one. Nothing was changed.");
            }
        }

        if (tables.Count > 0 && (await db.Database.GetAppliedMigrationsAsync(cancellation)).Select(Migrator.NameOf).Except(manifest.Migrations, StringComparer.Ordinal).Any())
        {
            throw new Refused($"The database ({settings.Database.Name}) is empty, but already of a later version than the backup: drop it and let the restore make it. Nothing was changed.");
        }
    }

    private async Task<HashSet<string>> Tables(CancellationToken cancellation)
    {
        if (settings.Database.Engine is Engine.Sqlite && !File.Exists(Path.Combine(settings.Data, "broadsheet.db")))
        {
            return [];
        }

        try
        {
            await using var db = DatabaseServices.Open(settings.Database);
            var names = db.Engine is Engine.Sqlite
                ? db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'")
                : db.Database.SqlQueryRaw<string>("SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()");
            return [.. await names.ToListAsync(cancellation)];
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            return [];
        }
    }
}
