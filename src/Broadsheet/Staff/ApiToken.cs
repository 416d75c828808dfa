using System.Security.Cryptography;
using System.Text;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Staff;

/// <summary>A program's way in. Only the hash is kept; the token itself is shown once.</summary>
public sealed class ApiToken
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>SHA-256 of the token; its 256 random bits need no slower hash.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To the hour, so that a busy token doesn't write at every call.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public Actor Actor => new($"token:{Name}", Role);

    /// <summary>A fresh token and the row that knows it.</summary>
    public static (string Token, ApiToken Row) Make(string name, Role role, DateTimeOffset now)
    {
        var token = "bs_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (token, new ApiToken { Name = name, Role = role, Hash = HashOf(token), CreatedAt = now });
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    internal sealed class Configuration : IEntityTypeConfiguration<ApiToken>
    {
        public void Configure(EntityTypeBuilder<ApiToken> token)
        {
            token.ToTable("api_tokens");
            token.Property(t => t.Name).HasMaxLength(100);
            token.Ignore(t => t.Actor);
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasIndex(t => t.Name);
        }
    }
}

public static class ApiTokenTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<ApiToken> ApiTokens => db.Set<ApiToken>();
    }
}
