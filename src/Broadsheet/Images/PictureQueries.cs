using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

public static class PictureQueries
{
    /// <summary>The pictures that may be shown, of those asked for, in one query.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Picture>> Pictures(
        this BroadsheetDb db, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellation) => ids.Count == 0
        ? new Dictionary<Guid, Picture>()
        : await db.Images.AsNoTracking()
            .Showable(now)
            .Where(i => ids.Contains(i.Id))
            .Select(i => new Picture(i.Id, i.Alt ?? "", i.Caption, i.Credit, i.TakenAt, i.Width, i.Height, i.Key))
            .ToDictionaryAsync(picture => picture.Id, cancellation);
}
