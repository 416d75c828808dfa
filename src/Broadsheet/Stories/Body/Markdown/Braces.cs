using System.Buffers;
using System.Text;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Attributes in braces: <c>{size=wide credit="P. Okell"}</c>. In quotes a backslash stands before a quote or a backslash.</summary>
internal sealed record Braces(IReadOnlyDictionary<string, string> Values, int Length)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t}\"\r\n");

    public static Braces None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), 0);

    /// <summary>The attributes that <paramref name="text"/> begins with; null where it doesn't begin with braces that close on the line.</summary>
    public static Braces? Find(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not '{')
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 1;
        while (true)
        {
            at += Blanks(text[at..]);
            if (at < text.Length && text[at] is '}')
            {
                return new Braces(values, at + 1);
            }

            var name = Name(text[at..]);
            at += name + 1;
            if (name is 0 || at > text.Length || text[at - 1] is not '=' || Value(text[at..], out var length) is not { } value)
            {
                return null;
            }

            values[text[(at - 1 - name)..(at - 1)].ToString()] = value;
            at += length;
        }
    }

    public string? Find(string name) => Values.GetValueOrDefault(name);

    public void NameUnknown(Losses losses, params IReadOnlyList<string> known)
    {
        foreach (var name in Values.Keys.Except(known, StringComparer.Ordinal))
        {
            losses.Add($"attribute {{{name}=…}}");
        }
    }

    /// <summary>The attributes that have a value, in braces; nothing where none has.</summary>
    public static string Write(IEnumerable<(string Name, string? Value)> attributes)
    {
        var written = attributes.Where(a => a.Value is not null).Select(a => $"{a.Name}={Written(a.Value!)}").ToArray();
        return written.Length is 0 ? "" : $"{{{string.Join(' ', written)}}}";
    }

    private static string Written(string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':')
        ? value
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\n', ' ')}\"";

    private static int Blanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart(" \t").Length;

    private static int Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return length;
    }

    private static string? Value(ReadOnlySpan<char> text, out int length)
    {
        if (text.StartsWith('"'))
        {
            return InQuotes(text, out length);
        }

        length = text.IndexOfAny(Ends);
        return length > 0 ? text[..length].ToString() : null;
    }

    private static string? InQuotes(ReadOnlySpan<char> text, out int length)
    {
        var value = new StringBuilder();
        for (length = 1; length < text.Length && text[length] is not ('\r' or '\n'); length++)
        {
            if (text[length] is '"')
            {
                length++;
                return value.ToString();
            }

            if (text[length] is '\\' && length + 1 < text.Length && text[length + 1] is '"' or '\\')
            {
                length++;
            }

            value.Append(text[length]);
        }

        return null;
    }
}
