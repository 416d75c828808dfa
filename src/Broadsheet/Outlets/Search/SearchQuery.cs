using System.Buffers;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Search;

/// <summary>A word or a phrase that is looked for, in each of its spellings: words with a space between.</summary>
public sealed record SearchTerm(IReadOnlyList<string> Spellings)
{
    /// <summary>Words that stories hold and that may be forms of it; each does, but counts less.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Meant as it was typed.</summary>
    public bool IsQuoted { get; init; }

    public bool IsPhrase => Spellings[0].Contains(' ', StringComparison.Ordinal);
}

/// <summary>What somebody looks for: words that must all be there, “phrases”, and -words that must not. Everything else that can be typed is taken as words.</summary>
public sealed class SearchQuery
{
    /// <summary>In UTF-16 code units; the rest is not looked for.</summary>
    public const int Longest = 200;

    private const int MostWords = 16;
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„‟«»");

    private SearchQuery(IReadOnlyList<SearchTerm> all, IReadOnlyList<SearchTerm> none) => (All, None) = (all, none);

    public IReadOnlyList<SearchTerm> All { get; }

    public IReadOnlyList<SearchTerm> None { get; }

    public static SearchQuery Read(string text)
    {
        var all = new List<SearchTerm>();
        var none = new List<SearchTerm>();
        var words = 0;
        foreach (var (piece, isNot, isQuoted) in Pieces(text.Length > Longest ? text[..Longest] : text))
        {
            var cut = CutText.Of(piece);
            (isNot ? none : all).AddRange(Terms([.. cut.Take(MostWords - words)]).Select(term => term with { IsQuoted = isQuoted }));
            words = Math.Min(MostWords, words + cut.Count);
        }

        // Who only says what it is not looks for what he says.
        return all.Count == 0 ? new SearchQuery(none, []) : new SearchQuery(all, none);
    }

    /// <summary>The same query for other forms of its words, too.</summary>
    public SearchQuery With(Func<SearchTerm, IReadOnlyList<string>> forms) => new([.. All.Select(term => term with { Forms = forms(term) })], None);

    private static IEnumerable<(string Piece, bool IsNot, bool IsQuoted)> Pieces(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var isNot = text[at] == '-';
            at += isNot ? 1 : 0;
            var isQuoted = at < text.Length && Quotes.Contains(text[at]);
            at += isQuoted ? 1 : 0;
            var length = isQuoted ? text.AsSpan(at).IndexOfAny(Quotes) : EndOfWord(text.AsSpan(at));
            var end = length < 0 ? text.Length : at + length;
            yield return (text[at..end], isNot, isQuoted);
            at = end + (isQuoted ? 1 : 0);
        }
    }

    private static int EndOfWord(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]) || Quotes.Contains(text[at]))
            {
                return at;
            }
        }

        return -1;
    }

    // Words that are written as one stand behind each other in the text too. A single sign is found wherever it stands.
    private static IEnumerable<SearchTerm> Terms(IReadOnlyList<CutWord> words)
    {
        for (var at = 0; at < words.Count;)
        {
            var length = words[at].IsSingle ? 1 : words.Skip(at).TakeWhile(w => !w.IsSingle).Count();
            List<CutWord> phrase = [.. words.Skip(at).Take(length)];
            var spelled = string.Join(' ', phrase.Select(w => w.Token));
            yield return new SearchTerm([.. new[] { spelled, phrase.Count == 1 ? phrase[0].Plain ?? spelled : spelled }.Distinct(StringComparer.Ordinal)]);
            at += length;
        }
    }
}
