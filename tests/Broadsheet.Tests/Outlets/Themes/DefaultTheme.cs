using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Outlets.Themes;
using Broadsheet.Outlets.Themes.Views;

namespace Broadsheet.Tests.Outlets.Themes;

/// <summary>The theme that comes with the program, loaded once for all tests.</summary>
internal static class DefaultTheme
{
    public static ThemeCatalog Catalog { get; } = new(ThemeCatalog.BuiltInFolder, own: null);

    public static Theme Theme => Catalog.Get("default");

    public static string Folder => Path.Combine(ThemeCatalog.BuiltInFolder, "default");

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static string Html(PageView page, bool isLite = false) =>
        Encoding.UTF8.GetString(isLite ? Theme.RenderLite(page) : Theme.Render(page));

    public static IHtmlDocument Parsed(PageView page, bool isLite = false) => new HtmlParser().ParseDocument(Html(page, isLite));
}
