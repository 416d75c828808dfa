using Broadsheet.Outlets.Themes.Assets;
using Broadsheet.Outlets.Themes.Rendering;
using Broadsheet.Outlets.Themes.Templates;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes;

/// <summary>A loaded theme: it turns view models into pages. All templates are compiled, so the first reader waits for nothing.</summary>
public sealed class Theme
{
    private readonly ThemeWords _words;
    private readonly TemplateEngine _engine;

    private Theme(ThemeFiles files, ThemeAssets assets, ThemeWords words, TemplateEngine engine) =>
        (Name, Folders, Assets, _words, _engine) = (files.Name, files.Folders, assets, words, engine);

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    /// <summary>The folder it was read from, and after it those of what it extends.</summary>
    public IReadOnlyList<string> Folders { get; }

    public ThemeAssets Assets { get; }

    /// <summary>The languages that have words of their own.</summary>
    public IReadOnlyCollection<string> Languages => _words.Languages;

    /// <summary>Reads the files, compiles the templates, compresses the assets.</summary>
    /// <exception cref="ThemeException">The theme can't be used; the message names files and lines.</exception>
    public static Theme Load(ThemeFiles files)
    {
        var assets = ThemeAssets.Load(files);
        return new Theme(files, assets, ThemeWords.Load(files), TemplateEngine.Compile(TemplateSet.Load(files, assets), assets));
    }

    /// <summary>The theme's words in a language, for what is composed before a template sees it: “2 updates”.</summary>
    public Words Words(string language) => _words.For(language);

    /// <summary>The page as UTF-8.</summary>
    public byte[] Render(PageView page) => Render(PageKinds.ByView[page.GetType()], page);

    /// <summary>The text-only page as UTF-8.</summary>
    public byte[] RenderLite(PageView page) => Render("lite/" + PageKinds.ByView[page.GetType()], page);

    private byte[] Render(string template, PageView page) => _engine.Render(template, page, _words.For(page.Frame.Language));
}
