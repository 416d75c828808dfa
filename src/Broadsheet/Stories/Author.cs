using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>Somebody who signs stories.</summary>
public sealed class Author : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary><see cref="Name"/> folded, so that an author isn't made twice.</summary>
    public required string NameKey { get; set; }

    public string? Biography { get; set; }

    public Guid? PictureId { get; set; }

    public int Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Author>
    {
        public void Configure(EntityTypeBuilder<Author> author)
        {
            author.ToTable("authors");
            author.Property(a => a.Slug).HasMaxLength(100);
            author.Property(a => a.Name).HasMaxLength(100);
            author.Property(a => a.NameKey).HasMaxLength(100);
            author.Property(a => a.Biography).HasMaxLength(4000);
            author.Property(a => a.Version).IsConcurrencyToken();
            author.HasIndex(a => a.Slug).IsUnique();
            author.HasIndex(a => a.NameKey).IsUnique();
        }
    }
}
