using System.Text;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Writes text so that Markdown takes none of it for markup; no more backslashes than that needs.</summary>
internal static class MarkdownEscapes
{
    /// <summary>Running text between two edges.</summary>
    public static string InText(string text, Edge before, Edge after)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var start = before is Edge.Line ? AtLineStart(text) : -1;
        var closing = after is Edge.Line ? text.AsSpan().TrimEnd("# ").Length : text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var needed = text[i] switch
            {
                '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '|' or '~' => true,
                '&' => IsReference(text, i),
                '!' => i == text.Length - 1 && after is Edge.Punctuation,
                '#' => i == start || i >= closing,
                _ => i == start,
            };
            escaped.Append(needed ? "\\" : "").Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>An address or a title, where <paramref name="special"/> needs a backslash.</summary>
    public static string In(string text, string special)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            escaped.Append(text[i] switch
            {
                '\n' => " ",
                '&' when IsReference(text, i) => "&amp;",
                var letter when special.Contains(letter, StringComparison.Ordinal) => $"\\{letter}",
                var letter => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>Where the character stands that would make the line a list, a heading, a quote, a rule or a box; -1 where none would.</summary>
    private static int AtLineStart(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return text[0] switch
        {
            '>' => 0,
            '#' or '=' or '+' or '-' or ':' when text.Length is 1 || !char.IsLetterOrDigit(text[1]) => 0,
            _ when digits is > 0 and < 10 && text[digits] is '.' or ')' => digits,
            _ => -1,
        };
    }

    private static bool IsReference(string text, int at) => text[at] is '&' && text.AsSpan(at, Math.Min(40, text.Length - at)).Contains(';');
}
