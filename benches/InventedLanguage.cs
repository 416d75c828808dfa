namespace Broadsheet.Bench;

/// <summary>A language that nobody speaks: words from the most to the least common, drawn as often as in real texts (Zipf), the same at every run.</summary>
internal sealed class InventedLanguage
{
    private const double Flattened = 2.7;
    private readonly string[] _words;
    private readonly double[] _upTo;
    private readonly string _between;
    private readonly string _stop;

    private InventedLanguage(string tag, int words, string between, string stop, Func<Random, int, string> invent)
    {
        (Tag, _between, _stop) = (tag, between, stop);
        var random = new Random(tag[0] * 1000 + tag[1]);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (known.Count < words)
        {
            known.Add(invent(random, known.Count));
        }

        _words = [.. known];
        _upTo = new double[words];
        var sum = 0.0;
        for (var rank = 0; rank < words; rank++)
        {
            _upTo[rank] = sum += 1 / (rank + Flattened);
        }
    }

    /// <summary>Latin letters, as in English.</summary>
    public static InventedLanguage Latin { get; } = new("en", 30_000, " ", ".", (random, rank) => Syllables(random, rank, "bcdfghlmnprstvw", "aeiou", "nrstl"));

    /// <summary>Latin letters with umlauts, as in German.</summary>
    public static InventedLanguage Umlauts { get; } = new("de", 30_000, " ", ".", (random, rank) => Syllables(random, rank, "bdfgklmnrstwz", "aeiouäöü", "nrstßh"));

    public static InventedLanguage Arabic { get; } = new("ar", 20_000, " ", ".", (random, rank) => new string([.. Enumerable.Range(0, Length(rank) + 1).Select(_ => "ابتجحدرسشصعفقكلمنهوي"[random.Next(20)])]));

    /// <summary>Signs without spaces between words.</summary>
    public static InventedLanguage Chinese { get; } = new("zh", 12_000, "", "。", (random, rank) => new string([.. Enumerable.Range(0, rank < 60 ? 1 : 2).Select(_ => (char)(0x4E00 + random.Next(2500)))]));

    /// <summary>BCP 47.</summary>
    public string Tag { get; }

    /// <summary>The word of a rank, from 0: the most common.</summary>
    public string Word(int rank) => _words[rank];

    /// <summary>Words in a row, without a stop.</summary>
    /// <param name="rarest">How many of the most common words are left out, as headlines leave them out.</param>
    public string Words(Random random, int count, int rarest = 0) =>
        string.Join(_between, Enumerable.Range(0, count).Select(_ => Word(random, rarest)));

    /// <summary>Sentences with so many words together.</summary>
    public string Prose(Random random, int words)
    {
        var sentences = new List<string>();
        for (var left = words; left > 0;)
        {
            var length = Math.Min(left, random.Next(6, 22));
            sentences.Add(Words(random, length) + _stop);
            left -= length;
        }

        return string.Join(_between.Length == 0 ? "" : " ", sentences);
    }

    private string Word(Random random, int rarest)
    {
        var from = rarest == 0 ? 0 : _upTo[rarest - 1];
        var at = Array.BinarySearch(_upTo, from + random.NextDouble() * (_upTo[^1] - from));
        return _words[Math.Min(at < 0 ? ~at : at, _words.Length - 1)];
    }

    private static string Syllables(Random random, int rank, string first, string middle, string last) => string.Concat(
        Enumerable.Range(0, Length(rank)).Select(_ => $"{first[random.Next(first.Length)]}{middle[random.Next(middle.Length)]}{(random.Next(3) == 0 ? last[random.Next(last.Length)] : "")}"));

    // Common words are short.
    private static int Length(int rank) => rank < 40 ? 1 : rank < 3000 ? 2 : 3;
}
