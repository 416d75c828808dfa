using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Outlets.Themes;
using Broadsheet.Outlets.Themes.Views;

namespace Broadsheet.Tests.Outlets.Themes;

/// <summary>A theme that comes with the program, loaded once for all tests.</summary>
internal sealed class BuiltInTheme(string name)
{
    public static ThemeCatalog Catalog { get; } = new(ThemeCatalog.BuiltInFolder, own: null);

    public static BuiltInTheme Default { get; } = new("default");

    public Theme Theme => Catalog.Get(name);

    public string Folder => Path.Combine(ThemeCatalog.BuiltInFolder, name);

    public IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public string Html(PageView page, bool isLite = false) =>
        Encoding.UTF8.GetString(isLite ? Theme.RenderLite(page) : Theme.Render(page));

    public IHtmlDocument Parsed(PageView page, bool isLite = false) => new HtmlParser().ParseDocument(Html(page, isLite));
}
