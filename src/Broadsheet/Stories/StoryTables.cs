using Broadsheet.Platform.Database;
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
    }
}
