using System.Text.Json;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Staff;

/// <summary>One act of staff, with what was before and after. Only ever added to.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>Noun and past participle: <c>story.published</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What kind of thing it was done to: <c>story</c>.</summary>
    public required string SubjectKind { get; init; }

    public required string Subject { get; init; }

    /// <summary>What was, as JSON; null where there was nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What is now, as JSON; null where nothing is left.</summary>
    public string? After { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entry)
        {
            entry.ToTable("audit");
            entry.Property(e => e.Actor).HasMaxLength(200);
            entry.Property(e => e.Act).HasMaxLength(100);
            entry.Property(e => e.SubjectKind).HasMaxLength(50);
            entry.Property(e => e.Subject).HasMaxLength(200);
            entry.HasIndex(e => new { e.SubjectKind, e.Subject });
            entry.HasIndex(e => new { e.Actor, e.Id });
        }
    }
}

public static class AuditTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<AuditEntry> Audit => db.Set<AuditEntry>();

        /// <summary>Writes an act down, in the transaction of the act itself.</summary>
        /// <param name="act"><c>story.published</c>: the part before the dot is the subject's kind.</param>
        public void Record(Actor actor, string act, string subject, DateTimeOffset at, object? before = null, object? after = null) =>
            db.Audit.Add(new AuditEntry
            {
                At = at,
                Actor = actor.Name,
                Act = act,
                SubjectKind = act.Split('.')[0],
                Subject = subject,
                Before = before is null ? null : JsonSerializer.Serialize(before, AuditJson),
                After = after is null ? null : JsonSerializer.Serialize(after, AuditJson),
            });
    }

    private static readonly JsonSerializerOptions AuditJson = new(JsonSerializerDefaults.Web);
}
