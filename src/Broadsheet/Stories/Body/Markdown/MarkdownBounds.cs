using System.Buffers;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>
/// What Markdown must not hold. Some constructs cost the parser the square of their number, and a table's short rows are filled up:
/// their numbers are bounded before it sees them, far above what stories need.
/// </summary>
internal static class MarkdownBounds
{
    private const int Length = 1_000_000;
    private const int Lines = 100_000;
    private const int Openers = 20_000;
    private const int OpenersInStretch = 5_000;
    private const int Cells = 100_000;
    private const int NestedOnLine = 100;

    private static readonly SearchValues<char> Markup = SearchValues.Create(" \t>-+*.)0123456789");

    /// <summary>Why the Markdown can't be taken, or null.</summary>
    public static string? Refusal(string markdown)
    {
        if (markdown.Length > Length)
        {
            return "A body has 1,000,000 characters of Markdown at most.";
        }

        var lines = 0;
        var openers = 0;
        var cells = 0L;
        var stretch = default(Stretch);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                cells += stretch.Cells;
                stretch = default;
            }

            var opening = line.Count('[') + line.Count('<');
            openers += opening;
            stretch = stretch.With(opening, line.Count('|'));
            if (++lines > Lines || openers > Openers || stretch.Openers > OpenersInStretch || cells + stretch.Cells > Cells)
            {
                return "The Markdown has too many lines, links, tags or table cells.";
            }

            if (Nested(line) > NestedOnLine)
            {
                return MarkdownImport.TooDeep;
            }
        }

        return null;
    }

    private static int Nested(ReadOnlySpan<char> line)
    {
        var start = line[..(line.IndexOfAnyExcept(Markup) is >= 0 and var end ? end : line.Length)];
        return start.Count('>') + start.Count(' ') + start.Count('\t') > NestedOnLine ? start.Count('>') + Markers(start) : 0;
    }

    private static int Markers(ReadOnlySpan<char> start)
    {
        var markers = 0;
        for (var i = 1; i < start.Length; i++)
        {
            if (start[i] is ' ' or '\t' && start[i - 1] is not (' ' or '\t' or '>'))
            {
                markers++;
            }
        }

        return markers;
    }

    /// <summary>Lines without a blank one between them.</summary>
    private readonly record struct Stretch(int Openers, int Widest, int Rows)
    {
        public long Cells => Widest > 1 ? (long)Widest * Rows : 0;

        public Stretch With(int openers, int pipes) => new(Openers + openers, Math.Max(Widest, pipes), Rows + 1);
    }
}
