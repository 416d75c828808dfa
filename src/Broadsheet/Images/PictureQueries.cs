using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

public static class PictureQueries
{
    // The condition is that of Showable, which a compiled query can't call.
    private static readonly Func<BroadsheetDb, List<Guid>, DateTimeOffset, IAsyncEnumerable<Picture>> Shown = EF.CompileAsyncQuery((BroadsheetDb db, List<Guid> ids, DateTimeOffset now) =>
        db.Set<Image>().AsNoTracking()
            .Where(i => (i.ExpiresAt == null || i.ExpiresAt > now) && ids.Contains(i.Id))
            .Select(i => new Picture(i.Id, i.Alt ?? "", i.Caption, i.Credit, i.TakenAt, i.Width, i.Height, i.Key)));

    /// <summary>The pictures that may be shown, of those asked for, in one query.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Picture>> Pictures(this BroadsheetDb db, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellation)
    {
        var pictures = new Dictionary<Guid, Picture>(ids.Count);
        if (ids.Count > 0)
        {
            await foreach (var picture in Shown(db, [.. ids.Distinct()], now).WithCancellation(cancellation))
            {
                pictures.Add(picture.Id, picture);
            }
        }

        return pictures;
    }
}
