using System.Security.Cryptography;
using System.Text;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Images;

/// <summary>A picture of the library. Its original is kept byte by byte and never served; readers get renditions.</summary>
public sealed class Image : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Stands in the addresses of the renditions and can't be guessed. A new one is made with every change that changes the renditions, since addresses are cached for ever.</summary>
    public required string Key { get; set; }

    /// <summary>Where the original is in the media store.</summary>
    public required string Original { get; init; }

    public required ImageKind Kind { get; init; }

    /// <summary>The size of the original.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the original.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Pixels, the right way up.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels, the right way up.</summary>
    public required int Height { get; init; }

    /// <summary>The original moves; renditions show its first frame.</summary>
    public required bool IsAnimated { get; init; }

    /// <summary>What it shows, for those who don't see it.</summary>
    public string? Alt { get; set; }

    public string? Caption { get; set; }

    /// <summary>Who made it, as printed. Nothing is published with a picture that has none.</summary>
    public string? Credit { get; set; }

    public string? Source { get; set; }

    public string? Creator { get; set; }

    public string? Copyright { get; set; }

    /// <summary>The day it was taken, where it was taken.</summary>
    public DateOnly? TakenAt { get; set; }

    /// <summary>What it may be used for.</summary>
    public string? Licence { get; set; }

    /// <summary>When the licence ends: from this instant on it is shown nowhere.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When its renditions were removed because the licence had ended; null while it may be shown.</summary>
    public DateTimeOffset? ExpiredAt { get; set; }

    /// <summary>What crops keep, from 0 at the left to 1 at the right.</summary>
    public double FocalX { get; set; } = 0.5;

    /// <summary>What crops keep, from 0 at the top to 1 at the bottom.</summary>
    public double FocalY { get; set; } = 0.5;

    /// <summary>What a search of the library looks into, in lower case; see <see cref="Index"/>.</summary>
    public string Words { get; private set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int Version { get; set; }

    /// <summary>A fresh key: 128 random bits.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The picture as pages show it.</summary>
    public Picture Picture => new(Id, Alt ?? "", Caption, Credit, TakenAt, Width, Height, Key);

    /// <summary>What an editor knows it by: the beginning of its caption or alternative text, or its id.</summary>
    public string Name => (Caption ?? Alt) is { } text ? $"“{(text.Length > 60 ? text[..59].TrimEnd() + "…" : text)}”" : Id.ToString();

    /// <summary>Makes what is said of it findable; to be called when that has changed. Databases don't agree on what lower case is, so it is made here.</summary>
    public void Index() => Words = string.Join('\n', new[] { Alt, Caption, Credit, Source, Creator }.OfType<string>()).Normalize(NormalizationForm.FormC).ToLowerInvariant();

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    internal sealed class Configuration : IEntityTypeConfiguration<Image>
    {
        public void Configure(EntityTypeBuilder<Image> image)
        {
            image.ToTable("images");
            image.Property(i => i.Key).HasMaxLength(32);
            image.Property(i => i.Original).HasMaxLength(100);
            image.Property(i => i.Alt).HasMaxLength(ImageLimits.Alt);
            image.Property(i => i.Caption).HasMaxLength(ImageLimits.Caption);
            image.Property(i => i.Credit).HasMaxLength(ImageLimits.Line);
            image.Property(i => i.Source).HasMaxLength(ImageLimits.Line);
            image.Property(i => i.Creator).HasMaxLength(ImageLimits.Line);
            image.Property(i => i.Copyright).HasMaxLength(ImageLimits.Line);
            image.Property(i => i.Licence).HasMaxLength(ImageLimits.Licence);
            image.Property(i => i.CreatedBy).HasMaxLength(200);
            image.Ignore(i => i.Picture);
            image.Ignore(i => i.Name);
            image.Property(i => i.Version).IsConcurrencyToken();
            image.HasIndex(i => new { i.ExpiredAt, i.ExpiresAt });
        }
    }
}

public static class ImageTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<Image> Images => db.Set<Image>();
    }
}
