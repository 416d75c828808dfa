using System.Globalization;
using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Reads text out of JSON. System.Text.Json takes strings as JSON that it can't give as text: halves of characters (<c>"\ud800"</c>), bytes that aren't UTF-8.</summary>
internal static class Texts
{
    /// <summary>The text, or why it can't be taken.</summary>
    public static string? Refusal(JsonElement json, int longest, out string text)
    {
        text = "";
        if (Find(json) is not { } found)
        {
            return "The text holds half a character (a lone surrogate) or bytes that aren’t UTF-8.";
        }

        if (!Characters.AreFit(found))
        {
            return "The text holds a control character.";
        }

        if (found.Length > longest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The text has more than {longest} characters.");
        }

        text = found;
        return null;
    }

    /// <summary>The text, or null where it isn't whole.</summary>
    public static string? Find(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string? FindName(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool Is(JsonElement json, ReadOnlySpan<byte> utf8)
    {
        try
        {
            return json.ValueEquals(utf8);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public static bool Is(JsonElement json, string text) => string.Equals(Find(json), text, StringComparison.Ordinal);

    public static bool IsNamed(JsonProperty property, ReadOnlySpan<byte> utf8)
    {
        try
        {
            return property.NameEquals(utf8);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
