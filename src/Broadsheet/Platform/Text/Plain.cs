using System.Buffers;
using System.Text;

namespace Broadsheet.Platform.Text;

/// <summary>Text as people type it into fields.</summary>
public static class Plain
{
    /// <summary>One line: spaces and line ends collapsed, ends trimmed, composed (NFC).</summary>
    public static string Line(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What two names share when they mean the same: composed, lower case, spaces collapsed.</summary>
    public static string Key(string name) => Line(name).ToLowerInvariant();

    /// <summary>Whether databases, XML and people can all hold the text: no control characters but tab and line end, no half of a surrogate pair, no noncharacters U+FFFE and U+FFFF.</summary>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) is not OperationStatus.Done)
            {
                return false;
            }

            if ((Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r')) || rune.Value is 0xFFFE or 0xFFFF)
            {
                return false;
            }

            text = text[used..];
        }

        return true;
    }
}
