using System.Buffers;
using System.Text;

namespace Broadsheet.Platform.Text;

/// <summary>The characters that XML 1.0 and HTML let into a document (XML 1.0, section 2.2).</summary>
public static class XmlCharacters
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>The text without what XML forbids; half a surrogate pair becomes U+FFFD.</summary>
    public static ReadOnlySpan<char> Clean(ReadOnlySpan<char> text) => IsPlain(text) ? text : Rewrite(text);

    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.IndexOfAny(Controls) < 0 && text.IndexOfAnyInRange('\uD800', '\uFFFF') < 0;

    private static string Rewrite(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsAllowed(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static bool IsAllowed(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' => false,
        0xFFFE or 0xFFFF => false,
        _ => true,
    };
}
