using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>A published version that a court or a person's right keeps from readers; the public reason stands in its place, in the history too.</summary>
public sealed class Withholding
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PublicationId { get; init; }

    public required WithholdingGround Ground { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public DateTimeOffset? LiftedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Withholding>
    {
        public void Configure(EntityTypeBuilder<Withholding> withholding)
        {
            withholding.ToTable("withholdings");
            withholding.Property(w => w.Reason).HasMaxLength(StoryLimits.Note);
            withholding.Property(w => w.By).HasMaxLength(200);
            withholding.HasIndex(w => w.PublicationId);
            withholding.HasOne<Publication>().WithMany().HasForeignKey(w => w.PublicationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Why a version is withheld: a court’s order, or a person’s right.</summary>
public enum WithholdingGround
{
    Court,
    PersonalRight,
}
