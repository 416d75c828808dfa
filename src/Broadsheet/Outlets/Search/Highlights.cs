using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Search;

/// <summary>Marks in a text what was looked for, and cuts out the passage that shows most of it.</summary>
public sealed class Highlights(SearchQuery query)
{
    private const int Before = 80;
    private const int Length = 280;

    /// <summary>The whole text with what was found in <c>mark</c>.</summary>
    public Markup Mark(string text) => Write(text, Places(text).Select(p => p.Place), 0, text.Length);

    /// <summary>Some lines round what was found; null where none of the passages holds any of it.</summary>
    public Markup? Quote(IEnumerable<string> passages)
    {
        List<(string Text, List<(SearchTerm Term, Place Place)> Places)> found = [.. passages.Select(passage => (passage, Places(passage))).Where(p => p.Item2.Count > 0)];
        if (found.Count == 0)
        {
            return null;
        }

        var best = found.MaxBy(p => p.Places.Select(f => f.Term).Distinct().Count());
        var start = Start(best.Text, best.Places[0].Place.Start);
        return Write(best.Text, best.Places.Select(p => p.Place), start, End(best.Text, start));
    }

    private List<(SearchTerm Term, Place Place)> Places(string text)
    {
        var words = CutText.Of(text);
        return [.. Enumerable.Range(0, words.Count)
            .SelectMany(at => query.All.SelectMany(term => term.Spellings.Concat(term.Forms).Select(spelling => (term, Place: PlaceOf(words, at, spelling)))))
            .Where(f => f.Place is not null)
            .Select(f => (f.term, f.Place!.Value))
            .Concat(query.All.Where(term => CutText.IsSign(term.Spellings[0])).SelectMany(term => Signs(text, term)))];
    }

    private static IEnumerable<(SearchTerm, Place)> Signs(string text, SearchTerm term)
    {
        var sign = term.Spellings[0];
        for (var at = text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + sign.Length, StringComparison.Ordinal))
        {
            yield return (term, new Place(at, at + sign.Length));
        }
    }

    private static Place? PlaceOf(List<CutWord> words, int at, string spelling)
    {
        var count = 0;
        foreach (var range in spelling.AsSpan().Split(' '))
        {
            if (at + count == words.Count)
            {
                return null;
            }

            var word = words[at + count];
            var wanted = spelling.AsSpan(range);
            if (!wanted.Equals(word.Token, StringComparison.Ordinal) && !wanted.Equals(word.Plain, StringComparison.Ordinal))
            {
                return null;
            }

            count++;
        }

        return new Place(words[at].Start, words[at + count - 1].End);
    }

    private static Markup Write(string text, IEnumerable<Place> places, int start, int end)
    {
        using var html = new HtmlWriter();
        html.Text(start > 0 ? "… " : "");
        var at = start;
        foreach (var place in places.OrderBy(p => p.Start).ThenByDescending(p => p.End))
        {
            var from = Math.Max(place.Start, at);
            if (place.End <= from || place.End > end)
            {
                continue;
            }

            html.Text(text.AsSpan(at, from - at)).Open(HtmlTag.Mark).Text(text.AsSpan(from, place.End - from)).Close();
            at = place.End;
        }

        html.Text(text.AsSpan(at, end - at)).Text(end < text.Length ? " …" : "");
        return html.ToMarkup();
    }

    // At a space where there is one near; never inside of a sign.
    private static int Start(string text, int first)
    {
        if (first <= Before)
        {
            return 0;
        }

        var space = text.IndexOf(' ', first - Before, Before);
        var start = space < 0 ? first - (Before / 4) : space + 1;
        return char.IsLowSurrogate(text[start]) ? start - 1 : start;
    }

    private static int End(string text, int start)
    {
        if (text.Length - start <= Length)
        {
            return text.Length;
        }

        var space = text.LastIndexOf(' ', start + Length, Length / 3);
        var end = space < 0 ? start + Length : space;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }

    private readonly record struct Place(int Start, int End);
}
