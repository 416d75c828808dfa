using System.Collections.Frozen;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>
/// When the licences of images end, as this node knows it: read every minute, so that <c>/media</c> keeps to it without asking the database. What another node learned is known here within that minute.
/// </summary>
public sealed class LicenceEnds
{
    private volatile FrozenDictionary<Guid, DateTimeOffset> _ends = FrozenDictionary<Guid, DateTimeOffset>.Empty;

    /// <summary>When the image's licence ends; null when that is not known to come.</summary>
    public DateTimeOffset? Of(Guid image) => _ends.TryGetValue(image, out var at) ? at : null;

    public async Task Refresh(BroadsheetDb db, CancellationToken cancellation)
    {
        var ends = await db.Images.AsNoTracking()
            .Where(i => i.ExpiresAt != null && i.ExpiredAt == null)
            .Select(i => new { i.Id, At = i.ExpiresAt!.Value })
            .ToListAsync(cancellation);
        _ends = ends.ToFrozenDictionary(end => end.Id, end => end.At);
    }
}
