using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.StaticPages;

public static class PageTables
{
    extension(BroadsheetDb db)
    {
        public DbSet<StaticPage> Pages => db.Set<StaticPage>();

        public DbSet<PageVersion> PageVersions => db.Set<PageVersion>();
    }
}
