using System.Text;

namespace Broadsheet.Stories.Body;

/// <summary>What a body says without its looks: for search, for counting, for comparing versions. Paragraphs are a blank line apart, a list's items and a table's rows a line.</summary>
public static class PlainText
{
    public static string Of(IEnumerable<Block> blocks) => Joined(blocks, "\n\n");

    public static string Of(Block block) => block switch
    {
        BulletList or OrderedList or Table => Joined(block.Inside, "\n"),
        ListItem => Joined(block.Inside, "\n"),
        TableRow => string.Join('\t', block.Inside.Select(Of)),
        TableCell => Joined(block.Inside, " ").Replace('\n', ' '),
        Factbox box => Joined([box.Title, Joined(box.Blocks, "\n\n")], "\n\n"),
        PullQuote quote => Joined([Of(quote.Text), quote.Attribution], "\n"),
        Figure figure => figure.Caption ?? "",
        Comparison comparison => comparison.Caption ?? "",
        Embed embed => embed.Caption ?? "",
        { Line.Count: > 0 } => Of(block.Line),
        _ => Of(block.Inside),
    };

    public static string Of(IReadOnlyList<Inline> line)
    {
        if (line is [TextRun only])
        {
            return only.Value;
        }

        var text = new StringBuilder();
        foreach (var inline in line)
        {
            text.Append(inline is TextRun run ? run.Value : "\n");
        }

        return text.ToString();
    }

    private static string Joined(IEnumerable<Block> blocks, string between) => Joined(blocks.Select(Of), between);

    private static string Joined(IEnumerable<string?> texts, string between) => string.Join(between, texts.Where(t => !string.IsNullOrWhiteSpace(t)));
}
