using System.Globalization;
using Broadsheet.Api.Json;
using Broadsheet.Platform.Web;

namespace Broadsheet.Images;

/// <summary>Reads the fields of an image as they are sent, in a form or as JSON.</summary>
internal static class ImageFields
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>A day, or the day of an instant as it is written.</summary>
    public static DateOnly? TakenAt(this Faults faults, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var day = Times.Parse(text.Trim()) is null ? text.Trim() : text.Trim()[..Day.Length];
        if (DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
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

        if (Times.Parse(text.Trim()) is { } instant)
        {
            return instant;
        }

        if (DateOnly.TryParseExact(text.Trim(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        }

        faults.Add("expiresAt", "expiresAt must be a time with its offset such as 2026-12-31T23:00:00Z, or a date such as 2026-12-31.");
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
