using System.Globalization;
using Broadsheet.Stories.Body.Imports;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Makes blocks of Markdown's blocks.</summary>
internal sealed class MarkdownBlocks
{
    private readonly MarkdownInlines _inlines;
    private readonly MarkdownBoxes _boxes;
    private readonly MarkdownTables _tables;
    private readonly Losses _losses;
    private bool _hasGate;

    public MarkdownBlocks(MarkdownKeys keys, Labels labels, Losses losses)
    {
        _inlines = new MarkdownInlines(keys, labels, losses);
        _boxes = new MarkdownBoxes(this, keys, labels, losses);
        _tables = new MarkdownTables(_inlines, losses);
        _losses = losses;
    }

    public IReadOnlyList<Block> Read(MarkdownDocument document) => Read(document, inFactbox: false).End();

    public Flow Read(ContainerBlock container, bool inFactbox)
    {
        var flow = new Flow();
        foreach (var block in container)
        {
            Read(block, flow, inFactbox);
            flow.EndParagraph();
        }

        return flow;
    }

    private void Read(Markdig.Syntax.Block block, Flow flow, bool inFactbox)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                _inlines.Read(paragraph.Inline, flow);
                break;
            case HeadingBlock heading:
                Heading(heading, flow);
                break;
            case QuoteBlock quote:
                flow.Add(new Blockquote("", Read(quote, inFactbox).End(orEmpty: true)));
                break;
            case ListBlock list:
                flow.Add(List(list, inFactbox));
                break;
            case Markdig.Extensions.Tables.Table table:
                flow.Add(_tables.Read(table));
                break;
            case CustomContainer box:
                _boxes.Read(box, flow, inFactbox);
                break;
            case GateLine:
                Gate(block, flow);
                break;
            case ThematicBreakBlock:
                flow.Add(new HorizontalRule(""));
                break;
            case CodeBlock code:
                Code(code, flow);
                break;
            case HtmlBlock html:
                Html(html.Lines.ToString());
                break;
            case FootnoteGroup notes:
                Footnotes(notes, flow);
                break;
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or BlankLineBlock:
                break;
            default:
                _losses.Add(block.GetType().Name);
                break;
        }
    }

    private void Heading(HeadingBlock heading, Flow flow)
    {
        var level = Math.Clamp(heading.Level, 2, 4);
        if (level != heading.Level)
        {
            _losses.Add(string.Create(CultureInfo.InvariantCulture, $"heading of level {heading.Level} (it became level {level})"));
        }

        var line = new Flow(oneLine: true);
        _inlines.Read(heading.Inline, line);
        flow.Add(new Heading("", level, line.TakeLine()));
        flow.Add(line.End());
    }

    private Block List(ListBlock list, bool inFactbox)
    {
        ListItem[] items = [.. list.OfType<ListItemBlock>().Select(i => new ListItem("", Read(i, inFactbox).EndItem()))];
        return list.IsOrdered
            ? new OrderedList("", int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1, items)
            : new BulletList("", items);
    }

    private void Gate(Markdig.Syntax.Block gate, Flow flow)
    {
        if (gate.Parent is not MarkdownDocument)
        {
            _losses.Add($"{GateParser.Line} inside another block");
        }
        else if (_hasGate)
        {
            _losses.Add($"a second {GateParser.Line}");
        }
        else
        {
            _hasGate = true;
            flow.Add(new GateBlock(""));
        }
    }

    private void Code(CodeBlock code, Flow flow)
    {
        _losses.Add("code block (it became a paragraph)");
        foreach (var line in code.Lines.ToString().Split('\n'))
        {
            flow.Add(line, Marks.None);
            flow.Break();
        }
    }

    private void Html(string html)
    {
        if (!string.Equals(html.Trim(), "<br>", StringComparison.Ordinal))
        {
            _losses.Add(RawHtml.NameOf(html));
        }
    }

    private void Footnotes(FootnoteGroup notes, Flow flow)
    {
        ListItem[] items = [.. notes.OfType<Footnote>().Select(n => new ListItem("", Read(n, inFactbox: false).EndItem()))];
        if (items.Length > 0)
        {
            _losses.Add("footnotes (they became a list at the end)");
            flow.Add(new OrderedList("", 1, items));
        }
    }
}
