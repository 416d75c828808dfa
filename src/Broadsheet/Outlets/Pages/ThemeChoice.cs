using Broadsheet.Outlets.Themes;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Paper;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Web;

namespace Broadsheet.Outlets.Pages;

/// <summary>Which theme pages are drawn with: the one that configuration forces, otherwise the one the paper chose.</summary>
public sealed class ThemeChoice(ThemeCatalog catalog, Settings settings)
{
    /// <summary>The theme of a paper that chose none.</summary>
    public const string BuiltIn = "default";

    /// <summary>Loads the theme that configuration forces: a start without it is none.</summary>
    /// <exception cref="Invalid">There is no such theme.</exception>
    /// <exception cref="ThemeException">It can't be used; the message names files and lines.</exception>
    public void LoadForced()
    {
        if (settings.Theme is { } name && catalog.Find(name) is null)
        {
            throw new Invalid("Theme", $"Theme is “{name}”, and there is no such theme. These are: {string.Join(", ", catalog.Names)}.");
        }
    }

    public Theme Of(PaperSettings paper) => catalog.Find(settings.Theme ?? paper.Theme) ?? catalog.Get(BuiltIn);

    /// <summary>The page as UTF-8; a lite request is drawn as text only.</summary>
    public byte[] Render(PageContext page, PageView view)
    {
        var theme = Of(page.Frame.Paper);
        return page.Request.IsLite ? theme.RenderLite(view) : theme.Render(view);
    }
}
