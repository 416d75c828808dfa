using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Broadsheet.Copies.Exports;

/// <summary>Writes JSON as the YAML of front matter: a key a line, lists with dashes, every text in double quotes, so that no word is taken for something else.</summary>
internal static class Yaml
{
    public static string Of(JsonObject fields)
    {
        var text = new StringBuilder();
        Write(text, fields, "", "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonObject fields, string first, string indent)
    {
        var lead = first;
        foreach (var (key, value) in fields)
        {
            text.Append(lead).Append(key).Append(':');
            Write(text, value, indent);
            lead = indent;
        }
    }

    private static void Write(StringBuilder text, JsonNode? value, string indent)
    {
        switch (value)
        {
            case JsonObject fields:
                text.Append('\n');
                Write(text, fields, indent + "  ", indent + "  ");
                break;
            case JsonArray list:
                text.Append('\n');
                foreach (var item in list)
                {
                    Item(text, item, indent);
                }

                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void Item(StringBuilder text, JsonNode? item, string indent)
    {
        if (item is JsonObject fields)
        {
            Write(text, fields, indent + "  - ", indent + "    ");
        }
        else
        {
            text.Append(indent).Append("  - ").Append(Scalar(item)).Append('\n');
        }
    }

    private static string Scalar(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String ? Quoted(value.GetValue<string>()) : value?.ToJsonString() ?? "null";

    private static string Quoted(string words)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in words.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' or '\\' => text.Append('\\').Append(rune),
                '\n' => text.Append("\\n"),
                // Characters that no eye sees, and those that some readers take for the end of a line.
                < 0x20 or (>= 0x7F and < 0xA0) or 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF => text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => text.Append(rune),
            };
        }

        return text.Append('"').ToString();
    }
}
