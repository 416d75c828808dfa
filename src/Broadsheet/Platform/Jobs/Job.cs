using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Platform.Jobs;

/// <summary>Long work in the background, with progress that staff can see; it survives a restart.</summary>
public sealed class Job : IDueRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Verb and noun, which chooses the <see cref="IWork"/>: <c>makeRenditions</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about, mostly an id.</summary>
    public required string Subject { get; init; }

    public JobState State { get; set; } = JobState.Queued;

    /// <summary>Steps done of <see cref="Total"/>.</summary>
    public int Done { get; set; }

    /// <summary>Steps in all; 0 while unknown.</summary>
    public int Total { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public string? Error { get; set; }

    /// <summary>A job due at once.</summary>
    public static Job For(string kind, string subject, DateTimeOffset now) =>
        new() { Kind = kind, Subject = subject, CreatedAt = now, DueAt = now };

    internal sealed class Configuration : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> job)
        {
            job.ToTable("jobs");
            job.Property(j => j.Kind).HasMaxLength(100);
            job.Property(j => j.Subject).HasMaxLength(200);
            job.Property(j => j.Error).HasMaxLength(2000);
            job.HasIndex(j => new { j.State, j.DueAt });
            job.HasIndex(j => new { j.Kind, j.Subject });
        }
    }
}

/// <summary>A job is queued, runs (perhaps again after a node died), and ends done or failed.</summary>
public enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
}

public static class JobTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();
    }
}
