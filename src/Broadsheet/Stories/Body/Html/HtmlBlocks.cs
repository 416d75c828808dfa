using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Makes blocks of a clean page.</summary>
internal sealed class HtmlBlocks
{
    private readonly HtmlPictures _pictures;
    private readonly HtmlTables _tables;
    private readonly HtmlLists _lists;
    private readonly HtmlMarks _marks;
    private readonly HtmlQuotes _quotes;
    private readonly Losses _losses;
    private bool _hasGate;

    public HtmlBlocks(Func<string, Guid?> image, Labels labels, Losses losses)
    {
        _losses = losses;
        _pictures = new HtmlPictures(this, image, labels, losses);
        _tables = new HtmlTables(this, losses);
        _lists = new HtmlLists(this);
        _marks = new HtmlMarks(labels);
        _quotes = new HtmlQuotes(this, labels);
    }

    public IReadOnlyList<Block> Read(IHtmlDocument page) => Inside(page.Body!, Surroundings.Page).End();

    /// <summary>What stands inside an element, in a flow of its own.</summary>
    public Flow Inside(INode parent, Surroundings around)
    {
        var flow = new Flow();
        Set(parent.ChildNodes, flow, around);
        return flow;
    }

    /// <summary>Sets nodes into a flow.</summary>
    public void Set(IEnumerable<INode> nodes, Flow flow, Surroundings around)
    {
        var pasted = new PastedList(flow);
        foreach (var node in nodes)
        {
            if (node is IElement element && element.GetAttribute(PastedStyles.List) is { } kind)
            {
                pasted.Add(kind, Inside(element, around.Inside));
            }
            else if (!pasted.IsBlankBetween(node))
            {
                pasted.End();
                Set(node, flow, around);
            }
        }

        pasted.End();
    }

    private void Set(INode node, Flow flow, Surroundings around)
    {
        if (node is IText text)
        {
            flow.AddCollapsed(text.Data, around.Marks);
        }
        else if (node is IElement element)
        {
            Set(element, flow, around);
        }
    }

    private void Set(IElement element, Flow flow, Surroundings around)
    {
        switch (element.LocalName)
        {
            case "br":
                flow.BreakOrEnd();
                break;
            case "q":
                flow.Add("“", around.Marks);
                Set(element.ChildNodes, flow, around);
                flow.Add("”", around.Marks);
                break;
            case "span" or "picture" or "b" or "strong" or "i" or "em" or "cite" or "a":
                Set(element.ChildNodes, flow, around.With(_marks.Of(element, around.Marks)));
                break;
            case "img":
                _pictures.Image(element, flow, around.Marks);
                break;
            default:
                flow.EndParagraph();
                SetBlock(element, flow, around);
                flow.EndParagraph();
                break;
        }
    }

    private void SetBlock(IElement element, Flow flow, Surroundings around)
    {
        if (element.HasAttribute("data-gate"))
        {
            Gate(flow, around);
            return;
        }

        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, flow, around);
                break;
            case "hr":
                flow.Add(new HorizontalRule(""));
                break;
            case "ul" or "ol" or "menu":
                flow.Add(_lists.Read(element, around.Inside));
                break;
            case "li":
                flow.Add(new BulletList("", [new ListItem("", Inside(element, around.Inside).EndItem())]));
                break;
            case "blockquote" or "aside" or "figure" when HtmlQuotes.IsPullQuote(element):
                _quotes.Read(element, flow, around);
                break;
            case "blockquote":
                flow.Add(new Blockquote("", Inside(element, around.Inside).End(orEmpty: true)));
                break;
            case "table":
                _tables.Read(element, flow, around);
                break;
            case "figure":
                _pictures.Figure(element, flow, around);
                break;
            case "iframe":
                _pictures.Embed(element, null, flow);
                break;
            case "pre":
                Preformatted(element, flow);
                break;
            default:
                if (HtmlNames.Named.Contains(element.LocalName, StringComparer.Ordinal))
                {
                    _losses.Add($"<{element.LocalName}> (its text is kept)");
                }

                Set(element.ChildNodes, flow, around);
                break;
        }
    }

    private void Heading(IElement element, Flow flow, Surroundings around)
    {
        var sent = element.LocalName[1] - '0';
        var level = Math.Clamp(sent, 2, 4);
        if (level != sent)
        {
            _losses.Add(string.Create(CultureInfo.InvariantCulture, $"heading of level {sent} (it became level {level})"));
        }

        var line = new Flow(oneLine: true);
        Set(element.ChildNodes, line, around.Inside);
        if (line.TakeLine() is { Count: > 0 } text)
        {
            flow.Add(new Heading("", level, text));
        }

        flow.Add(line.End());
    }

    private void Gate(Flow flow, Surroundings around)
    {
        if (_hasGate || !around.AtTop)
        {
            _losses.Add(_hasGate ? "a second gate" : "a gate inside another block");
            return;
        }

        _hasGate = true;
        flow.Add(new GateBlock(""));
    }

    private void Preformatted(IElement element, Flow flow)
    {
        _losses.Add("<pre> (its text is kept)");
        foreach (var line in element.TextContent.Split('\n'))
        {
            flow.Add(line, Marks.None);
            flow.Break();
        }
    }
}
