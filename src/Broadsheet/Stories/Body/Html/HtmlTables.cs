using System.Globalization;
using AngleSharp.Dom;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Makes tables. A table of one cell, which only lays out a page, and one inside another leave their text.</summary>
internal sealed class HtmlTables(HtmlBlocks blocks, Losses losses)
{
    public void Read(IElement table, Flow flow, Surroundings around)
    {
        foreach (var caption in table.Children.Where(c => c.LocalName is "caption"))
        {
            losses.Add("<caption> (it became a paragraph)");
            flow.Add(blocks.Inside(caption, around.Inside).End());
        }

        IElement[][] rows = [.. Rows(table).Select(Cells).Where(r => r.Length > 0)];
        if (around.InTable || rows.Sum(r => r.Length) < 2)
        {
            losses.Add(around.InTable ? "<table> in a table (its text is kept)" : "<table> of one cell (its text is kept)");
            foreach (var cell in rows.SelectMany(r => r))
            {
                flow.Add(blocks.Inside(cell, around).End());
            }

            return;
        }

        var inside = around.Inside with { InTable = true };
        flow.Add(new Table("", [.. rows.Select(r => new TableRow("", [.. r.Select(c => Cell(c, inside))]))]));
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(c => c.LocalName switch
    {
        "tr" => [c],
        "thead" or "tbody" or "tfoot" => c.Children.Where(r => r.LocalName is "tr"),
        _ => Enumerable.Empty<IElement>(),
    });

    private static IElement[] Cells(IElement row) => [.. row.Children.Where(c => c.LocalName is "td" or "th")];

    private TableCell Cell(IElement cell, Surroundings around) => new(
        "",
        cell.LocalName is "th",
        Span(cell, "colspan", BodyLimits.TableColumns),
        Span(cell, "rowspan", BodyLimits.TableRows),
        null,
        blocks.Inside(cell, around).End(orEmpty: true));

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
}
