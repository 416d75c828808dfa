using Broadsheet.Stories.Body;

namespace Broadsheet.Tests.Support;

/// <summary>A document as it is after a way through Markdown: exactly what the export says it loses is missing.</summary>
public static class SayableInMarkdown
{
    public static Document Of(Document document) => new(Blocks(document.Blocks));

    private static IReadOnlyList<Block> Blocks(IReadOnlyList<Block> blocks) =>
        [.. blocks.Select(Block).Where(b => b is not Paragraph { Text: [] })];

    private static IReadOnlyList<Block> OrEmpty(IReadOnlyList<Block> blocks) => blocks.Count is 0 ? [new Paragraph("", [])] : blocks;

    private static Block Block(Block block) => block switch
    {
        Paragraph paragraph => paragraph with { Text = Line(paragraph.Text) },
        Heading heading => heading with { Text = Line(heading.Text) },
        PullQuote quote => quote with { Text = Line(quote.Text), Attribution = Label(quote.Attribution) },
        Figure figure => figure with { Caption = Label(figure.Caption), Credit = Label(figure.Credit) },
        Comparison two => two with { Caption = Label(two.Caption), Credit = Label(two.Credit) },
        Embed embed => embed with { Caption = Label(embed.Caption) },
        Factbox box => box with { Title = Label(box.Title), Blocks = OrEmpty(Blocks(box.Blocks)) },
        Blockquote quote => quote with { Blocks = OrEmpty(Blocks(quote.Blocks)) },
        BulletList list => list with { Items = [.. list.Items.Select(Item)] },
        OrderedList list => list with { Items = [.. list.Items.Select(Item)] },
        Table table => Table(table),
        _ => block,
    };

    private static ListItem Item(ListItem item)
    {
        var blocks = Blocks(item.Blocks);
        return item with { Blocks = blocks is [Paragraph, ..] ? blocks : [new Paragraph("", []), .. blocks] };
    }

    private static Table Table(Table table)
    {
        var hasHeader = table.Rows[0].Cells.All(c => c.IsHeader);
        var grid = table.Rows.Select(_ => new List<IReadOnlyList<Block>?>()).ToArray();
        for (var y = 0; y < grid.Length; y++)
        {
            foreach (var cell in table.Rows[y].Cells)
            {
                var x = FirstFree(grid[y]);
                for (var (i, j) = (0, 0); i < cell.RowSpan && y + i < grid.Length; (i, j) = j + 1 < cell.ColumnSpan ? (i, j + 1) : (i + 1, 0))
                {
                    Put(grid[y + i], x + j, i + j is 0 ? Cell(cell.Blocks) : []);
                }
            }
        }

        var width = grid.Max(r => r.Count);
        var rows = grid.Select((row, y) => new TableRow("", [.. Enumerable.Range(0, width).Select(x => new TableCell("", hasHeader && y is 0, 1, 1, null, OrEmpty(row.ElementAtOrDefault(x) ?? [])))])).ToList();
        return table with { Rows = hasHeader && rows.Count > 1 && rows[0].Cells.All(c => c.Blocks is [Paragraph { Text: [] }]) ? rows[1..] : rows };
    }

    private static int FirstFree(List<IReadOnlyList<Block>?> row) => row.IndexOf(null) is >= 0 and var free ? free : row.Count;

    private static void Put(List<IReadOnlyList<Block>?> row, int at, IReadOnlyList<Block> blocks)
    {
        while (row.Count <= at)
        {
            row.Add(null);
        }

        row[at] = blocks;
    }

    private static List<Block> Cell(IReadOnlyList<Block> blocks)
    {
        List<Block> cell = [];
        List<Inline> line = [];
        foreach (var block in new Document(blocks).AllBlocks())
        {
            if (block is Figure)
            {
                EndLine(cell, line);
                cell.Add(Block(block));
            }
            else if (Line(block.Line) is { Count: > 0 } text)
            {
                line.AddRange(line.Count > 0 ? [new HardBreak(), .. text] : text);
            }
        }

        EndLine(cell, line);
        return cell;
    }

    private static void EndLine(List<Block> cell, List<Inline> line)
    {
        if (line.Count > 0)
        {
            cell.Add(new Paragraph("", [.. line]));
            line.Clear();
        }
    }

    private static string? Label(string? label) => label?.Replace('\n', ' ').Trim() is { Length: > 0 } some ? some : null;

    private static IReadOnlyList<Inline> Line(IReadOnlyList<Inline> line)
    {
        List<List<TextRun>> lines = [[]];
        foreach (var inline in line)
        {
            if (inline is not TextRun run)
            {
                lines.Add([]);
                continue;
            }

            var plain = new TextRun(run.Value.Replace('\n', ' ').Replace('\t', ' '), Marks(run.Marks));
            var last = lines[^1];
            if (last is [.., var previous] && previous.Marks == plain.Marks)
            {
                last[^1] = previous with { Value = previous.Value + plain.Value };
            }
            else
            {
                last.Add(plain);
            }
        }

        var trimmed = lines.Select(Trim).ToList();
        var first = trimmed.FindIndex(l => l.Count > 0);
        return first < 0 ? [] : [.. trimmed[first..(trimmed.FindLastIndex(l => l.Count > 0) + 1)].SelectMany((l, i) => i is 0 ? l : l.Prepend<Inline>(new HardBreak()))];
    }

    private static Marks Marks(Marks marks) => marks with { Statement = null, Link = marks.Link is { } link ? link with { Title = Label(link.Title) } : null };

    private static List<Inline> Trim(List<TextRun> runs)
    {
        var from = runs.FindIndex(r => r.Value.AsSpan().Trim().Length > 0);
        if (from < 0)
        {
            return [];
        }

        var kept = runs[from..(runs.FindLastIndex(r => r.Value.AsSpan().Trim().Length > 0) + 1)];
        kept[0] = kept[0] with { Value = kept[0].Value.TrimStart() };
        kept[^1] = kept[^1] with { Value = kept[^1].Value.TrimEnd() };
        return [.. kept];
    }
}
