using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>A story taken back, with the reason that stands at its address (410).</summary>
public sealed class Withdrawal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid StoryId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>When the story was published again.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Withdrawal>
    {
        public void Configure(EntityTypeBuilder<Withdrawal> withdrawal)
        {
            withdrawal.ToTable("withdrawals");
            withdrawal.Property(w => w.Reason).HasMaxLength(StoryLimits.Note);
            withdrawal.Property(w => w.By).HasMaxLength(200);
            withdrawal.HasIndex(w => w.StoryId);
            withdrawal.HasOne<Story>().WithMany().HasForeignKey(w => w.StoryId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
