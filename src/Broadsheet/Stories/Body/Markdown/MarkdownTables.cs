using Broadsheet.Stories.Body.Imports;
using Markdig.Syntax;
using MarkdigTables = Markdig.Extensions.Tables;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Makes tables of pipe tables. A header whose cells are all empty stands for none: Markdown has no other way to say so.</summary>
internal sealed class MarkdownTables(MarkdownInlines inlines, Losses losses)
{
    public IEnumerable<Block> Read(MarkdigTables.Table table)
    {
        if (table.ColumnDefinitions.Any(c => c.Alignment is not null))
        {
            losses.Add("alignment of table columns");
        }

        TableRow[] rows = [.. table.OfType<MarkdigTables.TableRow>().Select(Row).Where(r => r.Cells.Count > 0)];
        return rows switch
        {
            [] => [],
            [var first, _, ..] when first.Cells.All(c => c.IsHeader && c.Blocks is [Paragraph { Text: [] }]) => [new Table("", rows[1..])],
            _ => [new Table("", rows)],
        };
    }

    private TableRow Row(MarkdigTables.TableRow row) =>
        new("", [.. row.OfType<MarkdigTables.TableCell>().Select(c => new TableCell("", row.IsHeader, 1, 1, null, Cell(c)))]);

    private IReadOnlyList<Block> Cell(MarkdigTables.TableCell cell)
    {
        var flow = new Flow();
        foreach (var paragraph in cell.OfType<LeafBlock>())
        {
            inlines.Read(paragraph.Inline, flow);
            flow.EndParagraph();
        }

        return flow.End(orEmpty: true);
    }
}
