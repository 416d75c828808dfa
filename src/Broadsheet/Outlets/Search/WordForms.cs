using System.Buffers;
using System.Text;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Search;

/// <summary>
/// Which words may be forms of a word: with another ending, with an article or particle written to it, or longer ones that it begins. No dictionary and no language is asked for: only words that stories hold count,
/// and what was typed counts more.
/// </summary>
/// <param name="Likely">The word with other endings and what is written before it, whether stories hold these or not.</param>
/// <param name="Beginnings">Any word that begins with one of these.</param>
public sealed record WordForms(IReadOnlyList<string> Likely, IReadOnlyList<string> Beginnings)
{
    /// <summary>In letters: what is shorter begins too much.</summary>
    private const int ShortestBeginning = 3;

    private const int ShortestStem = 3;
    private static readonly WordForms None = new([], []);
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    // English, German, the Romance and the Scandinavian languages; Russian and its neighbours; Arabic as it is folded; Hebrew.
    private static readonly Script[] Scripts =
    [
        new('a', 'z', [], ["s", "es", "e", "n", "en", "er", "ern", "em", "ed", "ing", "a", "o"]),
        new('а', 'џ', [], ["а", "я", "ы", "и", "у", "ю", "е", "о", "ой", "ом", "ам", "ами", "ах", "ов", "ей", "ям", "ями", "ях"]),
        new('ء', 'ۿ', ["ال", "و", "وال", "بال", "كال", "فال", "لل"], ["ات", "ون", "ين", "ان", "ه", "ها"]),
        new('א', 'ת', ["ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "שה", "מה", "בה", "לה", "וב", "ול", "ומ", "וש"], ["ים", "ות", "ה"]),
    ];

    /// <summary>Whether a word can be a form of others: one of a script with spaces between its words, and no number.</summary>
    public static bool Has(string word) => word.Length > 1 && !Digits.Contains(word[0]) && Rune.TryGetRuneAt(word, 0, out var first) && !CutText.IsDense(first.Value);

    public static WordForms Of(string word)
    {
        if (!Has(word))
        {
            return None;
        }

        List<string> beginnings = word.EnumerateRunes().Count() < ShortestBeginning ? [] : [word];
        if (Scripts.FirstOrDefault(s => s.Holds(word[0])) is not { } script)
        {
            return new WordForms([], beginnings);
        }

        // Hebrew writes five letters in another way at the end of a word.
        beginnings.AddRange(beginnings.ToList().Where(b => Inside(b[^1]) is not null).Select(b => b[..^1] + Inside(b[^1])));
        List<string> bare = [word, .. script.Before.Where(before => word.StartsWith(before, StringComparison.Ordinal) && word.Length >= before.Length + (before.Length > 1 ? ShortestStem - 1 : ShortestStem)).Select(before => word[before.Length..])];
        List<string> stems = [.. bare.Concat(bare.SelectMany(b => script.Endings.Where(e => b.EndsWith(e, StringComparison.Ordinal) && b.Length >= e.Length + ShortestStem && Goes(b[..^e.Length], e)).Select(e => b[..^e.Length]))).Distinct(StringComparer.Ordinal)];
        var likely = stems.SelectMany(stem => script.Endings.Where(e => Goes(stem, e)).Prepend("").SelectMany(ending => script.Before.Prepend("").Select(before => before + stem + ending)));
        return new WordForms([.. likely.Distinct(StringComparer.Ordinal).Where(form => form != word)], beginnings);
    }

    // Brücke, Brücken; but a heron is no hero.
    private static bool Goes(string stem, string ending) => ending != "n" || stem[^1] == 'e';

    private static string? Inside(char last) => last switch
    {
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        _ => null,
    };

    private sealed record Script(char First, char Last, IReadOnlyList<string> Before, IReadOnlyList<string> Endings)
    {
        public bool Holds(char letter) => letter >= First && letter <= Last;
    }
}
