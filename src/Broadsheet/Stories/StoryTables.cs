using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

public static class StoryTables
{
    extension(BroadsheetDb db)
    {
        public DbSet<Section> Sections => db.Set<Section>();

        public DbSet<SectionSlug> SectionSlugs => db.Set<SectionSlug>();

        public DbSet<Topic> Topics => db.Set<Topic>();

        public DbSet<Author> Authors => db.Set<Author>();

        public DbSet<Story> Stories => db.Set<Story>();

        public DbSet<Revision> Revisions => db.Set<Revision>();

        public DbSet<Publication> Publications => db.Set<Publication>();

        public DbSet<Schedule> Schedules => db.Set<Schedule>();

        public DbSet<Withdrawal> Withdrawals => db.Set<Withdrawal>();

        public DbSet<Withholding> Withholdings => db.Set<Withholding>();

        public DbSet<Correction> Corrections => db.Set<Correction>();

        public DbSet<Address> Addresses => db.Set<Address>();

        public DbSet<Byline> Bylines => db.Set<Byline>();

        public DbSet<StoryTopic> StoryTopics => db.Set<StoryTopic>();

        public DbSet<DeskEntry> DeskEntries => db.Set<DeskEntry>();

        /// <summary>Stories whose working copies the newsroom doesn't find as they stand.</summary>
        public IQueryable<Story> Unlisted => db.Set<Story>().Where(s => !db.Set<DeskEntry>().Any(e =>
            e.StoryId == s.Id && e.DraftId == s.DraftId && e.State == s.State && e.IsThrownAway == (s.ThrownAwayAt != null) && e.Cut == CutText.Version));
    }
}
