using System.Globalization;

namespace Broadsheet.Images.Metadata;

/// <summary>The day in a date of EXIF (<c>2026:03:01 14:05:00</c>), IPTC (<c>20260301</c>) or XMP (<c>2026-03-01T14:05:00+02:00</c>): the one where the picture was taken.</summary>
internal static class EmbeddedDate
{
    public static DateOnly? Of(string? text)
    {
        var day = (text ?? "").Trim();
        day = day.Length > 10 ? day[..10] : day;
        return DateOnly.TryParseExact(day, ["yyyy:MM:dd", "yyyyMMdd", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year > 1800 ? date : null;
    }
}
