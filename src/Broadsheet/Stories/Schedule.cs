using Broadsheet.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>
/// A story's hour: the working copy as it is then goes out. A due row: it is claimed by a conditional update in the transaction that publishes.
/// </summary>
public sealed class Schedule : IDueRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid StoryId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? Note { get; init; }

    public string? Reasons { get; init; }

    /// <summary>When it was published, taken back, or failed; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why the story could not go out at its hour.</summary>
    public string? Failure { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Schedule>
    {
        public void Configure(EntityTypeBuilder<Schedule> schedule)
        {
            schedule.ToTable("schedules");
            schedule.Property(s => s.By).HasMaxLength(200);
            schedule.Property(s => s.Note).HasMaxLength(StoryLimits.Note);
            schedule.Property(s => s.Failure).HasMaxLength(2000);
            schedule.HasIndex(s => new { s.EndedAt, s.At });
            schedule.HasIndex(s => s.StoryId).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ix_schedules_waiting");
            schedule.HasOne<Story>().WithMany().HasForeignKey(s => s.StoryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
