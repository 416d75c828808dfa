using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Parses HTML as what stands in a page's body.</summary>
internal static class HtmlPage
{
    private const int Depth = 256;

    /// <summary>The page with <paramref name="html"/> as its body.</summary>
    /// <exception cref="HtmlBoundsException">It holds more than any story needs.</exception>
    public static IHtmlDocument Parse(string html)
    {
        var bounds = new HtmlBounds();
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = Depth, OnToken = (token, _) => bounds.Count(token) });
        var page = new HtmlParser().ParseDocument("");
        page.Body!.Append([.. parser.ParseFragment(html, page.Body)]);
        return page;
    }
}
