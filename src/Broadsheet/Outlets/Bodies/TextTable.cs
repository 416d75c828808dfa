using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A table as plain text: under a row of headings each row is lines of “heading: words”, otherwise one line with bars between the cells.</summary>
internal static class TextTable
{
    /// <summary>The most columns a cell may span (HTML, section 4.9.11).</summary>
    private const int MostColumns = 1000;

    public static IEnumerable<string> Rows(Table table, Func<IReadOnlyList<Block>, string> words)
    {
        var grid = Grid(table, words);
        if (table.Rows.Count < 2 || !table.Rows[0].Cells.All(cell => cell.IsHeader))
        {
            return [string.Join('\n', grid.Select(row => string.Join(" | ", row.Select(cell => cell.Words))))];
        }

        var headings = grid[0];
        return grid.Skip(1).Select(row => string.Join('\n', row.Where(cell => cell.Words.Length > 0).Select(cell => Under(headings, cell)))).Where(row => row.Length > 0);
    }

    private static string Under(List<PlacedCell> headings, PlacedCell cell)
    {
        var heading = headings.Find(heading => heading.Column <= cell.Column && cell.Column < heading.Column + heading.Span);
        return heading is { Words.Length: > 0 } ? $"{heading.Words}: {cell.Words}" : cell.Words;
    }

    /// <summary>Every cell with the column it stands in, below cells that reach down from rows above.</summary>
    private static List<List<PlacedCell>> Grid(Table table, Func<IReadOnlyList<Block>, string> words)
    {
        List<List<PlacedCell>> rows = [];
        Dictionary<int, int> coveredUntil = [];
        foreach (var row in table.Rows)
        {
            List<PlacedCell> cells = [];
            var column = 0;
            foreach (var cell in row.Cells)
            {
                while (coveredUntil.GetValueOrDefault(column) > rows.Count)
                {
                    column++;
                }

                var span = Math.Clamp(cell.ColumnSpan, 1, MostColumns);
                cells.Add(new(column, span, words(cell.Blocks)));
                for (var end = column + span; column < end; column++)
                {
                    coveredUntil[column] = rows.Count + Math.Max(1, cell.RowSpan);
                }
            }

            rows.Add(cells);
        }

        return rows;
    }

    private sealed record PlacedCell(int Column, int Span, string Words);
}
