using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Paper;

public static class PaperTables
{
    extension(BroadsheetDb db)
    {
        public DbSet<PaperSettings> Paper => db.Set<PaperSettings>();

        public DbSet<StaticPage> Pages => db.Set<StaticPage>();

        public DbSet<PageVersion> PageVersions => db.Set<PageVersion>();
    }
}
