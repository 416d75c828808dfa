using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Broadsheet.Stories.Body.Imports;
using Ganss.Xss;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Takes from a page all that no document has a place for, and names it.</summary>
internal static class Sanitising
{
    private static readonly string[] Tags =
    [
        .. HtmlNames.Silent, .. HtmlNames.Named,
        "h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "cite", "q", "a", "br", "hr", "ul", "ol", "menu", "li", "blockquote", "pre",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figure", "figcaption", "img", "iframe",
    ];

    private static readonly string[] Attributes = ["href", "title", "src", "alt", "colspan", "rowspan", "start", "class", PastedStyles.Look, PastedStyles.List, "data-image", "data-gate"];

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    // What stands inside these is no text of the story.
    private static readonly HashSet<string> WithContent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "svg", "math", "object", "applet", "audio", "video", "canvas", "textarea", "select", "noembed", "noframes", "xml", "title", "datalist",
    };

    // What every page and every word processor puts beside the text
    private static readonly HashSet<string> Noise = new(StringComparer.OrdinalIgnoreCase) { "meta", "link", "base", "title", "wbr", "col", "colgroup" };

    public static void Clean(IHtmlDocument page, Losses losses)
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        Set(sanitizer.AllowedTags, Tags);
        Set(sanitizer.AllowedAttributes, Attributes);
        Set(sanitizer.AllowedSchemes, Schemes);
        sanitizer.RemovingTag += (_, removing) => Remove(removing.Tag, page.Body!, losses);
        sanitizer.RemovingAttribute += (_, removing) => losses.Add(Name(removing.Attribute, removing.Tag, removing.Reason));
        sanitizer.RemovingComment += (_, _) => losses.Add("comments");
        sanitizer.SanitizeDom(page, (IHtmlElement)page.Body!);
    }

    private static void Set(ISet<string> allowed, string[] names)
    {
        allowed.Clear();
        allowed.UnionWith(names);
    }

    private static void Remove(IElement tag, IElement body, Losses losses)
    {
        var name = tag.LocalName;
        if (!body.Contains(tag))
        {
            return;
        }

        if (WithContent.Contains(name))
        {
            tag.TextContent = "";
            losses.Add(tag.GetAttribute("src") is { } src ? $"<{name} src=\"{src}\">" : $"<{name}>");
        }
        else if (!Noise.Contains(name) && !name.Contains(':', StringComparison.Ordinal))
        {
            losses.Add(tag.HasChildNodes ? $"<{name}> (its text is kept)" : $"<{name}>");
        }
    }

    private static string Name(IAttr attribute, IElement tag, RemoveReason reason) => attribute.Name switch
    {
        "href" when reason is RemoveReason.NotAllowedUrlValue => $"link to {attribute.Value}",
        "src" when reason is RemoveReason.NotAllowedUrlValue => $"<{tag.LocalName} src=\"{attribute.Value}\">",
        var name => $"attribute {name}",
    };
}
