using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>A story's words at one save; never changed afterwards. A publication points at one.</summary>
public sealed class Revision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid StoryId { get; init; }

    /// <summary>1 for the first save.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public required string SavedBy { get; init; }

    public string Headline { get; init; } = "";

    public string Standfirst { get; init; } = "";

    public Guid? SectionId { get; init; }

    /// <summary>The address asked for; null lets the headline make it.</summary>
    public string? Slug { get; init; }

    /// <summary>Bylines, in order.</summary>
    public IReadOnlyList<Guid> AuthorIds { get; init; } = [];

    public IReadOnlyList<Guid> TopicIds { get; init; } = [];

    public Access Access { get; init; } = Access.Public;

    public Guid? LeadImageId { get; init; }

    public string? Dateline { get; init; }

    /// <summary>BCP 47; null means the section's, or else the paper's language.</summary>
    public string? Language { get; init; }

    public Guid? TranslationOfId { get; init; }

    public bool NoAppeals { get; init; }

    public string? SeoTitle { get; init; }

    public string? SeoDescription { get; init; }

    /// <summary>The document as canonical JSON.</summary>
    public string Body { get; init; } = """{"type":"doc","content":[]}""";

    internal sealed class Configuration : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> revision)
        {
            revision.ToTable("revisions");
            revision.Property(r => r.SavedBy).HasMaxLength(200);
            revision.Property(r => r.Headline).HasMaxLength(StoryLimits.Headline);
            revision.Property(r => r.Standfirst).HasMaxLength(StoryLimits.Standfirst);
            revision.Property(r => r.Slug).HasMaxLength(200);
            revision.Property(r => r.Access).HasConversion(a => a.ToString(), text => Access.Parse(text)!).HasMaxLength(120);
            revision.Property(r => r.Dateline).HasMaxLength(StoryLimits.Dateline);
            revision.Property(r => r.Language).HasMaxLength(35);
            revision.Property(r => r.SeoTitle).HasMaxLength(StoryLimits.SeoTitle);
            revision.Property(r => r.SeoDescription).HasMaxLength(StoryLimits.SeoDescription);
            revision.PrimitiveCollection(r => r.AuthorIds);
            revision.PrimitiveCollection(r => r.TopicIds);
            revision.HasIndex(r => new { r.StoryId, r.Number }).IsUnique();
            revision.HasOne<Story>().WithMany().HasForeignKey(r => r.StoryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>The longest that a story's fields may be, in UTF-16 code units.</summary>
public static class StoryLimits
{
    public const int Headline = 300;
    public const int Standfirst = 1000;
    public const int Dateline = 100;
    public const int SeoTitle = 200;
    public const int SeoDescription = 500;
    public const int Note = 2000;
    public const int Authors = 20;
    public const int Topics = 20;
    public const int Name = 100;
}
