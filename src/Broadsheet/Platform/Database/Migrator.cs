using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Broadsheet.Platform.Database;

/// <summary>
/// Applies migrations, one process at a time: under an operating-system file lock on SQLite, an advisory lock on PostgreSQL.
/// </summary>
public sealed class Migrator(DatabaseAddress address, string data)
{
    // "broadsheet migrations" has no meaning as a number; any constant that only we use will do.
    private const long AdvisoryLock = 0x42524F4144534854;

    /// <summary>A migration's name, the same for both engines: <c>Search</c> of <c>20261123102733_Search</c>.</summary>
    public static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>Brings the database to this program's model.</summary>
    /// <returns>The migrations that were applied, oldest first.</returns>
    public Task<IReadOnlyList<string>> Migrate(CancellationToken cancellation) => MigrateTo(null, cancellation);

    /// <summary>Brings the database to where a migration of that name leaves it; null is the last one.</summary>
    /// <returns>The migrations that were applied, oldest first.</returns>
    public async Task<IReadOnlyList<string>> MigrateTo(string? last, CancellationToken cancellation)
    {
        if ((await Pending(cancellation)).Count == 0)
        {
            return [];
        }

        if (address.Engine is Engine.Sqlite)
        {
            await using var held = await LockFile(cancellation);
            return await Apply(last, clearStaleLock: true, cancellation);
        }

        return await UnderAdvisoryLock(last, cancellation);
    }

    /// <summary>The migrations that this program has and the database lacks.</summary>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken cancellation) =>
        [.. MigrationHistory.Known(address.Engine).Except(await MigrationHistory.Applied(address, cancellation), StringComparer.Ordinal)];

    /// <summary>Migrations that the database has had and this program does not know: a newer version has been there.</summary>
    public async Task<IReadOnlyList<string>> Newer(CancellationToken cancellation) =>
        [.. (await MigrationHistory.Applied(address, cancellation)).Except(MigrationHistory.Known(address.Engine), StringComparer.Ordinal)];

    private async Task<IReadOnlyList<string>> UnderAdvisoryLock(string? last, CancellationToken cancellation)
    {
        await CreateWhereMissing(cancellation);
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(@key)", connection) { CommandTimeout = 600 };
        take.Parameters.AddWithValue("key", AdvisoryLock);
        await take.ExecuteNonQueryAsync(cancellation);
        try
        {
            return await Apply(last, clearStaleLock: false, cancellation);
        }
        finally
        {
            // The pool keeps the session, and with it the lock, so it has to be given back by name.
            await using var give = new NpgsqlCommand("SELECT pg_advisory_unlock(@key)", connection);
            give.Parameters.AddWithValue("key", AdvisoryLock);
            await give.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<string>> Apply(string? last, bool clearStaleLock, CancellationToken cancellation)
    {
        await using var db = DatabaseServices.Open(address);
        if (clearStaleLock)
        {
            await ClearStaleLock(db, cancellation);
        }

        List<string> pending = [.. await Pending(cancellation)];
        if (last is not null)
        {
            pending = [.. pending.Take(pending.FindIndex(migration => NameOf(migration) == last) + 1)];
        }

        if (pending.Count > 0)
        {
            await db.GetService<IMigrator>().MigrateAsync(pending[^1], cancellation);
        }

        return pending;
    }

    // A process killed while migrating leaves EF's lock row behind, and EF waits for it for ever. We hold the real lock, so nobody else can be migrating.
    private static async Task ClearStaleLock(BroadsheetDb db, CancellationToken cancellation)
    {
        var exists = await db.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (exists > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
        }
    }

    private async Task<FileStream> LockFile(CancellationToken cancellation)
    {
        Directory.CreateDirectory(data);
        var path = Path.Combine(data, "migrate.lock");
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeld(e) && waited.Elapsed < TimeSpan.FromMinutes(10))
            {
                await Task.Delay(100, cancellation);
            }
        }
    }

    // EWOULDBLOCK of Linux and of a Mac, ERROR_SHARING_VIOLATION of Windows. Anything else won't pass by waiting.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    private async Task CreateWhereMissing(CancellationToken cancellation)
    {
        try
        {
            await using var probe = new NpgsqlConnection(address.ConnectionString);
            await probe.OpenAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            var builder = new NpgsqlConnectionStringBuilder(address.ConnectionString);
            var name = builder.Database!;
            builder.Database = "postgres";
            await using var connection = new NpgsqlConnection(builder.ToString());
            await connection.OpenAsync(cancellation);
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" ENCODING 'UTF8' TEMPLATE template0", connection);
            try
            {
                await create.ExecuteNonQueryAsync(cancellation);
            }
            catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another node made it at the same moment.
            }
        }
    }
}
