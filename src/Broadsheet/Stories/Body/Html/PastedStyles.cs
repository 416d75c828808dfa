using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Broadsheet.Stories.Body.Html;

/// <summary>
/// Word and Google Docs say in styles what HTML has elements for: bold as <c>font-weight:700</c>, the end of it as <c>&lt;b style="font-weight:normal"&gt;</c>,
/// a list as paragraphs with <c>mso-list</c>. This says it in attributes that outlive the styles.
/// </summary>
internal static class PastedStyles
{
    /// <summary>What a style said of text: <c>bold</c>, <c>italic</c>, <c>plain</c>.</summary>
    public const string Look = "data-look";

    /// <summary>The kind of list that a paragraph is an item of: <c>ol</c>, <c>ul</c>.</summary>
    public const string List = "data-list";

    public static void Translate(IHtmlDocument page)
    {
        foreach (var element in page.Body!.QuerySelectorAll("[style]").ToArray())
        {
            var style = element.GetAttribute("style")!.ToLowerInvariant();
            if (element.LocalName is "p" && style.Contains("mso-list:", StringComparison.Ordinal))
            {
                TranslateItem(element);
            }
            else if (element.LocalName is "span" or "b" or "strong" or "i" or "em" or "a")
            {
                TranslateLook(element, style);
            }
        }
    }

    private static void TranslateLook(IElement element, string style)
    {
        var weight = Value(style, "font-weight:");
        List<string> looks = [];
        if (weight is "bold" or "bolder" or "600" or "700" or "800" or "900")
        {
            looks.Add("bold");
        }

        if (Value(style, "font-style:") is "italic" or "oblique")
        {
            looks.Add("italic");
        }

        if (weight is "normal" or "400" && element.LocalName is "b" or "strong")
        {
            looks.Add("plain");
        }

        if (looks.Count > 0)
        {
            element.SetAttribute(Look, string.Join(' ', looks));
        }
    }

    private static string? Value(string style, string property)
    {
        var at = style.IndexOf(property, StringComparison.Ordinal);
        return at < 0 ? null : style[(at + property.Length)..].Split(';', 2)[0].Replace("!important", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>A list's paragraph begins with its mark: a number or a letter and a stop, or a dot of some kind.</summary>
    private static void TranslateItem(IElement paragraph)
    {
        var mark = paragraph.QuerySelector("[style*='mso-list:ignore' i]");
        paragraph.SetAttribute(List, mark?.TextContent.Trim() is [var first, .., '.' or ')'] && char.IsLetterOrDigit(first) ? "ol" : "ul");
        mark?.Remove();
    }
}
