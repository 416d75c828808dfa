using System.Text.Json;
using Broadsheet.Platform.Text;
using Xunit;

namespace Broadsheet.Tests.Outlets.Themes;

public sealed class ThemeWordsTests
{
    private static readonly string[] Forms = ["zero", "one", "two", "few", "many", "other"];

    public static TheoryData<string> Languages => [.. BuiltInTheme.Default.Theme.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_word(string language)
    {
        var english = Words("en").Keys.Select(Stem).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(english, Words(language).Keys.Select(Stem).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Counted_words_have_the_plurals_that_the_language_asks_for(string language)
    {
        var words = Words(language);
        var counted = words.Keys.Where(k => Stem(k) != k).Select(Stem).Distinct(StringComparer.Ordinal);
        foreach (var key in counted)
        {
            Assert.All(Enumerable.Range(0, 120), n => Assert.True(words.ContainsKey($"{key}.{Plurals.Form(language, n)}"), $"{key} {n}"));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_take_the_same_values_in_every_language(string language)
    {
        var english = Words("en");
        Assert.All(Words(language).Where(w => english.ContainsKey(w.Key) && Stem(w.Key) == w.Key), w => Assert.Equal(Holes(english[w.Key]), Holes(w.Value), StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Words(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(BuiltInTheme.Default.Folder, "words", language + ".json")))!;

    private static string Stem(string key) =>
        Forms.Contains(key.Split('.')[^1]) ? key[..key.LastIndexOf('.')] : key;

    private static IEnumerable<string> Holes(string text) =>
        Enumerable.Range(0, 3).Select(n => $"{{{n}}}").Where(h => text.Contains(h, StringComparison.Ordinal));
}
