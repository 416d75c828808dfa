using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Pages;

/// <summary>Plain text of several lines as markup.</summary>
public static class Prose
{
    public static Markup Paragraphs(string text)
    {
        using var html = new HtmlWriter();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Open(HtmlTag.P).Text(paragraph).Close();
        }

        return html.ToMarkup();
    }
}
