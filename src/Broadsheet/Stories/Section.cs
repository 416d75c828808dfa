using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>A part of the paper, with a front of its own at <c>/{slug}</c>. Sections nest one level.</summary>
public sealed class Section : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public Guid? ParentId { get; set; }

    /// <summary>Order among its siblings; lower comes first.</summary>
    public int Position { get; set; }

    public string? Description { get; set; }

    /// <summary>BCP 47; null means the paper's language.</summary>
    public string? Language { get; set; }

    public int Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Section>
    {
        public void Configure(EntityTypeBuilder<Section> section)
        {
            section.ToTable("sections");
            section.Property(s => s.Slug).HasMaxLength(100);
            section.Property(s => s.Name).HasMaxLength(100);
            section.Property(s => s.Description).HasMaxLength(1000);
            section.Property(s => s.Language).HasMaxLength(35);
            section.Property(s => s.Version).IsConcurrencyToken();
            section.HasIndex(s => s.Slug).IsUnique();
            section.HasOne<Section>().WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A slug that a section had; it leads to where the section is now.</summary>
public sealed class SectionSlug
{
    public required string Slug { get; init; }

    public required Guid SectionId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<SectionSlug>
    {
        public void Configure(EntityTypeBuilder<SectionSlug> slug)
        {
            slug.ToTable("section_slugs");
            slug.HasKey(s => s.Slug);
            slug.Property(s => s.Slug).HasMaxLength(100);
            slug.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
