using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>Takes images whose licence has ended from every reader: their renditions are removed, and what shows them is told. The originals stay, in case the licence is renewed.</summary>
public sealed class ExpireImages(BroadsheetDb db, Renditions renditions, LicenceEnds ends, TimeProvider time)
{
    /// <summary>Expires all that are due. A kill in between leaves the rest due.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        await ends.Refresh(db, cancellation);
        foreach (var id in await db.Images.ToExpire(time.Now()).OrderBy(i => i.ExpiresAt).Select(i => i.Id).ToListAsync(cancellation))
        {
            await renditions.Remove(id, cancellation);
            await Note(id, cancellation);
        }
    }

    private Task Note(Guid id, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var now = time.Now();
            var expired = await db.Images.ToExpire(now).Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiredAt, now), token);
            if (expired == 1)
            {
                db.Outbox.Add(OutboxMessage.Of(new ImageExpired(id), now));
                db.Record(Actor.Program, "image.expired", id.ToString(), now);
                await db.SaveChangesAsync(token);
                db.Revoke(ImageTags.Image(id));
            }
        },
        cancellation);
}
