using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Paper;

/// <summary>The paper itself: one row.</summary>
public sealed class PaperSettings : IVersioned
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Name { get; set; }

    /// <summary>The line under the name.</summary>
    public string? Tagline { get; set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; set; }

    /// <summary>IANA name, such as <c>Europe/Copenhagen</c>.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The theme chosen by editors; configuration may force another.</summary>
    public string Theme { get; set; } = "default";

    /// <summary>The records of ads.txt; null says that nobody sells this paper's advertising but the paper itself.</summary>
    public string? AdsTxt { get; set; }

    /// <summary>What security.txt says besides Expires and Canonical; null leads to the page about the paper.</summary>
    public string? SecurityTxt { get; set; }

    /// <summary>Made by <c>broadsheet demo</c>: every page says so.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Counts every change to what stands around all pages: the paper, sections, tiers.</summary>
    public int FrameNumber { get; set; }

    /// <summary>What is left out for the sake of the machines.</summary>
    public LoadLevel Load { get; set; } = LoadLevel.Normal;

    public int Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<PaperSettings>
    {
        public void Configure(EntityTypeBuilder<PaperSettings> paper)
        {
            paper.ToTable("paper");
            paper.Property(p => p.Id).ValueGeneratedNever();
            paper.Property(p => p.Name).HasMaxLength(200);
            paper.Property(p => p.Tagline).HasMaxLength(300);
            paper.Property(p => p.Language).HasMaxLength(35);
            paper.Property(p => p.TimeZone).HasMaxLength(100);
            paper.Property(p => p.Theme).HasMaxLength(100);
            paper.Property(p => p.AdsTxt).HasMaxLength(PublicTexts.LongestAds);
            paper.Property(p => p.SecurityTxt).HasMaxLength(PublicTexts.LongestSecurity);
            paper.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}
