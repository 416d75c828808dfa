using Broadsheet.Stories.Body.Markdown;

namespace Broadsheet.Stories.Body;

/// <summary>
/// Writes a document as the Markdown that <see cref="MarkdownImport"/> reads; images stand as <c>image:ID</c>. Lost on the way, as Markdown has no words for them:
/// ids, statement marks, empty paragraphs, blanks at the ends of lines, attributes of table cells (spans are filled with empty cells, a header not in the first row becomes a cell),
/// and in cells all but text, links and figures.
/// </summary>
public static class MarkdownExport
{
    public static string Write(Document document)
    {
        var markdown = MarkdownWriter.Write(document.Blocks);
        return markdown.Length is 0 ? "" : markdown + "\n";
    }
}
