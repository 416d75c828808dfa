using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Broadsheet.Platform.Database;

/// <summary>Every connection to the file: write-ahead log, waiting for the one writer, commits that survive a power cut.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 15000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -8000;";

    // Connections are pooled and every query opens one; what was said to the file behind it once needn't be said again.
    private readonly ConditionalWeakTable<sqlite3, SqlitePragmas> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsTold(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsTold(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    private bool IsTold(DbConnection connection) => _told.TryGetValue(Handle(connection), out _);

    private void Remember(DbConnection connection) => _told.AddOrUpdate(Handle(connection), this);

    private static sqlite3 Handle(DbConnection connection) => ((SqliteConnection)connection).Handle ?? throw new InvalidOperationException("An open connection has a handle.");
}
