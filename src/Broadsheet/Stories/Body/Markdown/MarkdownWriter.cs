using System.Globalization;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Writes blocks as Markdown, each a piece of text without a line end.</summary>
internal static class MarkdownWriter
{
    public static string Write(IReadOnlyList<Block> blocks) => Write(blocks, first: false);

    /// <summary>Writes blocks; a list that nothing stands before takes its other mark where <paramref name="first"/>: empty lists right inside one another would be a rule.</summary>
    private static string Write(IReadOnlyList<Block> blocks, bool first)
    {
        List<string> pieces = [];
        Block? previous = null;
        var second = false;
        foreach (var block in blocks)
        {
            // Lists of a kind that stand side by side would become one: they differ in their marks.
            var other = block is BulletList or OrderedList && (previous is null ? first : previous.GetType() == block.GetType() && !second);
            if (Write(block, other) is { Length: > 0 } piece)
            {
                pieces.Add(piece);
                (previous, second) = (block, other);
            }
        }

        return string.Join("\n\n", pieces);
    }

    private static string Write(Block block, bool second) => block switch
    {
        Paragraph paragraph => MarkdownText.Lines(paragraph.Text),
        Heading heading => $"{new string('#', heading.Level)} {MarkdownText.OneLine(heading.Text)}".TrimEnd(),
        BulletList list => List(list.Items, second, _ => second ? "+ " : "- "),
        OrderedList list => List(list.Items, second, i => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(list.Start + i, 999_999_999)}{(second ? ')' : '.')} ")),
        Blockquote quote => Prefixed(Write(quote.Blocks), "> ", "> "),
        PullQuote quote => Box("pullquote", [("attribution", quote.Attribution)], MarkdownText.Lines(quote.Text)),
        Figure figure => Figure(figure),
        Gallery gallery => Box("gallery", [("images", string.Join(' ', gallery.Images.Select(i => $"image:{i}")))]),
        Comparison two => Box("comparison", [("before", $"image:{two.Before}"), ("after", $"image:{two.After}"), ("caption", two.Caption), ("credit", two.Credit)]),
        Factbox box => Box("factbox", [("title", box.Title)], Write(box.Blocks)),
        Table table => MarkdownTable.Write(table),
        Embed embed => Box("embed", [("url", embed.Url.AbsoluteUri), ("caption", embed.Caption)]),
        Timeline timeline => Box("timeline", [("topic", timeline.Topic), ("question", timeline.Question)]),
        WhatWeKnow known => Box("whatWeKnow", [("question", known.Question)]),
        Background background => Box("background", [("id", background.Fragment.ToString()), ("version", background.Version.ToString(CultureInfo.InvariantCulture))]),
        GateBlock => GateParser.Line,
        HorizontalRule => "* * *",
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    public static string Figure(Figure figure)
    {
        var title = figure.Caption is { } caption ? $" \"{MarkdownEscapes.In(caption, "\\\"|")}\"" : "";
        (string, string?)[] braces = [("size", figure.Size is FigureSize.Column ? null : Json.NamesOf.Of(figure.Size)), ("credit", figure.Credit)];
        return $"![](image:{figure.Image}{title}){Braces.Write(braces)}";
    }

    private static string List(IReadOnlyList<ListItem> items, bool second, Func<int, string> mark)
    {
        var pieces = items.Select((item, i) => Prefixed(Write(item.Blocks, !second), mark(i), new string(' ', mark(i).Length)));
        return string.Join(items.All(i => i.Blocks.Count is 1) ? "\n" : "\n\n", pieces);
    }

    private static string Box(string name, (string Name, string? Value)[] attributes, string content = "")
    {
        var longest = content.Split('\n').Max(l => l.Length - l.AsSpan().TrimStart("> :").Length);
        var fence = new string(':', Math.Max(3, longest + 1));
        return $"{$"{fence} {name} {Braces.Write(attributes)}".TrimEnd()}\n{(content.Length > 0 ? content + "\n" : "")}{fence}";
    }

    private static string Prefixed(string content, string first, string rest) =>
        string.Join('\n', content.Split('\n').Select((line, i) => ((i is 0 ? first : rest) + line).TrimEnd()));
}
