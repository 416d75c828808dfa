using System.Buffers;
using System.Text;
using HandlebarsDotNet;

namespace Broadsheet.Outlets.Themes.Rendering;

/// <summary>Escapes text for HTML, in elements and in quoted attributes; whole runs at a time, and letters of any script stay letters.</summary>
internal sealed class HtmlText : ITextEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public void Encode(string? text, TextWriter target) => Encode(text.AsSpan(), target);

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() is true)
        {
            Encode([text.Current], target);
        }
    }

    private static void Encode(ReadOnlySpan<char> text, TextWriter target)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            target.Write(text[..at]);
            target.Write(Escaped(text[at]));
            text = text[(at + 1)..];
        }

        target.Write(text);
    }

    private static string Escaped(char special) => special switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "&#39;",
    };
}
