using System.Globalization;
using Broadsheet.Platform.Text;

namespace Broadsheet.Platform.Web;

/// <summary>Checks text fields the same way everywhere; what is wrong is added to the faults, and a harmless value is given back.</summary>
public static class TextFields
{
    /// <summary>A field of one line, without ends and doubled spaces.</summary>
    /// <param name="most">The longest it may be, in UTF-16 code units.</param>
    public static string Line(this Faults faults, string place, string? value, int most, bool required = false)
    {
        if (!Clean(faults, place, value ?? ""))
        {
            return "";
        }

        var line = Plain.Line(value ?? "");
        if (required && line.Length == 0)
        {
            faults.Add(place, $"{place} is missing.");
        }

        return Within(faults, place, line, most);
    }

    /// <summary>A field of one line that may be left empty: null then.</summary>
    public static string? OptionalLine(this Faults faults, string place, string? value, int most) =>
        faults.Line(place, value, most) is { Length: > 0 } line ? line : null;

    /// <summary>A field of several lines.</summary>
    public static string Text(this Faults faults, string place, string? value, int most, bool required = false)
    {
        if (!Clean(faults, place, value ?? ""))
        {
            return "";
        }

        var text = (value ?? "").ReplaceLineEndings("\n").Trim();
        if (required && text.Length == 0)
        {
            faults.Add(place, $"{place} is missing.");
        }

        return Within(faults, place, text, most);
    }

    /// <summary>A field of several lines that may be left empty: null then.</summary>
    public static string? OptionalText(this Faults faults, string place, string? value, int most) =>
        faults.Text(place, value, most) is { Length: > 0 } text ? text : null;

    /// <summary>A language tag (BCP 47) that .NET knows the shape of; null when none was given.</summary>
    public static string? Language(this Faults faults, string place, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (value.Length <= 35 && IsLanguageTag(value))
        {
            return CultureInfo.GetCultureInfo(value).Name;
        }

        faults.Add(place, $"{place} must be a language tag such as en, de or ar.");
        return null;
    }

    private static bool IsLanguageTag(string value)
    {
        if (!value.Split('-').All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) || !value.Split('-')[0].All(char.IsAsciiLetter) || value.Split('-')[0].Length is < 2 or > 3)
        {
            return false;
        }

        try
        {
            return !CultureInfo.GetCultureInfo(value).EnglishName.StartsWith("Unknown Language", StringComparison.Ordinal);
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static bool Clean(Faults faults, string place, string value)
    {
        if (Plain.IsClean(value))
        {
            return true;
        }

        faults.Add(place, $"{place} holds a character that is no text (a control character or half of one).");
        return false;
    }

    private static string Within(Faults faults, string place, string value, int most)
    {
        if (value.Length <= most)
        {
            return value;
        }

        faults.Add(place, string.Create(CultureInfo.InvariantCulture, $"{place} has {value.Length:N0} characters; {most:N0} is the most."));
        return value[..most];
    }
}
