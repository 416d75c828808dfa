using System.Text;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Writes runs of text with their marks: links round bold round italic. Where asterisks would not be taken for marks (inside a word, next to a quotation mark) tags stand in their place.</summary>
internal static class MarkdownMarks
{
    public static string Write(IReadOnlyList<TextRun> runs, Edge before, Edge after) =>
        Grouped(runs, r => r.Marks.Link, r => r.Marks.Link is not null || r.Marks.Bold || r.Marks.Italic, before, after, (group, left, right) => group[0].Marks.Link is { } link
            ? $"[{Bold(group, Edge.Punctuation, Edge.Punctuation)}]({Target(link)})"
            : Bold(group, left, right));

    private static string Bold(IReadOnlyList<TextRun> runs, Edge before, Edge after) =>
        Grouped(runs, r => r.Marks.Bold, r => r.Marks.Bold || r.Marks.Italic, before, after, (group, left, right) => group[0].Marks.Bold
            ? Emphasised(Italic(group, Edge.Punctuation, Edge.Punctuation), First(group[0]), Last(group[^1]), left, right, "**", "strong", insideWords: true)
            : Italic(group, left, right));

    private static string Italic(IReadOnlyList<TextRun> runs, Edge before, Edge after) =>
        Grouped(runs, r => r.Marks.Italic, r => r.Marks.Italic, before, after, (group, left, right) => group[0].Marks.Italic
            ? Emphasised(Text(group, Edge.Punctuation, Edge.Punctuation), Inner(group[0].Value, 0), Inner(group[^1].Value, ^1), left, right, "_", "em", insideWords: false)
            : Text(group, left, right));

    private static string Text(IReadOnlyList<TextRun> runs, Edge before, Edge after) =>
        MarkdownEscapes.InText(string.Concat(runs.Select(r => r.Value)), before, after);

    /// <summary>Writes each stretch of runs that have <paramref name="mark"/> in common, with what stands on its two sides.</summary>
    /// <param name="isMarked">Whether a neighbour begins and ends with a delimiter of its own.</param>
    private static string Grouped<T>(IReadOnlyList<TextRun> runs, Func<TextRun, T> mark, Func<TextRun, bool> isMarked, Edge before, Edge after, Func<IReadOnlyList<TextRun>, Edge, Edge, string> write)
    {
        var text = new StringBuilder();
        for (var start = 0; start < runs.Count;)
        {
            var end = start + 1;
            while (end < runs.Count && Equals(mark(runs[end]), mark(runs[start])))
            {
                end++;
            }

            var left = start is 0 ? before : Outer(runs[start - 1], isMarked, ^1);
            var right = end == runs.Count ? after : Outer(runs[end], isMarked, 0);
            text.Append(write([.. runs.Skip(start).Take(end - start)], left, right));
            start = end;
        }

        return text.ToString();
    }

    private static string Emphasised(string text, Edge first, Edge last, Edge before, Edge after, string delimiter, string tag, bool insideWords) =>
        Holds(first, before, insideWords) && Holds(last, after, insideWords) ? $"{delimiter}{text}{delimiter}" : $"<{tag}>{text}</{tag}>";

    private static bool Holds(Edge inner, Edge outer, bool insideWords) => inner switch
    {
        Edge.Word => insideWords || outer is not Edge.Word,
        Edge.Punctuation => outer is not Edge.Word,
        Edge.Line or Edge.Blank => false,
        _ => throw new InvalidOperationException($"Unknown edge {inner}."),
    };

    private static Edge First(TextRun run) => run.Marks.Italic ? Edge.Punctuation : Inner(run.Value, 0);

    private static Edge Last(TextRun run) => run.Marks.Italic ? Edge.Punctuation : Inner(run.Value, ^1);

    /// <summary>What a neighbour shows; what is neither surely a mark nor a blank is reckoned as a word.</summary>
    private static Edge Outer(TextRun neighbour, Func<TextRun, bool> isMarked, Index at)
    {
        var letter = neighbour.Value[at];
        return isMarked(neighbour) || char.IsPunctuation(letter) ? Edge.Punctuation
            : char.IsWhiteSpace(letter) ? Edge.Blank
            : Edge.Word;
    }

    private static Edge Inner(string text, Index at) =>
        char.IsWhiteSpace(text[at]) ? Edge.Blank : char.IsLetterOrDigit(text[at]) ? Edge.Word : Edge.Punctuation;

    private static string Target(LinkMark link)
    {
        var href = link.Href.AsSpan().ContainsAny("<>()") ? $"<{MarkdownEscapes.In(link.Href, "<>|")}>" : MarkdownEscapes.In(link.Href, "|");
        return link.Title is { } title ? $"{href} \"{MarkdownEscapes.In(title, "\\\"|")}\"" : href;
    }
}
