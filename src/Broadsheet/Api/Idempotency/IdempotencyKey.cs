using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Api.Idempotency;

/// <summary>A POST that was answered: its key, and the answer that is given again. It is written in the transaction of what the POST did.</summary>
public sealed class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>“true” on an answer that was given before.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public required Guid TokenId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of what was sent, to tell a repetition from another request under the same key.</summary>
    public required byte[] RequestHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Status { get; init; }

    /// <summary>The headers that the route set, as JSON.</summary>
    public string Headers { get; init; } = "{}";

    public byte[] Body { get; init; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<IdempotencyKey>
    {
        public void Configure(EntityTypeBuilder<IdempotencyKey> key)
        {
            key.ToTable("idempotency_keys");
            key.HasKey(k => new { k.TokenId, k.Key });
            key.Property(k => k.Key).HasMaxLength(255);
            key.HasIndex(k => k.CreatedAt);
        }
    }
}

public static class IdempotencyKeyTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<IdempotencyKey> IdempotencyKeys => db.Set<IdempotencyKey>();
    }
}
