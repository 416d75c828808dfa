using System.Text;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Writes lines of text with their marks.</summary>
internal static class MarkdownText
{
    /// <summary>The text of a paragraph: a break ends the line.</summary>
    public static string Lines(IReadOnlyList<Inline> line) => Write(line, "\\\n");

    /// <summary>The text of a heading or a cell.</summary>
    public static string OneLine(IReadOnlyList<Inline> line) => Write(line, "<br>");

    private static string Write(IReadOnlyList<Inline> line, string lineBreak)
    {
        var text = new StringBuilder();
        var inlines = Plain(line);
        for (var i = 0; i < inlines.Count; i++)
        {
            if (inlines[i] is HardBreak)
            {
                text.Append(inlines[i - 1] is HardBreak || inlines[i + 1] is HardBreak ? "<br>" : lineBreak);
                continue;
            }

            var runs = inlines.Skip(i).TakeWhile(r => r is TextRun).Cast<TextRun>().ToArray();
            var isCut = text is { Length: > 0 } && text[^1] is not '\n';
            text.Append(MarkdownMarks.Write(runs, isCut ? Edge.Punctuation : Edge.Line, i + runs.Length < inlines.Count ? Edge.Punctuation : Edge.Line));
            i += runs.Length - 1;
        }

        return text.ToString();
    }

    /// <summary>The line as Markdown can say it: no breaks or blanks at its ends, blanks for tabs and line ends, no statement marks.</summary>
    private static IReadOnlyList<Inline> Plain(IReadOnlyList<Inline> line)
    {
        var plain = new Json.Line();
        foreach (var inline in Imports.Lines.Trimmed(line))
        {
            if (inline is TextRun run)
            {
                plain.Add(run.Value.Replace('\n', ' ').Replace('\t', ' '), run.Marks with { Statement = null });
            }
            else
            {
                plain.Break();
            }
        }

        return plain.End();
    }
}
