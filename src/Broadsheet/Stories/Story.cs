using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>
/// A story: a working copy (<see cref="DraftId"/>) that staff change, and, once published, the revision that readers see (<see cref="LiveId"/>). What readers' lists
/// need of the live revision stands here too, and changes only by publication.
/// </summary>
public sealed class Story : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public StoryState State { get; set; } = StoryState.Draft;

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>The working copy: the newest revision.</summary>
    public required Guid DraftId { get; set; }

    /// <summary>The working copy's section.</summary>
    public Guid? DraftSectionId { get; set; }

    /// <summary>What readers see; kept when the story is withdrawn.</summary>
    public Guid? LiveId { get; set; }

    /// <summary>The newest publication's number: 1 for the first published version.</summary>
    public int LiveNumber { get; set; }

    /// <summary>First publication.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Newest publication or correction.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    public Guid? SectionId { get; set; }

    /// <summary>The section itself, or the one it is nested in: whose front the story stands on too.</summary>
    public Guid? TopSectionId { get; set; }

    public string? Slug { get; set; }

    /// <summary>The live version is withheld: its address says why, and no list shows it.</summary>
    public bool IsWithheld { get; set; }

    public Access Access { get; set; } = Access.Public;

    public string? Language { get; set; }

    public Guid? TranslationOfId { get; set; }

    public bool NoAppeals { get; set; }

    /// <summary>A never-published draft in the bin; gone for good thirty days later.</summary>
    public DateTimeOffset? ThrownAwayAt { get; set; }

    public int Version { get; set; }

    /// <summary>The working copy differs from what readers see.</summary>
    public bool HasChanges => LiveId is not null && LiveId != DraftId;

    internal sealed class Configuration : IEntityTypeConfiguration<Story>
    {
        public void Configure(EntityTypeBuilder<Story> story)
        {
            story.ToTable("stories");
            story.Property(s => s.CreatedBy).HasMaxLength(200);
            story.Property(s => s.Slug).HasMaxLength(200);
            story.Property(s => s.Language).HasMaxLength(35);
            story.Property(s => s.Access).HasConversion(a => a.ToString(), text => Access.Parse(text)!).HasMaxLength(120);
            story.Property(s => s.Version).IsConcurrencyToken();
            story.Ignore(s => s.HasChanges);
            story.HasIndex(s => new { s.State, s.IsWithheld, s.PublishedAt, s.Id, s.UpdatedAt });
            story.HasIndex(s => new { s.State, s.ThrownAwayAt, s.Id });
            story.HasIndex(s => new { s.ThrownAwayAt, s.Id });
            story.HasIndex(s => new { s.DraftSectionId, s.ThrownAwayAt, s.Id });
            story.HasIndex(s => new { s.DraftSectionId, s.State, s.ThrownAwayAt, s.Id });
            story.HasIndex(s => new { s.SectionId, s.State, s.IsWithheld, s.PublishedAt, s.Id });
            story.HasIndex(s => new { s.TopSectionId, s.State, s.IsWithheld, s.PublishedAt, s.Id });
            story.HasIndex(s => s.TranslationOfId);
            story.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Where a story is on its way: draft → in review → scheduled → published → withdrawn.</summary>
public enum StoryState
{
    Draft,
    InReview,
    Scheduled,
    Published,
    Withdrawn,
}
