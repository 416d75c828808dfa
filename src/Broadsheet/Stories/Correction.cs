using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>What was wrong with a published story, said in public. It stands on the page, in the feeds and the markup, and on <c>/corrections</c>.</summary>
public sealed class Correction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid StoryId { get; init; }

    public required CorrectionKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The words that were wrong.</summary>
    public string? Wrong { get; init; }

    /// <summary>What they should have been.</summary>
    public string? Right { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Correction>
    {
        public void Configure(EntityTypeBuilder<Correction> correction)
        {
            correction.ToTable("corrections");
            correction.Property(c => c.Text).HasMaxLength(StoryLimits.Note);
            correction.Property(c => c.Wrong).HasMaxLength(StoryLimits.Note);
            correction.Property(c => c.Right).HasMaxLength(StoryLimits.Note);
            correction.Property(c => c.By).HasMaxLength(200);
            correction.HasIndex(c => new { c.StoryId, c.At });
            correction.HasIndex(c => c.At);
            correction.HasOne<Story>().WithMany().HasForeignKey(c => c.StoryId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What kind of correction it is: a mistake put right, something made clearer, something new, a word from the editors, or the whole taken back.</summary>
public enum CorrectionKind
{
    Correction,
    Clarification,
    Update,
    EditorsNote,
    Retraction,
}
