using System.Data.Common;
using System.Globalization;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Platform.Changes;

/// <summary>
/// Numbers what a transaction announced, as the last thing before its commit: on PostgreSQL under an advisory lock that the commit gives back, on SQLite as the one writer.
/// After the commit the node's own feed applies it, so that whoever made the change sees it.
/// </summary>
/// <param name="feed">Null outside of a running site: other processes learn of the change by themselves.</param>
/// <param name="isPurged">A CDN ahead has to be told, too.</param>
public sealed class NumberChanges(Func<ChangeFeed?> feed, TimeProvider time, bool isPurged = false) : DbTransactionInterceptor
{
    /// <summary>The channel that PostgreSQL tells other nodes on.</summary>
    public const string Channel = "broadsheet_changes";

    // Any constant that only we use will do.
    private const long AdvisoryLock = 0x42534348414E4745;

    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        throw new NotSupportedException("Transactions are committed asynchronously.");

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is BroadsheetDb db)
        {
            // What a commit that failed left here was never committed.
            db.Announced.Committed = [];
            if (db.Announced.Take(eventData.TransactionId) is { Count: > 0 } announced)
            {
                db.Announced.Committed = await Write(db, announced, cancellationToken);
            }
        }

        return result;
    }

    public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is BroadsheetDb { Announced.Committed: { Count: > 0 } committed } db)
        {
            db.Announced.Committed = [];
            if (feed() is { } running)
            {
                db.IsPending |= !await running.Committed(committed);
            }
        }
    }

    private async Task<IReadOnlyList<Change>> Write(BroadsheetDb db, IReadOnlyList<(ChangeKind Kind, string Tags)> announced, CancellationToken cancellation)
    {
        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellation);
        }

        List<Change> changes = [.. announced.Select(a => new Change { Kind = a.Kind, Tags = a.Tags, At = time.Now() })];
        db.Changes.AddRange(changes);
        await db.SaveChangesAsync(cancellation);
        if (isPurged)
        {
            db.Outbox.AddRange(changes.Select(c => OutboxMessage.Of(new PagesChanged(c.Number, c.Kind, c.Tags), time.Now())));
            await db.SaveChangesAsync(cancellation);
        }

        foreach (var change in changes)
        {
            db.Entry(change).State = EntityState.Detached;
        }

        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {changes[^1].Number.ToString(CultureInfo.InvariantCulture)})", cancellation);
        }

        return changes;
    }
}
