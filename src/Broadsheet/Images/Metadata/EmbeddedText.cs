using System.Text;
using Broadsheet.Platform.Text;

namespace Broadsheet.Images.Metadata;

/// <summary>Text out of files, in whatever encoding and state: made into what a field takes, or dropped.</summary>
internal static class EmbeddedText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    /// <summary>UTF-8 where it is that, otherwise Windows-1252, which no bytes are invalid in.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }

    public static string? Line(string? text) => Of(text, ImageLimits.Line) is { } kept ? Plain.Line(kept) : null;

    /// <summary>The text without what is none, cut to a length; null where nothing is left.</summary>
    public static string? Of(string? text, int most)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > most)
            {
                break;
            }

            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF)))
            {
                kept.Append(rune);
            }
        }

        var trimmed = kept.ToString().Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }
}
