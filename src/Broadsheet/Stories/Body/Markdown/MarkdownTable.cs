namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Writes a table with pipes. One that doesn't begin with a row of headers gets an empty one.</summary>
internal static class MarkdownTable
{
    public static string Write(Table table)
    {
        var rows = Grid(table);
        var columns = Math.Max(1, rows.Max(r => r.Count));
        var hasHeader = table.Rows[0].Cells is { Count: > 0 } first && first.All(c => c.IsHeader);
        IReadOnlyList<string> header = hasHeader ? rows[0] : [];
        IEnumerable<string> lines =
        [
            Line(header, columns),
            $"|{string.Concat(Enumerable.Repeat(" --- |", columns))}",
            .. rows.Skip(hasHeader ? 1 : 0).Select(r => Line(r, columns)),
        ];
        return string.Join('\n', lines);
    }

    /// <summary>The cells' texts at their columns: a cell that spans several is followed, and has below it, empty ones.</summary>
    private static List<List<string>> Grid(Table table)
    {
        List<List<string>> rows = [];
        var coveredTo = new int[BodyLimits.TableColumns + 1];
        foreach (var row in table.Rows)
        {
            List<string> line = [];
            foreach (var cell in row.Cells)
            {
                Fill(line, coveredTo, rows.Count);
                for (var i = 0; i < cell.ColumnSpan && line.Count < coveredTo.Length - 1; i++)
                {
                    coveredTo[line.Count] = rows.Count + cell.RowSpan;
                    line.Add(i is 0 ? Text(cell.Blocks) : "");
                }
            }

            Fill(line, coveredTo, rows.Count);
            rows.Add(line);
        }

        return rows;
    }

    /// <summary>Steps over columns that cells of rows above reach down to.</summary>
    private static void Fill(List<string> line, int[] coveredTo, int row)
    {
        while (coveredTo[line.Count] > row)
        {
            line.Add("");
        }
    }

    private static string Line(IReadOnlyList<string> cells, int columns) =>
        $"|{string.Concat(Enumerable.Range(0, columns).Select(i => i < cells.Count && cells[i].Length > 0 ? $" {cells[i]} |" : "  |"))}";

    private static string Text(IReadOnlyList<Block> blocks) =>
        string.Join("<br>", blocks.Select(Text).Where(t => t.Length > 0));

    private static string Text(Block block) => block switch
    {
        Figure figure => MarkdownWriter.Figure(figure),
        { Line.Count: > 0 } => MarkdownText.OneLine(block.Line),
        _ => Text(block.Inside),
    };
}
