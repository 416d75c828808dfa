using System.Data.Common;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Platform.Jobs;

/// <summary>Rings the alarm for the due rows that a commit holds.</summary>
public sealed class RingAfterCommit(Alarm alarm) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        RingUnlessOpen(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        RingUnlessOpen(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring(eventData.Context);
        return Task.CompletedTask;
    }

    private static void Note(DbContext? context)
    {
        if (context is not BroadsheetDb db)
        {
            return;
        }

        foreach (var entry in db.ChangeTracker.Entries<IDueRow>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                db.NewDue.Add(entry.Entity.GetType());
            }
        }
    }

    private void RingUnlessOpen(DbContext? context)
    {
        if (context?.Database.CurrentTransaction is null)
        {
            Ring(context);
        }
    }

    // A kind that was noted by a transaction that never committed rings once for nothing.
    private void Ring(DbContext? context)
    {
        if (context is not BroadsheetDb { NewDue.Count: > 0 } db)
        {
            return;
        }

        foreach (var row in db.NewDue)
        {
            alarm.Ring(row);
        }

        db.NewDue.Clear();
    }
}
