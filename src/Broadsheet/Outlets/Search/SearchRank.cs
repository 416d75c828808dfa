namespace Broadsheet.Outlets.Search;

/// <summary>The order of what was found, the same on both engines: where and how often the words stand, and how new the story is.</summary>
public static class SearchRank
{
    private const double Headline = 4;
    private const double Names = 2;
    private const double Body = 1;
    private const double HalfLife = 180;

    // Less than what age takes: the word as it was typed, of whatever year, before another form of it in the same place.
    private const double Form = 0.3;

    /// <summary>0 where the story doesn't hold what is looked for.</summary>
    /// <param name="body">As much of it as this class of reader may read.</param>
    /// <param name="age">Whole days, so that the pages of one search have one order.</param>
    public static double Of(SearchQuery query, string head, string body, int age)
    {
        if (query.None.Any(term => Count(term.Spellings, head) + Count(term.Spellings, body) > 0))
        {
            return 0;
        }

        var headline = head.AsSpan(0, head.IndexOf(IndexedText.Between, StringComparison.Ordinal) is var end && end < 0 ? head.Length : end);
        var score = 0.0;
        foreach (var term in query.All)
        {
            var (exact, forms) = (Score(term.Spellings, headline, head, body), Score(term.Forms, headline, head, body));
            if (exact + forms == 0)
            {
                return 0;
            }

            score += Math.Max(exact, Form * forms);
        }

        // A story of years ago counts half of what the same one of today would.
        return score * (0.5 + (0.5 * Math.Pow(2, -age / HalfLife)));
    }

    private static double Score(IReadOnlyList<string> words, ReadOnlySpan<char> headline, ReadOnlySpan<char> head, ReadOnlySpan<char> body)
    {
        var (inHeadline, inHead, inBody) = (Count(words, headline), Count(words, head), Count(words, body));
        return (Headline * Often(inHeadline)) + (Names * Often(inHead - inHeadline)) + (Body * Often(inBody));
    }

    // The tenth time says little more than the third.
    private static double Often(int count) => count / (count + 1.0);

    private static int Count(IReadOnlyList<string> spellings, ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var spelling in spellings)
        {
            count += Count(spelling, text);
        }

        return count;
    }

    private static int Count(string words, ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, StringComparison.Ordinal))
        {
            var after = at + words.Length;
            count += (at == 0 || text[at - 1] == ' ') && (after == text.Length || text[after] == ' ') ? 1 : 0;
            text = text[after..];
        }

        return count;
    }
}
