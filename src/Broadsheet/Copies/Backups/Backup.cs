using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Copies.Backups;

/// <summary>A backup that was made of this site. It is no part of backups itself: a restored site has none of its own yet.</summary>
public sealed class Backup
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The moment that the rows in it are of.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The size of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Originals that could not be read as they were kept.</summary>
    public required int Missing { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Backup>
    {
        public void Configure(EntityTypeBuilder<Backup> backup)
        {
            backup.ToTable("backups");
            backup.HasIndex(b => b.At);
        }
    }
}

/// <summary>That this site was made from a backup. Mail is paused since then: nobody gets a second time what the first site has sent.</summary>
public sealed class Restore
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    /// <summary>The moment that the backup was of.</summary>
    public required DateTimeOffset BackupAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Restore>
    {
        public void Configure(EntityTypeBuilder<Restore> restore) => restore.ToTable("restores");
    }
}

public static class BackupTables
{
    extension(BroadsheetDb db)
    {
        public DbSet<Backup> Backups => db.Set<Backup>();

        public DbSet<Restore> Restores => db.Set<Restore>();
    }
}
