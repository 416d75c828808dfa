using System.Globalization;
using Broadsheet.Outlets.Themes.Views;

namespace Broadsheet.Outlets.Pages;

/// <summary>The way through the pages of a list.</summary>
public static class Pagers
{
    /// <returns>Null where there is only one page.</returns>
    public static Pager? Of(PageContext page, string path, bool hasOlder)
    {
        var number = page.Request.Number;
        if (number == 1 && !hasOlder)
        {
            return null;
        }

        return new Pager
        {
            Newer = number == 1 ? null : Address(page, path, number - 1),
            Older = hasOlder && number < PageRequest.LastNumber ? Address(page, path, number + 1) : null,
            Text = page.Say("pageNumber", number.ToString("N0", page.Tongue.Culture)),
        };
    }

    private static string Address(PageContext page, string path, int number) =>
        page.Request.To(path) + (number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"?page={number}"));
}
