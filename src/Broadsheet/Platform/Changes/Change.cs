using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Platform.Changes;

/// <summary>
/// What one commit changed of what readers see. Numbers are taken under a lock that is held to the commit, so numbers and commits have one order,
/// and whoever has read up to a number has missed nothing before it.
/// </summary>
public sealed class Change
{
    /// <summary>Rising; never given twice.</summary>
    public long Number { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>What was changed, with spaces between: <c>story:… section:… front</c>.</summary>
    public required string Tags { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Change>
    {
        public void Configure(EntityTypeBuilder<Change> change)
        {
            change.ToTable("changes");
            change.HasKey(c => c.Number);
            change.Property(c => c.Number).ValueGeneratedOnAdd();
            change.HasIndex(c => c.At);
        }
    }
}

/// <summary>How a page that shows what was changed is to be treated.</summary>
public enum ChangeKind
{
    /// <summary>Something newer is there; the old bytes may be shown until the new ones are made, or while they can't be.</summary>
    Refresh,

    /// <summary>What was shown must not be shown any more: withdrawn, withheld, expired, or for fewer readers than before.</summary>
    Revoke,
}

public static class ChangeTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<Change> Changes => db.Set<Change>();

        /// <summary>Says that this transaction changes what readers see of these tags.</summary>
        /// <exception cref="InvalidOperationException">No transaction is open.</exception>
        public void Refresh(params ReadOnlySpan<string> tags) => db.Announced.Add(db, ChangeKind.Refresh, tags);

        /// <summary>Says that after this transaction nothing may be shown that was made before it from these tags.</summary>
        /// <exception cref="InvalidOperationException">No transaction is open.</exception>
        public void Revoke(params ReadOnlySpan<string> tags) => db.Announced.Add(db, ChangeKind.Revoke, tags);
    }
}
