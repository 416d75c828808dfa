using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Changes;

/// <summary>Removes changes that no node can have missed: one that was away for longer begins with no pages on disk. The newest stays, since numbers go on from it.</summary>
public sealed class SweepChanges(BroadsheetDb db, TakenBack takenBack, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public async Task Run(CancellationToken cancellation)
    {
        var before = time.Now() - Kept;
        var newest = await db.Changes.MaxAsync(c => (long?)c.Number, cancellation);
        var old = db.Changes.Where(c => c.At < before && c.Number != newest);
        if (await old.MaxAsync(c => (long?)c.Number, cancellation) is { } last)
        {
            await takenBack.Forget(last, cancellation);
            await old.ExecuteDeleteAsync(cancellation);
        }

        await db.Nodes.Where(n => n.SeenAt < before).ExecuteDeleteAsync(cancellation);
    }
}
