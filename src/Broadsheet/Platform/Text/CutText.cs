using System.Buffers;
using System.Globalization;
using System.Text;

namespace Broadsheet.Platform.Text;

/// <summary>A word as it is searched for, and where in the text it stands.</summary>
/// <param name="Token">Lower case, without accents; only letters, digits and marks of scripts that need them.</param>
/// <param name="Plain">The token as those write it who leave umlauts out: <c>muller</c> beside <c>mueller</c>; null where that is the same.</param>
/// <param name="IsSingle">A sign that stands alone in a script without spaces; two that follow each other are one token.</param>
public readonly record struct CutWord(string Token, string? Plain, int Start, int End, bool IsSingle = false);

/// <summary>
/// Cuts text of any language into words, the same for what is stored and for what is looked for, so that no database has a say in it. Scripts that put no spaces between words are cut into pairs of signs.
/// </summary>
public static class CutText
{
    /// <summary>Counts up when the same text is cut into other words; what was stored before is then cut again.</summary>
    public const int Version = 1;

    private const int LongestToken = 48;

    /// <summary>The words in order.</summary>
    public static List<CutWord> Of(string text)
    {
        var words = new List<CutWord>();
        var run = new List<Sign>();
        for (var at = 0; at < text.Length;)
        {
            var isRune = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) is OperationStatus.Done;
            var end = at + length;
            if (isRune && IsPart(rune, isInside: run.Count > 0, out var joins))
            {
                if (joins)
                {
                    run[^1] = run[^1] with { End = end };
                }
                else
                {
                    var isDense = IsDense(rune.Value);
                    if (run.Count > 0 && run[^1].IsDense != isDense)
                    {
                        End(text, run, words);
                    }

                    run.Add(new Sign(at, end, isDense));
                }
            }
            else
            {
                End(text, run, words);
            }

            at = end;
        }

        End(text, run, words);
        return words;
    }

    /// <summary>Each sign of scripts without spaces by itself, so that one alone can be looked for.</summary>
    public static IEnumerable<string> Singles(IEnumerable<CutWord> words) => words
        .Where(word => !word.IsSingle && Rune.TryGetRuneAt(word.Token, 0, out var first) && IsDense(first.Value))
        .SelectMany(word => word.Token.EnumerateRunes().Where(rune => !IsMark(rune)).Select(rune => rune.ToString()))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a token is one sign of a script without spaces: it is found inside of pairs.</summary>
    public static bool IsSign(string token) => Rune.TryGetRuneAt(token, 0, out var first) && first.Utf16SequenceLength == token.Length && IsDense(first.Value);

    /// <summary>Whether a sign belongs to a script without spaces: Chinese, Japanese, Thai, Lao, Burmese, Khmer.</summary>
    public static bool IsDense(int rune) => rune is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x312F) or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x323AF);

    private static void End(string text, List<Sign> run, List<CutWord> words)
    {
        if (run.Count == 0)
        {
            return;
        }

        if (run[0].IsDense)
        {
            Pair(text, run, words);
        }
        else if (Fold(text.AsSpan(run[0].Start, run[^1].End - run[0].Start)) is var (token, plain))
        {
            words.Add(new CutWord(token, plain, run[0].Start, run[^1].End));
        }

        run.Clear();
    }

    private static void Pair(string text, List<Sign> run, List<CutWord> words)
    {
        var folded = run.Select(sign => (Sign: sign, Token: Fold(text.AsSpan(sign.Start, sign.End - sign.Start))?.Token)).Where(f => f.Token is not null).ToList();
        if (folded is [var only])
        {
            words.Add(new CutWord(only.Token!, null, only.Sign.Start, only.Sign.End, IsSingle: true));
        }

        for (var i = 1; i < folded.Count; i++)
        {
            words.Add(new CutWord(folded[i - 1].Token + folded[i].Token, null, folded[i - 1].Sign.Start, folded[i].Sign.End));
        }
    }

    // What joins belongs to the sign before it: accents, vowel points, soft hyphens, joiners.
    private static bool IsPart(Rune rune, bool isInside, out bool joins)
    {
        var category = Rune.GetUnicodeCategory(rune);
        joins = isInside && (category is UnicodeCategory.Format || IsMark(rune) || rune.Value is 0xFF9E or 0xFF9F);
        return joins || Rune.IsLetter(rune) || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static (string Token, string? Plain)? Fold(ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyExceptInRange('\0', '\x7f'))
        {
            var composed = word.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
            var token = Fold(composed, isSpelledOut: true);
            var plain = Fold(composed, isSpelledOut: false);
            return token.Length == 0 ? null : (token, plain == token ? null : plain);
        }

        return (Within(word.ToString().ToLowerInvariant()), null);
    }

    /// <param name="isSpelledOut">Whether ü becomes ue, as German does, or u.</param>
    private static string Fold(string composed, bool isSpelledOut)
    {
        var spelled = new StringBuilder(composed.Length + 4);
        foreach (var sign in composed)
        {
            _ = sign switch
            {
                'ß' => spelled.Append("ss"),
                'ä' or 'ö' or 'ü' or 'ø' when isSpelledOut => spelled.Append(sign switch { 'ä' => "ae", 'ü' => "ue", _ => "oe" }),
                'ø' => spelled.Append('o'),
                'æ' => spelled.Append("ae"),
                'œ' => spelled.Append("oe"),
                'þ' => spelled.Append("th"),
                _ => spelled.Append(sign),
            };
        }

        var bare = new StringBuilder(spelled.Length);
        foreach (var rune in spelled.ToString().Normalize(NormalizationForm.FormD).ToLowerInvariant().EnumerateRunes())
        {
            Append(bare, rune);
        }

        return Within(bare.ToString().Normalize(NormalizationForm.FormC));
    }

    private static void Append(StringBuilder bare, Rune rune)
    {
        if (IsAccent(rune.Value) || rune.Value == 0x0640)
        {
            return;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
        {
            bare.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else if (Rune.IsLetter(rune) || IsMark(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
        {
            bare.Append(Alike(rune));
        }
    }

    // Letters that people write for each other.
    private static Rune Alike(Rune rune) => new(rune.Value switch
    {
        'đ' or 'ð' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        'ħ' => 'h',
        'ς' => 'σ',
        0x0671 => 0x0627,
        0x0649 or 0x06CC => 0x064A,
        0x0629 or 0x06C1 => 0x0647,
        0x06A9 => 0x0643,
        var other => other,
    });

    // Marks that may be left out: accents of Latin, Greek and Cyrillic, niqqud, harakat and hamza. Those of other scripts are vowels and stay.
    private static bool IsAccent(int rune) => rune is
        (>= 0x0300 and <= 0x036F) or (>= 0x0483 and <= 0x0487) or (>= 0x0591 and <= 0x05C7) or (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or 0x0670
        or (>= 0x06D6 and <= 0x06ED) or (>= 0x08D3 and <= 0x08FF) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F);

    private static string Within(string token) =>
        token.Length <= LongestToken ? token : token[..(char.IsHighSurrogate(token[LongestToken - 1]) ? LongestToken - 1 : LongestToken)];

    private readonly record struct Sign(int Start, int End, bool IsDense);
}
