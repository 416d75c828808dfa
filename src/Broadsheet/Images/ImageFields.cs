using System.Globalization;
using Broadsheet.Platform.Web;

namespace Broadsheet.Images;

/// <summary>Reads the fields of an image as they are sent, in a form or as JSON.</summary>
internal static class ImageFields
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>A day, or the day of an instant as it is written.</summary>
    public static DateOnly? TakenAt(this Faults faults, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text.Trim(), Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return DateOnly.FromDateTime(at.DateTime);
        }

        faults.Add("takenAt", "takenAt must be a date such as 2026-05-31.");
        return null;
    }

    /// <summary>An instant; a day alone means its beginning in UTC.</summary>
    public static DateTimeOffset? ExpiresAt(this Faults faults, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text.Trim(), Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
        {
            return new DateTimeOffset(at.Ticks - at.Ticks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        }

        faults.Add("expiresAt", "expiresAt must be a time such as 2026-12-31T23:00:00Z.");
        return null;
    }

    /// <summary>A part of the width or height, as text.</summary>
    public static double? Focal(this Faults faults, string place, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return faults.Focal(place, double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var part) ? part : double.NaN);
    }

    /// <summary>A part of the width or height.</summary>
    public static double? Focal(this Faults faults, string place, double? part)
    {
        if (part is null or (>= 0 and <= 1))
        {
            return part;
        }

        faults.Add(place, $"{place} must be a number from 0 to 1.");
        return null;
    }
}
