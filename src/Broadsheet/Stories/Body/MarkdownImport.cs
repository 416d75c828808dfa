using Broadsheet.Platform.Web;
using Broadsheet.Stories.Body.Imports;
using Broadsheet.Stories.Body.Markdown;
using Markdig.Syntax;

namespace Broadsheet.Stories.Body;

/// <summary>
/// Reads the Markdown of stories into a document: CommonMark, pipe tables, the line <c>---gate---</c>, figures and boxes.
/// Nothing is fetched. What a document can't hold is named: raw HTML, strikethrough, code, footnotes, images that aren't ours.
/// </summary>
public sealed class MarkdownImport(DocumentReader reader)
{
    internal const string TooDeep = "The Markdown is nested too deeply.";

    /// <summary>Reads <paramref name="markdown"/>; the faults' places begin with <paramref name="place"/>.</summary>
    /// <param name="image">From what stands after <c>image:</c> to an image's id; null where there is none such.</param>
    /// <param name="story">From what stands after <c>story:</c> to the story's path; null where there is none such.</param>
    public Imported Read(string markdown, Func<string, Guid?> image, Func<string, string?> story, string place = "bodyMarkdown")
    {
        if (MarkdownBounds.Refusal(markdown) is { } refusal)
        {
            return new Imported(null, [], [new Fault(place, refusal)]);
        }

        if (Parse(markdown) is not { } parsed)
        {
            return new Imported(null, [], [new Fault(place, TooDeep)]);
        }

        var losses = new Losses();
        var labels = new Labels(losses);
        var blocks = new MarkdownBlocks(new MarkdownKeys(image, story, labels, losses), labels, losses).Read(parsed);
        Footnotes.NameUnused(markdown, parsed, losses);
        var reading = reader.ReadKept(DocumentWriter.ToUtf8(new Document(blocks)), place);
        return new Imported(reading.Document, losses.ToList(), reading.Faults);
    }

    private static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdig.Markdown.Parse(markdown, Dialect.Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's limit of nesting has no exception of its own
            return null;
        }
    }
}
