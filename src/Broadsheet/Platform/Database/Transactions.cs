using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Broadsheet.Platform.Database;

public static class Transactions
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction. Inside a transaction that is already open it simply joins. On SQLite the transaction is the one writer from its first line.
    /// When PostgreSQL drops it (failover, serialisation) the work is done again as a whole, but only where it loaded everything itself: rows that were
    /// loaded before would carry changes of the lost attempt, so then it ends as <see cref="DatabaseInterrupted"/>.
    /// </summary>
    public static async Task<T> InTransaction<T>(this BroadsheetDb db, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await work(cancellation);
        }

        var loadedBefore = db.ChangeTracker.Entries().Any();
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                if (!loadedBefore)
                {
                    db.ChangeTracker.Clear();
                }

                try
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(token);
                    var result = await work(token);
                    await transaction.CommitAsync(token);
                    return result;
                }
                catch (Exception e) when (loadedBefore && IsTransient(e))
                {
                    throw new DatabaseInterrupted(e);
                }
            },
            cancellation);
    }

    /// <inheritdoc cref="InTransaction{T}"/>
    public static Task InTransaction(this BroadsheetDb db, Func<CancellationToken, Task> work, CancellationToken cancellation) =>
        db.InTransaction(
            async token =>
            {
                await work(token);
                return true;
            },
            cancellation);

    private static bool IsTransient(Exception e) => e is NpgsqlException { IsTransient: true } || (e is DbUpdateException { InnerException: { } inner } && IsTransient(inner));
}

/// <summary>The database dropped the transaction; nothing was changed. Answered 503.</summary>
public sealed class DatabaseInterrupted(Exception cause) : Exception("The database was interrupted. Nothing was changed; try again.", cause);
