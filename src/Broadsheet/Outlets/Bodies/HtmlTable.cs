using Broadsheet.Platform.Text;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A table whose header cells say what they head, as reading software needs it.</summary>
/// <param name="open">Opens an element as the outlet has it.</param>
/// <param name="write">Writes what stands in a cell.</param>
internal sealed class HtmlTable(Func<HtmlTag, HtmlWriter> open, Action<IReadOnlyList<Block>> write)
{
    public void Write(Table table)
    {
        var heads = table.Rows.TakeWhile(row => row.Cells.All(cell => cell.IsHeader)).Count();
        var html = open(HtmlTag.Table);
        Write(HtmlTag.Thead, [.. table.Rows.Take(heads)], "col");
        Write(HtmlTag.Tbody, [.. table.Rows.Skip(heads)], "row");
        html.Close();
    }

    private void Write(HtmlTag group, IReadOnlyList<TableRow> rows, string scope)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var html = open(group);
        foreach (var row in rows)
        {
            open(HtmlTag.Tr);
            foreach (var cell in row.Cells)
            {
                Write(cell, scope);
            }

            html.Close();
        }

        html.Close();
    }

    private void Write(TableCell cell, string scope)
    {
        var html = Heads(cell) ? open(HtmlTag.Th).Attribute(HtmlAttribute.Scope, scope) : open(HtmlTag.Td);
        Span(html, HtmlAttribute.ColumnSpan, cell.ColumnSpan);
        Span(html, HtmlAttribute.RowSpan, cell.RowSpan);
        write(cell.Blocks);
        html.Close();
    }

    /// <summary>A header cell without words heads nothing.</summary>
    private static bool Heads(TableCell cell) => cell.IsHeader && cell.Blocks.Any(block => block is not Paragraph { Text.Count: 0 });

    private static void Span(HtmlWriter html, HtmlAttribute name, int span)
    {
        if (span > 1)
        {
            html.Attribute(name, span);
        }
    }
}
