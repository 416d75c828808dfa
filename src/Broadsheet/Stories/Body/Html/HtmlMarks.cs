using AngleSharp.Dom;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Html;

/// <summary>What an element within a line does to the marks of its text.</summary>
internal sealed class HtmlMarks(Labels labels)
{
    public Marks Of(IElement element, Marks outer)
    {
        var looks = element.GetAttribute(PastedStyles.Look)?.Split(' ') ?? [];
        var marks = element.LocalName switch
        {
            "b" or "strong" when !looks.Contains("plain", StringComparer.Ordinal) => outer with { Bold = true },
            "i" or "em" or "cite" => outer with { Italic = true },
            "a" when element.GetAttribute("href") is { } href => outer with { Link = Link(href, element.GetAttribute("title")) ?? outer.Link },
            _ => outer,
        };
        return marks with
        {
            Bold = marks.Bold || looks.Contains("bold", StringComparer.Ordinal),
            Italic = marks.Italic || looks.Contains("italic", StringComparer.Ordinal),
        };
    }

    private LinkMark? Link(string href, string? title) =>
        labels.Href(href) is { } allowed ? new LinkMark(allowed, labels.Title(title)) : null;
}
