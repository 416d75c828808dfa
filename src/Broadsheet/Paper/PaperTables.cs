using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Paper;

public static class PaperTables
{
    extension(BroadsheetDb db)
    {
        public DbSet<PaperSettings> Paper => db.Set<PaperSettings>();

        /// <summary>Tells every node, in the transaction of the change, that what stands around all pages is another.</summary>
        public Task FrameChanged(CancellationToken cancellation)
        {
            db.Refresh(PaperTags.Frame);
            return db.Set<PaperSettings>().ExecuteUpdateAsync(set => set.SetProperty(p => p.FrameNumber, p => p.FrameNumber + 1), cancellation);
        }
    }
}
