namespace Broadsheet.Stories.Body.Html;

/// <summary>Elements that only hold others.</summary>
internal static class HtmlNames
{
    /// <summary>A document says the same without them.</summary>
    public static IReadOnlyList<string> Silent { get; } =
        ["html", "body", "div", "p", "span", "section", "article", "main", "header", "footer", "nav", "hgroup", "center", "address", "form", "fieldset", "picture"];

    /// <summary>They mean something that a document has no word for; their text is kept.</summary>
    public static IReadOnlyList<string> Named { get; } = ["aside", "details", "summary", "dl", "dt", "dd", "legend"];
}
