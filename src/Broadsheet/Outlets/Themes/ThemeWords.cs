using System.Collections.Concurrent;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes;

/// <summary>The words of a theme in its languages. A language it lacks speaks English: <c>fr-CA</c>, then <c>fr</c>, then <c>en</c>.</summary>
public sealed class ThemeWords
{
    private const int MostAsked = 256;

    private readonly Dictionary<string, Words> _words;
    private readonly ConcurrentDictionary<string, Words> _asked = new(StringComparer.OrdinalIgnoreCase);

    private ThemeWords(Dictionary<string, Words> words) => _words = words;

    /// <summary>The languages that have words of their own.</summary>
    public IReadOnlyCollection<string> Languages => _words.Keys;

    /// <summary>Reads all words.</summary>
    /// <exception cref="ThemeException">A file of words can't be read, or English is missing.</exception>
    public static ThemeWords Load(ThemeFiles files)
    {
        var tables = files.Under("words", ".json").ToDictionary(f => Path.GetFileNameWithoutExtension(f), files.Table, StringComparer.OrdinalIgnoreCase);
        if (!tables.TryGetValue("en", out var table))
        {
            throw new ThemeException(new ThemeProblem("words/en.json", 0, "It is missing: English stands in for what other languages lack."));
        }

        var english = new Words("en", table);
        return new ThemeWords(tables.ToDictionary(t => t.Key, t => t.Key is "en" ? english : new Words(t.Key, t.Value, english), StringComparer.OrdinalIgnoreCase));
    }

    public Words For(string language) =>
        _asked.TryGetValue(language, out var known) ? known
        : _asked.Count < MostAsked ? _asked.GetOrAdd(language, Nearest)
        : Nearest(language);

    private Words Nearest(string language) =>
        _words.TryGetValue(language, out var words) || _words.TryGetValue(language.Split('-')[0], out words) ? words : _words["en"];
}
