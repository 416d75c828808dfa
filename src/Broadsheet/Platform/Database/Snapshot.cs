using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Database;

public static class Snapshot
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction that only reads and sees everything as it stood at one moment, however long it takes; nobody who writes has to wait for it.
    /// It is not done again when PostgreSQL drops it, since what was read may have been written elsewhere already.
    /// </summary>
    /// <exception cref="DatabaseInterrupted">The database went away in between.</exception>
    public static Task InSnapshot(this BroadsheetDb db, Func<CancellationToken, Task> work, CancellationToken cancellation) => db.Database.CreateExecutionStrategy().ExecuteAsync(
        async token =>
        {
            await db.Database.OpenConnectionAsync(token);
            try
            {
                await using var transaction = await Begin(db.Database.GetDbConnection(), token);
                await db.Database.UseTransactionAsync(transaction, token);
                await work(token);
            }
            catch (Exception e) when (DatabaseFault.IsOutage(e))
            {
                throw new DatabaseInterrupted(e);
            }
            finally
            {
                await db.Database.UseTransactionAsync(null, CancellationToken.None);
                await db.Database.CloseConnectionAsync();
            }
        },
        cancellation);

    // Deferred: on SQLite any other transaction would be the one writer.
    private static async Task<DbTransaction> Begin(DbConnection connection, CancellationToken cancellation)
    {
        if (connection is SqliteConnection sqlite)
        {
            return sqlite.BeginTransaction(deferred: true);
        }

        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var readOnly = connection.CreateCommand();
        readOnly.Transaction = transaction;
        readOnly.CommandText = "SET TRANSACTION READ ONLY";
        await readOnly.ExecuteNonQueryAsync(cancellation);
        return transaction;
    }
}
