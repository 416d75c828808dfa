using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Outlets.Search;

/// <summary>
/// A live story in the search index. What everybody may read and what stands behind the gate are kept apart. The index proper stands beside it, as each engine has it (<see cref="SearchIndex"/>).
/// </summary>
public sealed class SearchEntry
{
    /// <summary>Microseconds of the first publication, counted up where two share one: whoever walks down the numbers meets the newest first.</summary>
    public required long Number { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>The revision it was made of. An entry of another than the live one is not shown.</summary>
    public required Guid LiveId { get; init; }

    /// <summary>The <see cref="CutText.Version"/> it was made with.</summary>
    public required int Cut { get; init; }

    /// <summary>Headline, standfirst, authors, topics (<see cref="IndexedText"/>), the headline first.</summary>
    public required string Head { get; init; }

    /// <summary>What everybody may read of the body, with its captions.</summary>
    public required string Body { get; init; }

    /// <summary>What stands behind the gate; empty where nothing does.</summary>
    public required string Guarded { get; init; }

    /// <summary>Section, authors and, where something is guarded, the access it takes, as words of the index.</summary>
    public required string Tags { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<SearchEntry>
    {
        public void Configure(EntityTypeBuilder<SearchEntry> entry)
        {
            entry.ToTable("search");
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).ValueGeneratedNever();
            entry.HasIndex(e => e.StoryId).IsUnique();
            // What is missing is looked for every minute: without the rows, which hold all words.
            entry.HasIndex(e => new { e.StoryId, e.LiveId, e.Cut });
            entry.HasOne<Story>().WithOne().HasForeignKey<SearchEntry>(e => e.StoryId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class SearchTables
{
    extension(BroadsheetDb db)
    {
        public DbSet<SearchEntry> SearchEntries => db.Set<SearchEntry>();

        /// <summary>Live stories that can't be found yet.</summary>
        public IQueryable<Story> Unindexed =>
            db.LiveStories.Where(s => !db.Set<SearchEntry>().Any(e => e.StoryId == s.Id && e.LiveId == s.LiveId && e.Cut == CutText.Version));

        /// <summary>How many live stories can't be found yet.</summary>
        public Task<int> CountUnindexed(CancellationToken cancellation) => db.Unindexed.CountAsync(cancellation);
    }
}
