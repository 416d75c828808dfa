using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>A version that readers saw: which revision, when, by whom, and what readers are told of the change.</summary>
public sealed class Publication
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid StoryId { get; init; }

    public required Guid RevisionId { get; init; }

    /// <summary>1 for the first version.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>The public note.</summary>
    public string? Note { get; init; }

    /// <summary>Why a soft check was passed over, by check, as JSON.</summary>
    public string? Reasons { get; init; }

    /// <summary>How many seconds after its hour a scheduled publication happened, where that was late.</summary>
    public int? SecondsLate { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Publication>
    {
        public void Configure(EntityTypeBuilder<Publication> publication)
        {
            publication.ToTable("publications");
            publication.Property(p => p.By).HasMaxLength(200);
            publication.Property(p => p.Note).HasMaxLength(StoryLimits.Note);
            publication.HasIndex(p => new { p.StoryId, p.Number }).IsUnique();
            publication.HasOne<Story>().WithMany().HasForeignKey(p => p.StoryId).OnDelete(DeleteBehavior.Restrict);
            publication.HasOne<Revision>().WithMany().HasForeignKey(p => p.RevisionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
