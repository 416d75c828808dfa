using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Front;

/// <summary>A place that editors gave a story on the front page or on a section's front. What no editor placed follows by time.</summary>
public sealed class FrontPlace
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null is the front page.</summary>
    public Guid? SectionId { get; init; }

    /// <summary>0 leads.</summary>
    public required int Position { get; init; }

    public required Guid StoryId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<FrontPlace>
    {
        public void Configure(EntityTypeBuilder<FrontPlace> place)
        {
            place.ToTable("front_places");
            place.HasIndex(p => new { p.SectionId, p.Position });
            place.HasIndex(p => p.StoryId);
            place.HasOne<Section>().WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Cascade);
            place.HasOne<Story>().WithMany().HasForeignKey(p => p.StoryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class FrontTables
{
    extension(BroadsheetDb db)
    {
        public DbSet<FrontPlace> FrontPlaces => db.Set<FrontPlace>();
    }
}
