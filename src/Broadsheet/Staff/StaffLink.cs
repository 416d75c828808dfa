using System.Security.Cryptography;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Staff;

/// <summary>A one-time way in for a member of staff: first sign-in, or after a reset. Works once, for a day.</summary>
public sealed class StaffLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid StaffId { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>A fresh secret, and the row that knows it.</summary>
    public static (string Secret, StaffLink Row) Make(Guid staff, DateTimeOffset now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (secret, new StaffLink { StaffId = staff, Hash = ApiToken.HashOf(secret), CreatedAt = now, ExpiresAt = now + Lifetime });
    }

    internal sealed class Configuration : IEntityTypeConfiguration<StaffLink>
    {
        public void Configure(EntityTypeBuilder<StaffLink> link)
        {
            link.ToTable("staff_links");
            link.HasIndex(l => l.Hash).IsUnique();
            link.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.StaffId);
        }
    }
}

public static class StaffLinkTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<StaffLink> StaffLinks => db.Set<StaffLink>();
    }
}
