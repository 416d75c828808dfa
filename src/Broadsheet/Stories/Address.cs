using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>An address that a story has or had: it is never given to another.</summary>
public sealed class Address
{
    public required Guid SectionId { get; init; }

    public required string Slug { get; init; }

    public required Guid StoryId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Address>
    {
        public void Configure(EntityTypeBuilder<Address> address)
        {
            address.ToTable("addresses");
            address.HasKey(a => new { a.SectionId, a.Slug });
            address.Property(a => a.Slug).HasMaxLength(200);
            address.HasIndex(a => a.StoryId);
            address.HasOne<Section>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
            address.HasOne<Story>().WithMany().HasForeignKey(a => a.StoryId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
