using System.Text;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Search;

/// <summary>Passages as the index keeps them: their words with a space before and after each, and a sign between passages, so that no phrase is found across them.</summary>
public static class IndexedText
{
    /// <summary>Stands between passages; no word can be it.</summary>
    public const string Between = "¶";

    // PostgreSQL takes a megabyte for all words of a story with their places; a story has three such texts, the first of them short.
    private const int MostBytes = 400_000;
    private const int BytesOfPlace = 8;

    public static string Of(IEnumerable<string> passages)
    {
        var text = new StringBuilder(" ");
        var others = new SortedSet<string>(StringComparer.Ordinal);
        var left = MostBytes;
        foreach (var passage in passages)
        {
            var words = CutText.Of(passage);
            foreach (var word in words)
            {
                Append(text, word.Token, ref left);
            }

            others.UnionWith(words.Select(w => w.Plain).OfType<string>());
            others.UnionWith(CutText.Singles(words));
            Append(text, Between, ref left);
        }

        foreach (var other in others)
        {
            Append(text, other, ref left);
            Append(text, Between, ref left);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string word, ref int left)
    {
        left -= Encoding.UTF8.GetByteCount(word) + BytesOfPlace;
        if (left > 0)
        {
            text.Append(word).Append(' ');
        }
    }
}
