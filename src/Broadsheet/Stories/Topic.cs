using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>What stories are about, across sections.</summary>
public sealed class Topic : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary><see cref="Name"/> folded, so that a topic isn't made twice.</summary>
    public required string NameKey { get; set; }

    public string? Description { get; set; }

    public int Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> topic)
        {
            topic.ToTable("topics");
            topic.Property(t => t.Slug).HasMaxLength(100);
            topic.Property(t => t.Name).HasMaxLength(100);
            topic.Property(t => t.NameKey).HasMaxLength(100);
            topic.Property(t => t.Description).HasMaxLength(1000);
            topic.Property(t => t.Version).IsConcurrencyToken();
            topic.HasIndex(t => t.Slug).IsUnique();
            topic.HasIndex(t => t.NameKey).IsUnique();
        }
    }
}
