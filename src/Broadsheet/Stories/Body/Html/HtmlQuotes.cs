using AngleSharp.Dom;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Pull quotes: what has <c>pullquote</c> in its class, as other systems write them, with who said it in <c>&lt;cite&gt;</c>.</summary>
internal sealed class HtmlQuotes(HtmlBlocks blocks, Labels labels)
{
    public static bool IsPullQuote(IElement element) =>
        element.ClassName?.Contains("pullquote", StringComparison.OrdinalIgnoreCase) is true && element.QuerySelector("img, iframe, table") is null;

    public void Read(IElement element, Flow flow, Surroundings around)
    {
        var cite = element.QuerySelector("cite, footer, figcaption");
        var attribution = cite?.TextContent.Trim(' ', '\n', '\t', '—', '–', '-');
        cite?.Remove();
        List<Inline> text = [];
        foreach (var block in new Document(blocks.Inside(element, around.Inside).End()).AllBlocks().Where(b => b.Line.Count > 0))
        {
            text.AddRange(text.Count > 0 ? [new HardBreak(), .. block.Line] : block.Line);
        }

        flow.Add(new PullQuote("", text, labels.Of(attribution, BodyLimits.Label, "attribution")));
    }
}
