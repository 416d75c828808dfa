using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Jobs;

/// <summary>Forgets outbox messages and jobs that ended well more than a week ago; what failed stays to be looked at.</summary>
public sealed class SweepBackgroundWork(BroadsheetDb db, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task Run(CancellationToken cancellation)
    {
        var before = time.Now() - Kept;
        await db.Outbox.Where(m => m.DoneAt < before).ExecuteDeleteAsync(cancellation);
        await db.Jobs.Where(j => j.State == JobState.Done && j.EndedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
