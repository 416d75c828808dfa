using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.StaticPages;

/// <summary>A page that is not a story: about, terms, privacy, and what else the paper wants under <c>/pages/</c>. What it says stands in its newest <see cref="PageVersion"/>.</summary>
public sealed class StaticPage : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Slug { get; init; }

    /// <summary>The newest version's number.</summary>
    public required int Current { get; set; }

    public int Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StaticPage>
    {
        public void Configure(EntityTypeBuilder<StaticPage> page)
        {
            page.ToTable("pages");
            page.Property(p => p.Slug).HasMaxLength(100);
            page.Property(p => p.Version).IsConcurrencyToken();
            page.HasIndex(p => p.Slug).IsUnique();
        }
    }
}

/// <summary>What a static page says, or said: every version is kept, since people agreed to the terms of theirs.</summary>
public sealed class PageVersion
{
    public required Guid PageId { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The document as canonical JSON.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<PageVersion>
    {
        public void Configure(EntityTypeBuilder<PageVersion> version)
        {
            version.ToTable("page_versions");
            version.HasKey(v => new { v.PageId, v.Number });
            version.Property(v => v.Title).HasMaxLength(300);
            version.Property(v => v.By).HasMaxLength(200);
            version.HasOne<StaticPage>().WithMany().HasForeignKey(v => v.PageId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
