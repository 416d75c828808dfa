using System.Globalization;
using Broadsheet.Stories.Body.Json;

namespace Broadsheet.Stories.Body.Imports;

/// <summary>Makes what stood in an original fit for an attribute.</summary>
internal sealed class Labels(Losses losses)
{
    /// <summary>The text without what no outlet can carry; null where nothing is left. What is too long is cut and named.</summary>
    public string? Of(string? text, int longest, string name)
    {
        var tidy = Characters.Tidy(text ?? "").Trim();
        if (tidy.Length > longest)
        {
            losses.Add(string.Create(CultureInfo.InvariantCulture, $"the end of a {name} of more than {longest} characters"));
            tidy = tidy[..(char.IsHighSurrogate(tidy[longest - 1]) ? longest - 1 : longest)];
        }

        return tidy.Length is 0 ? null : tidy;
    }

    public string? Caption(string? text) => Of(text, BodyLimits.Caption, "caption");

    public string? Credit(string? text) => Of(text, BodyLimits.Label, "credit");

    public string? Title(string? text) => Of(text, BodyLimits.Label, "title");

    /// <summary>A link's address as browsers read it: blanks cut and encoded, <c>//host</c> made whole; null where it may not stand in a story, which is named.</summary>
    public string? Href(string sent)
    {
        var href = Address(sent);
        if (Links.Allows(href))
        {
            return href;
        }

        losses.Add($"link to {sent}");
        return null;
    }

    public static Uri? Embed(string sent) => Links.Embeddable(Address(sent));

    private static string Address(string sent)
    {
        var tidy = string.Concat(Characters.Tidy(sent).Trim().Select(c => c switch
        {
            '\t' or '\n' => "",
            ' ' => "%20",
            '\\' => "%5C",
            _ when char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Uri.EscapeDataString(c.ToString()),
            _ => c.ToString(),
        }));
        return tidy.StartsWith("//", StringComparison.Ordinal) ? "https:" + tidy : tidy;
    }
}
