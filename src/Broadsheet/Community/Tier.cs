using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Community;

/// <summary>A kind of membership. A higher rank reads what a lower one may.</summary>
public sealed class Tier : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required int Rank { get; set; }

    public int Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Tier>
    {
        public void Configure(EntityTypeBuilder<Tier> tier)
        {
            tier.ToTable("tiers");
            tier.Property(t => t.Slug).HasMaxLength(100);
            tier.Property(t => t.Name).HasMaxLength(100);
            tier.Property(t => t.Version).IsConcurrencyToken();
            tier.HasIndex(t => t.Slug).IsUnique();
        }
    }
}

public static class TierTables
{
    extension(BroadsheetDb db)
    {
        public DbSet<Tier> Tiers => db.Set<Tier>();
    }
}
