using System.Globalization;

namespace Broadsheet.Outlets.Sitemaps;

/// <summary>A file of a sitemap: the stories first published in a month (UTC), or a part of them where they are many.</summary>
/// <param name="Part">From 1.</param>
public sealed record SitemapFile(DateTimeOffset From, int Part)
{
    private const int MostParts = 10_000;

    /// <summary>When the next month begins.</summary>
    public DateTimeOffset Until => From.AddMonths(1);

    /// <summary><c>2026-11</c>, <c>2026-11-2</c>.</summary>
    public string Name => From.ToString("yyyy-MM", CultureInfo.InvariantCulture) + (Part == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{Part}"));

    /// <summary>The first file of the month of a moment.</summary>
    public static SitemapFile Of(DateTimeOffset at) => new(new DateTimeOffset(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero), 1);

    /// <summary>Reads a name; null where it is none, or not the only name of its file.</summary>
    public static SitemapFile? Read(string name)
    {
        var parts = name.Split('-');
        return parts.Length is 2 or 3
            && DateTimeOffset.TryParseExact(string.Join('-', parts.Take(2)), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var month)
            && month.Year is >= 1970 and < 9999
            && int.TryParse(parts.ElementAtOrDefault(2) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            && part is > 0 and <= MostParts
            && new SitemapFile(month, part) is var file && file.Name == name ? file : null;
    }

    public SitemapFile With(int part) => this with { Part = part };
}
