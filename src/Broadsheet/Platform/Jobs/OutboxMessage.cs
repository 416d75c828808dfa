using System.Text.Json;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Platform.Jobs;

/// <summary>
/// A side effect of a commit, written in the same transaction and handed on at least once by <see cref="Outbox"/>. Handlers are idempotent.
/// </summary>
public sealed class OutboxMessage : IDueRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The message type's name, which chooses the handlers: <c>StoryPublished</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Not before this instant; moved on after each failure.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Held by a node until this instant.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What the last attempt failed with.</summary>
    public string? Error { get; set; }

    /// <summary>A message of type <typeparamref name="T"/>, due at once.</summary>
    public static OutboxMessage Of<T>(T message, DateTimeOffset now) =>
        new() { Kind = typeof(T).Name, Payload = JsonSerializer.Serialize(message), At = now, DueAt = now };

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> message)
        {
            message.ToTable("outbox");
            message.Property(m => m.Kind).HasMaxLength(100);
            message.Property(m => m.Error).HasMaxLength(2000);
            message.HasIndex(m => new { m.DoneAt, m.DueAt });
        }
    }
}

public static class OutboxTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();
    }
}
