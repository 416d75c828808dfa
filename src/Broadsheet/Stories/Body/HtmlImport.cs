using Broadsheet.Platform.Web;
using Broadsheet.Stories.Body.Html;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body;

/// <summary>
/// Reads HTML (another system's articles, what is pasted from Word or Google Docs) into a document. Nothing is fetched, no script survives.
/// What a document can't hold is named: unknown elements (their text is kept), attributes, scripts, images that aren't ours.
/// </summary>
public sealed class HtmlImport(DocumentReader reader)
{
    /// <summary>Reads <paramref name="html"/>, a fragment or a page; the faults' places begin with <paramref name="place"/>.</summary>
    /// <param name="image">From an image's <c>data-image</c>, or its <c>src</c> where it has none, to the id of an image of ours; null where it isn't.</param>
    public Imported Read(string html, Func<string, Guid?> image, string place = "bodyHtml")
    {
        if (html.Length > BodyLimits.Size)
        {
            return new Imported(null, [], [new Fault(place, "A body has 2,097,152 characters of HTML at most.")]);
        }

        try
        {
            var losses = new Losses();
            var page = HtmlPage.Parse(html);
            PastedStyles.Translate(page);
            Sanitising.Clean(page, losses);
            var blocks = new HtmlBlocks(image, new Labels(losses), losses).Read(page);
            var reading = reader.ReadKept(DocumentWriter.ToUtf8(new Document(blocks)), place);
            return new Imported(reading.Document, losses.ToList(), reading.Faults);
        }
        catch (HtmlBoundsException refused)
        {
            return new Imported(null, [], [new Fault(place, refused.Message)]);
        }
    }
}
