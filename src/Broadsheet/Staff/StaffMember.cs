using Broadsheet.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Staff;

/// <summary>An account of the newsroom. Identity keeps password, second factor, passkeys and lockout; we keep name and role.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    /// <summary>As in bylines and notes; the address until the person says otherwise.</summary>
    public required string Name { get; set; }

    public required Role Role { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>An account that was closed keeps its row for the audit log.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StaffMember>
    {
        public void Configure(EntityTypeBuilder<StaffMember> member)
        {
            member.ToTable("staff");
            member.Property(m => m.Name).HasMaxLength(200);
            member.Property(m => m.UserName).HasMaxLength(256);
            member.Property(m => m.NormalizedUserName).HasMaxLength(256);
            member.Property(m => m.Email).HasMaxLength(256);
            member.Property(m => m.NormalizedEmail).HasMaxLength(256);
            member.Property(m => m.PhoneNumber).HasMaxLength(256);
            member.Property(m => m.ConcurrencyStamp).IsConcurrencyToken();
            member.HasIndex(m => m.NormalizedUserName).IsUnique();
            member.HasIndex(m => m.NormalizedEmail).IsUnique();
        }
    }
}

public static class StaffTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();
    }
}
