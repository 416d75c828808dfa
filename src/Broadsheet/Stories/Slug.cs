using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Broadsheet.Stories;

/// <summary>
/// Addresses from headlines in any language (docs/decisions/0004): letters of the Latin script are written in ASCII (<c>Überschrift</c> → <c>ueberschrift</c> in German,
/// <c>uberschrift</c> elsewhere), all other scripts keep their letters and go percent-encoded into the address, as browsers show them.
/// </summary>
public static class Slug
{
    // Counted so that an address stays readable when it is percent-encoded: a letter outside ASCII weighs two.
    private const int MostWeight = 80;

    private static readonly FrozenDictionary<char, string> Latin = new Dictionary<char, string>
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
        ['ŋ'] = "ng",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['ĸ'] = "k",
        ['ſ'] = "s",
        ['ə'] = "e",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> German = new Dictionary<char, string> { ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue" }.ToFrozenDictionary();

    /// <summary>The address that a headline or name makes; empty when it holds no letter or digit.</summary>
    /// <param name="language">BCP 47, for spelling that differs by language.</param>
    public static string From(string text, string? language = null)
    {
        var german = language is not null && (language.Equals("de", StringComparison.OrdinalIgnoreCase) || language.StartsWith("de-", StringComparison.OrdinalIgnoreCase));
        var slug = new StringBuilder();
        var weight = 0;
        var wordEnd = 0;
        foreach (var rune in Spelled(text, german).EnumerateRunes())
        {
            if (IsApostrophe(rune) || IsPoint(rune))
            {
                continue;
            }

            var kept = IsKept(rune);
            if (!kept && (slug.Length == 0 || slug[^1] == '-'))
            {
                continue;
            }

            weight += rune.IsAscii ? 1 : 2;
            if (weight > MostWeight)
            {
                if (kept && wordEnd > 0)
                {
                    slug.Length = wordEnd;
                }

                break;
            }

            if (!kept)
            {
                wordEnd = slug.Length;
            }

            slug.Append(kept ? rune.ToString() : "-");
        }

        return slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
    }

    /// <summary>Why <paramref name="slug"/> can't be an address as it stands, in a sentence; null when it can.</summary>
    public static string? Problem(string slug) => slug switch
    {
        "" => "An address needs at least one letter or digit.",
        _ when From(slug) is var made && made == slug => null,
        _ when From(slug) is { Length: > 0 } better => $"“{Shown(slug)}” can't be an address; “{better}” could.",
        _ => $"“{Shown(slug)}” can't be an address: it has no letter or digit.",
    };

    private static string Shown(string slug) => slug.Length <= 100 ? slug : slug[..100] + "…";

    private static string Spelled(string text, bool german)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var letter in Clean(text).Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            var plain = letter is >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF' ? char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]) : letter;
            if ((german && German.TryGetValue(letter, out var spelling)) || Latin.TryGetValue(plain, out spelling))
            {
                spelled.Append(spelling);
            }
            else
            {
                spelled.Append(plain);
            }
        }

        return spelled.ToString();
    }

    // A lone surrogate or a noncharacter can't be normalised; it is no letter either.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0xFFFD || (rune.Value & 0xFFFE) == 0xFFFE ? " " : rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or 'ʼ' or '\u05F3' or '\u05F4' or '\u0640';

    // Accents that stand alone, and the vowel points of Arabic and Hebrew, are left out, as their readers do.
    private static bool IsPoint(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && !IsKept(rune);

    // The vowel signs of Indic scripts are letters in all but name.
    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.DecimalDigitNumber => true,
        UnicodeCategory.SpacingCombiningMark => true,
        UnicodeCategory.NonSpacingMark => rune.Value is > 0x08FF and not (>= 0xFE00 and <= 0xFE2F),
        _ => false,
    };
}
