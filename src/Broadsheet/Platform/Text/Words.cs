using System.Globalization;

namespace Broadsheet.Platform.Text;

/// <summary>The words of one language; what it lacks comes from the fallback, and at last is the key itself.</summary>
public sealed class Words(string language, IReadOnlyDictionary<string, string> words, Words? fallback = null)
{
    /// <summary>BCP 47.</summary>
    public string Language { get; } = language;

    public string this[string key] => words.TryGetValue(key, out var word) ? word : fallback?[key] ?? key;

    /// <summary>Words of a number: <c>updates.one</c>, <c>updates.other</c> with <c>{0}</c> in them, by the language's plural (CLDR).</summary>
    public string Count(string key, int count)
    {
        var form = $"{key}.{Plurals.Form(Language, count)}";
        var pattern = words.TryGetValue(form, out var own) ? own
            : words.TryGetValue($"{key}.other", out var other) ? other
            : fallback is null ? key : null;
        return pattern is null ? fallback!.Count(key, count) : string.Format(CultureInfo.InvariantCulture, pattern, count);
    }
}
