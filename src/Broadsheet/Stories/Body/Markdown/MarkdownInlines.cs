using System.Globalization;
using Broadsheet.Stories.Body.Imports;
using Broadsheet.Stories.Body.Json;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Sets Markdown's inlines into a flow; pictures become figures between its paragraphs.</summary>
internal sealed class MarkdownInlines(MarkdownKeys keys, Labels labels, Losses losses)
{
    public void Read(ContainerInline? line, Flow flow) => Read(line, flow, Marks.None);

    private void Read(ContainerInline? line, Flow flow, Marks outer)
    {
        var marks = outer;
        foreach (var inline in line ?? [])
        {
            if (inline is HtmlInline html)
            {
                marks = Tag(html.Tag, flow, marks, outer);
            }
            else
            {
                Read(inline, flow, marks);
            }
        }
    }

    private void Read(Markdig.Syntax.Inlines.Inline inline, Flow flow, Marks marks)
    {
        switch (inline)
        {
            case LiteralInline literal:
                flow.Add(literal.Content.ToString(), marks);
                break;
            case HtmlEntityInline entity:
                flow.Add(entity.Transcoded.ToString(), marks);
                break;
            case LineBreakInline { IsHard: true }:
                flow.Break();
                break;
            case LineBreakInline:
                flow.Add(" ", marks);
                break;
            case CodeInline code:
                losses.Add("code (its text is kept)");
                flow.Add(code.Content, marks);
                break;
            case EmphasisInline emphasis:
                Read(emphasis, flow, Emphasised(emphasis, marks));
                break;
            case LinkInline { IsImage: true } image:
                Figure(image, flow, marks);
                break;
            case LinkInline link:
                Read(link, flow, marks with { Link = Link(link.Url ?? "", link.Title) });
                break;
            case AutolinkInline auto:
                flow.Add(auto.Url, marks with { Link = Link(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, null) });
                break;
            case FootnoteLink { IsBackLink: false } note:
                flow.Add(string.Create(CultureInfo.InvariantCulture, $"[{note.Footnote.Order}]"), marks);
                break;
            case FootnoteLink:
                break;
            case ContainerInline container:
                flow.Add(container is DelimiterInline delimiter ? delimiter.ToLiteral() : "", marks);
                Read(container, flow, marks);
                break;
            default:
                losses.Add(inline.GetType().Name);
                break;
        }
    }

    /// <summary>The marks after a tag: those that stand for marks of ours are taken, line breaks too, all others named.</summary>
    private Marks Tag(string tag, Flow flow, Marks marks, Marks outer)
    {
        switch (tag.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal))
        {
            case "<br>" or "<br/>":
                flow.Break();
                return marks;
            case "<b>" or "<strong>":
                return marks with { Bold = true };
            case "</b>" or "</strong>":
                return marks with { Bold = outer.Bold };
            case "<i>" or "<em>":
                return marks with { Italic = true };
            case "</i>" or "</em>":
                return marks with { Italic = outer.Italic };
            case var other:
                if (!other.StartsWith("</", StringComparison.Ordinal))
                {
                    losses.Add(RawHtml.NameOf(tag));
                }

                return marks;
        }
    }

    private Marks Emphasised(EmphasisInline emphasis, Marks marks)
    {
        switch (emphasis)
        {
            case { DelimiterChar: '~' }:
                losses.Add("strikethrough (its text is kept)");
                return marks;
            case { DelimiterCount: 2 }:
                return marks with { Bold = true };
            default:
                return marks with { Italic = true };
        }
    }

    private LinkMark? Link(string url, string? title) =>
        keys.Href(url) is { } href ? new LinkMark(href, labels.Title(title)) : null;

    private void Figure(LinkInline image, Flow flow, Marks marks)
    {
        if (marks.Link is { } link)
        {
            losses.Add($"link to {link.Href} round an image");
        }

        if (keys.Image(image.Url ?? "") is not { } id)
        {
            return;
        }

        var alt = new Flow(oneLine: true);
        Read(image, alt, Marks.None);
        if (PlainText.Of(alt.TakeLine()) is { Length: > 0 } text)
        {
            losses.Add($"alternative text “{text}” (it is kept with the image)");
        }

        var braces = BracesParser.Of(image);
        braces.NameUnknown(losses, "size", "credit");
        flow.Add(new Figure("", id, labels.Caption(image.Title), labels.Credit(braces.Find("credit")), Size(braces.Find("size"))));
    }

    private FigureSize Size(string? name)
    {
        if (name is null)
        {
            return FigureSize.Column;
        }

        foreach (var size in NamesOf.Sizes)
        {
            if (string.Equals(size.Name, name, StringComparison.Ordinal))
            {
                return size.Value;
            }
        }

        losses.Add($"size “{name}” of an image");
        return FigureSize.Column;
    }
}
