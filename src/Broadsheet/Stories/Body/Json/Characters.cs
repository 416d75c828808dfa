using System.Buffers;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Which characters text may hold: those that every outlet (HTML, XML feeds, mail) can carry. Text is kept as typed otherwise.</summary>
internal static class Characters
{
    private static readonly SearchValues<char> Unfit = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Except(['\t', '\n']).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    public static bool AreFit(string text) => !text.AsSpan().ContainsAny(Unfit);

    /// <summary>The text without what <see cref="AreFit"/> refuses and without lone surrogates; a carriage return becomes a line end.</summary>
    public static string Tidy(string text)
    {
        if (AreFit(text) && !text.Any(char.IsSurrogate))
        {
            return text;
        }

        var tidy = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || !Unfit.Contains((char)rune.Value))
            {
                tidy.Append(rune);
            }
        }

        return tidy.ToString();
    }
}
