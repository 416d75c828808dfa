using System.Globalization;
using Broadsheet.Platform.Web;

namespace Broadsheet.Paper;

/// <summary>The paper's own ads.txt (IAB 1.1) and security.txt (RFC 9116), checked line by line, so that no program stumbles over them.</summary>
public static class PublicTexts
{
    public const int LongestAds = 100_000;
    public const int LongestSecurity = 4000;

    private static readonly string[] AdsVariables = ["CONTACT", "SUBDOMAIN", "OWNERDOMAIN", "MANAGERDOMAIN", "INVENTORYPARTNERDOMAIN"];
    private static readonly string[] SecurityFields = ["Acknowledgments", "Contact", "Encryption", "Hiring", "Policy", "Preferred-Languages"];

    /// <summary>The records of ads.txt; null where none are given.</summary>
    public static string? Ads(this Faults faults, string place, string? given)
    {
        var text = faults.OptionalText(place, given, LongestAds);
        Check(faults, place, text, AdsFault);
        return text;
    }

    /// <summary>The fields of security.txt that a newsroom writes; null where none are given.</summary>
    public static string? Security(this Faults faults, string place, string? given)
    {
        var text = faults.OptionalText(place, given, LongestSecurity);
        Check(faults, place, text, SecurityFault);
        var fields = (text ?? "").Split('\n').Select(line => line.Split(':')[0].Trim()).ToList();
        if (text is not null && !fields.Contains("Contact", StringComparer.OrdinalIgnoreCase))
        {
            faults.Add(place, $"{place} needs a line “Contact: mailto:…” or “Contact: https://…”.");
        }

        if (fields.Count(field => field.Equals("Preferred-Languages", StringComparison.OrdinalIgnoreCase)) > 1)
        {
            faults.Add(place, $"{place} has Preferred-Languages twice.");
        }

        return text;
    }

    private static void Check(Faults faults, string place, string? text, Func<string, string?> fault)
    {
        foreach (var (number, line) in (text ?? "").Split('\n').Index())
        {
            if (line.Trim() is { Length: > 0 } said && said[0] != '#' && fault(said) is { } wrong)
            {
                faults.Add(place, string.Create(CultureInfo.InvariantCulture, $"{place}, line {number + 1}: {wrong}"));
            }
        }
    }

    private static string? AdsFault(string line)
    {
        var record = line.Split('#')[0];
        if (record.Split('=', 2) is [var variable, var value] && !variable.Contains(',', StringComparison.Ordinal))
        {
            return !AdsVariables.Contains(variable.Trim(), StringComparer.OrdinalIgnoreCase) ? $"there is no variable “{variable.Trim()}”."
                : value.Trim().Length == 0 ? "the variable has no value."
                : null;
        }

        var fields = record.Split(';')[0].Split(',', StringSplitOptions.TrimEntries);
        return fields.Length is 3 or 4 && fields.All(field => field.Length > 0)
            && (fields[2].Equals("DIRECT", StringComparison.OrdinalIgnoreCase) || fields[2].Equals("RESELLER", StringComparison.OrdinalIgnoreCase))
            && Uri.CheckHostName(fields[0]) is UriHostNameType.Dns && fields[0].Contains('.', StringComparison.Ordinal)
            ? null : "a record is a domain, an account, DIRECT or RESELLER, and perhaps the domain's certification id, with commas between.";
    }

    private static string? SecurityFault(string line)
    {
        if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var field, { Length: > 0 } value])
        {
            return "a line is a field, a colon and a value.";
        }

        if (field.Equals("Expires", StringComparison.OrdinalIgnoreCase) || field.Equals("Canonical", StringComparison.OrdinalIgnoreCase))
        {
            return $"{field} is written by the program, so that it stays right.";
        }

        if (!SecurityFields.Contains(field, StringComparer.OrdinalIgnoreCase))
        {
            return $"there is no field “{field}”.";
        }

        return field.Equals("Preferred-Languages", StringComparison.OrdinalIgnoreCase)
            ? value.Split(',', StringSplitOptions.TrimEntries).All(tag => tag.Length > 0 && tag.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')) ? null : "languages are tags such as en, with commas between."
            : Uri.TryCreate(value, UriKind.Absolute, out var address) && IsTaken(field, address) ? null : $"{field} is an address that begins with https://{(IsContact(field) ? ", mailto: or tel:" : IsKey(field) ? ", dns: or openpgp4fpr:" : "")}.";
    }

    private static bool IsTaken(string field, Uri address) => address.Scheme switch
    {
        "https" => true,
        "mailto" or "tel" => IsContact(field),
        "dns" or "openpgp4fpr" => IsKey(field),
        _ => false,
    };

    private static bool IsContact(string field) => field.Equals("Contact", StringComparison.OrdinalIgnoreCase);

    private static bool IsKey(string field) => field.Equals("Encryption", StringComparison.OrdinalIgnoreCase);
}
