using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>What publishing needs to know of an image.</summary>
/// <param name="Name">What an editor knows it by.</param>
public sealed record ImageCheck(string Name, bool IsExpired, bool HasCredit, bool HasAlt);

public static class ImageChecks
{
    /// <summary>Checks the images that a story, an advertisement or a page uses. Those that are missing from the library are missing from the answer.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ImageCheck>> ImageChecksOf(
        this BroadsheetDb db, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellation) => ids.Count == 0
        ? new Dictionary<Guid, ImageCheck>()
        : await db.Images.AsNoTracking()
            .Where(i => ids.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => new ImageCheck(i.Name, i.IsExpired(now), i.Credit is not null, i.Alt is not null), cancellation);
}
