using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Idempotency;

/// <summary>Forgets the answers that are older than <see cref="IdempotencyKey.Lifetime"/>; recurring work.</summary>
public sealed class SweepIdempotencyKeys(BroadsheetDb db, TimeProvider time)
{
    /// <summary>Forgets what is due.</summary>
    /// <returns>How many were forgotten.</returns>
    public Task<int> Run(CancellationToken cancellation)
    {
        var before = time.Now() - IdempotencyKey.Lifetime;
        return db.IdempotencyKeys.Where(k => k.CreatedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
