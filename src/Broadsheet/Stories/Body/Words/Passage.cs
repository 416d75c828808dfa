using System.Text;

namespace Broadsheet.Stories.Body.Words;

/// <summary>A block, or a paragraph of plain text, made ready to be compared.</summary>
/// <param name="Look">Equal where two passages show the same, ids aside.</param>
internal sealed record Passage(Block? Block, string Text, string Look)
{
    private int[]? _words;

    public string? Id => Block?.Id;

    /// <summary>Its words as sorted hashes.</summary>
    public int[] Words => _words ??= [.. Tokens.Of(Text).Where(t => t.IsWord).Select(t => Hash(Text.AsSpan(t.Start, t.Length))).Order()];

    public static Passage Of(Block block) => new(block, PlainText.Of(block), Encoding.UTF8.GetString(DocumentWriter.WithoutIds(block).Span));

    public static Passage Of(string text) => new(null, text, text);

    /// <summary>How many of its words two passages have in common: from 0 to 1.</summary>
    public float Likeness(Passage other, Effort effort)
    {
        if (Words.Length + other.Words.Length is 0)
        {
            return Block?.GetType() == other.Block?.GetType() ? 0.5f : 0;
        }

        effort.Spend(Words.Length + other.Words.Length);
        var (i, j, common) = (0, 0, 0);
        while (i < Words.Length && j < other.Words.Length)
        {
            var order = Words[i].CompareTo(other.Words[j]);
            common += order is 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return 2f * common / (Words.Length + other.Words.Length);
    }

    // FNV-1a: the same in every process, which string's own hash is not.
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619u;
        }

        return (int)hash;
    }
}
