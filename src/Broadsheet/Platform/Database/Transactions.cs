using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Database;

public static class Transactions
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction, tried again as a whole when the database drops it (PostgreSQL failover, serialisation). Inside a transaction that is
    /// already open it simply joins. On SQLite the transaction is the one writer from its first line.
    /// </summary>
    public static async Task<T> InTransaction<T>(this BroadsheetDb db, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await work(cancellation);
        }

        var tries = 0;
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                if (tries++ > 0)
                {
                    db.ChangeTracker.Clear();
                }

                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var result = await work(token);
                await transaction.CommitAsync(token);
                return result;
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
}
