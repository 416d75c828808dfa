using System.Globalization;
using System.Text;

namespace Broadsheet.Stories.Body.Words;

/// <summary>Cuts text of any language into words, blanks and signs, in time linear in its length.</summary>
internal static class Tokens
{
    public static List<Token> Of(string text)
    {
        List<Token> tokens = [];
        for (var start = 0; start < text.Length;)
        {
            var kind = KindAt(text, start);
            var end = kind switch
            {
                TokenKind.Blank => EndOf(text, start, kind),
                TokenKind.Word => EndOfWord(text, start),
                TokenKind.Sign or TokenKind.Ideograph or TokenKind.Unspaced => start + StringInfo.GetNextTextElementLength(text.AsSpan(start)),
                _ => throw new InvalidOperationException($"Unknown token {kind}."),
            };
            tokens.Add(new Token(start, end - start, kind));
            start = end;
        }

        return tokens;
    }

    private static int EndOf(string text, int at, TokenKind kind)
    {
        while (at < text.Length && KindAt(text, at) == kind)
        {
            at += RuneAt(text, at).Utf16SequenceLength;
        }

        return at;
    }

    /// <summary>A word goes on over an apostrophe, a hyphen or a decimal sign between two of its letters.</summary>
    private static int EndOfWord(string text, int at)
    {
        while (true)
        {
            at = EndOf(text, at, TokenKind.Word);
            if (at + 1 >= text.Length || !Joins(text[at], text[at - 1], text[at + 1]))
            {
                return at;
            }

            at++;
        }
    }

    private static bool Joins(char sign, char before, char after) => sign switch
    {
        '\'' or '’' or '-' or '\u2010' or '\u2011' => !char.IsSurrogate(after) && KindOf(new Rune(after)) is TokenKind.Word,
        '.' or ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
        _ => false,
    };

    private static TokenKind KindAt(string text, int at) => KindOf(RuneAt(text, at));

    private static Rune RuneAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    private static TokenKind KindOf(Rune rune)
    {
        if (rune.IsAscii)
        {
            return Rune.IsLetterOrDigit(rune) ? TokenKind.Word : Rune.IsWhiteSpace(rune) ? TokenKind.Blank : TokenKind.Sign;
        }

        return rune.Value switch
        {
            (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => TokenKind.Ideograph,
            0x3005 or 0x3007 or (>= 0x3041 and <= 0x3096) or (>= 0x30A1 and <= 0x30FE and not 0x30FB) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9D) => TokenKind.Ideograph,
            (>= 0x0E01 and <= 0x0E3A) or (>= 0x0E40 and <= 0x0E4E) or (>= 0x0E81 and <= 0x0ECD) or (>= 0x1000 and <= 0x103F) or (>= 0x1780 and <= 0x17D3) => TokenKind.Unspaced,
            0x200C or 0x200D => TokenKind.Word,
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => TokenKind.Blank,
                <= UnicodeCategory.OtherNumber => TokenKind.Word,
                _ => TokenKind.Sign,
            },
        };
    }
}
