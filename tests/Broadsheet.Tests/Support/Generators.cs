using Broadsheet.Stories.Body;
using CsCheck;

namespace Broadsheet.Tests.Support;

/// <summary>Documents of every shape the schema allows, full of strings that break careless renderers.</summary>
public static class Generators
{
    private static readonly string[] Nasty =
    [
        "<script>alert(1)</script>", "</style>", "]]>", "<!--", "-->", "&amp;", "&", "&#60;", "\"", "'", "<", ">", "\\", "`", "{{x}}", "${x}",
        "שלום", "مرحبا بالعالم", "\u202Eabc\u202C", "e\u0301", "a\u0300\u0301\u0302", "👩‍👩‍👧", "🇩🇪", "𝔘", "日本語の文", "新聞社", "ไทย", "\u00A0", "\u200B", "\uFEFF", "…", "“quoted”",
        "---gate---", "# not a heading", "1. not a list", "- not a list", "* * *", "::: factbox", "| a | b |", "[x](y)", "![x](y)", "_a_", "**b**", "~~c~~", "[^1]", "javascript:", "data:text/html,x",
        "\t", "\n", "  ", " ",
    ];

    /// <summary>A run of text: never empty, at times nothing but blanks.</summary>
    public static Gen<string> Text { get; } =
        Gen.OneOf(Gen.OneOf(Nasty), Word(), Word().Select(w => w + " "), Word().Select(w => " " + w)).Array[1, 6].Select(string.Concat);

    /// <summary>A caption, a credit, a title: some letters at least.</summary>
    public static Gen<string> Label { get; } = Gen.Select(Word(), Text, (word, text) => word + text);

    public static Gen<string> Href { get; } = Gen.OneOf(
        "https://example.org/", "http://example.org/a?b=c&d=e;f#g", "https://example.org/(x)_y*z", "https://example.org/\"'<>", "HTTPS://EXAMPLE.ORG", "https://مثال.example/مسار",
        "mailto:desk@example.org", "tel:+100200300", "/aldor/dam", "/a?b=[c]", "#end", "/");

    public static Gen<IReadOnlyList<Inline>> Line { get; } =
        Gen.Frequency((8, Gen.Select(Text, AnyMarks(), (text, marks) => (Inline)new TextRun(text, marks))), (1, Gen.Const((Inline)new HardBreak())))
            .List[0, 6].Select(Joined);

    /// <summary>Whole documents, with a gate or without.</summary>
    public static Gen<Document> Documents { get; } = Gen.Select(
        Blocks(depth: 3, inFactbox: false, inTable: false, least: 0),
        Gen.Int[0, 9],
        Id(),
        (blocks, at, id) => new Document(at < blocks.Count ? [.. blocks.Take(at), new GateBlock(id), .. blocks.Skip(at)] : blocks));

    private static Gen<string> Word() => Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyzABCäöüßéñıŁ0123456789"], 1, 9];

    private static Gen<string> Id() => Gen.String[Gen.Char["0123456789abcdefghjkmnpqrstvwxyz"], 12, 12];

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Select(Gen.Bool, gen, (given, value) => given ? value : null);

    private static Gen<Marks> AnyMarks() => Gen.Frequency((3, Gen.Const(Marks.None)), (2, Gen.Select(
        Gen.Bool,
        Gen.Bool,
        Maybe(Gen.Select(Href, Maybe(Label), (href, title) => new LinkMark(href, title))),
        Maybe(Gen.Select(Id().List[1, 3], Gen.Enum<StatementRole>(), (ids, role) => new StatementMark(ids, role))),
        (bold, italic, link, statement) => new Marks(bold, italic, link, statement))));

    private static IReadOnlyList<Inline> Joined(List<Inline> line)
    {
        List<Inline> joined = [];
        foreach (var inline in line)
        {
            if (inline is TextRun run && joined is [.., TextRun last] && last.Marks == run.Marks)
            {
                joined[^1] = last with { Value = last.Value + run.Value };
            }
            else
            {
                joined.Add(inline);
            }
        }

        return joined;
    }

    private static Gen<IReadOnlyList<Block>> Blocks(int depth, bool inFactbox, bool inTable, int least)
    {
        var block = Gen.Frequency((4, Paragraph()), (3, Single()), (depth > 0 ? 3 : 0, depth > 0 ? Container(depth - 1, inFactbox, inTable) : Paragraph()));
        return block.List[least, 5].Select(b => (IReadOnlyList<Block>)b);
    }

    private static Gen<Block> Paragraph() => Gen.Select(Id(), Line, (id, line) => (Block)new Paragraph(id, line));

    private static Gen<Block> Single() => Gen.OneOf(
        Gen.Select(Id(), Gen.Int[2, 4], Line, (id, level, line) => (Block)new Heading(id, level, line)),
        Gen.Select(Id(), Line, Maybe(Label), (id, line, by) => (Block)new PullQuote(id, line, by)),
        Gen.Select(Id(), Gen.Guid, Maybe(Label), Maybe(Label), Gen.Enum<FigureSize>(), (id, image, caption, credit, size) => (Block)new Figure(id, image, caption, credit, size)),
        Gen.Select(Id(), Gen.Guid.List[1, 4], (id, images) => (Block)new Gallery(id, images)),
        Gen.Select(Id(), Gen.Guid, Gen.Guid, Maybe(Label), Maybe(Label), (id, before, after, caption, credit) => (Block)new Comparison(id, before, after, caption, credit)),
        Gen.Select(Id(), Gen.OneOf("https://video.example.org/watch?v=1&t=2", "http://example.org/\"<x>'", "https://example.org/é#x"), Maybe(Label), (id, url, caption) => (Block)new Embed(id, new Uri(url), caption)),
        Gen.Select(Id(), Gen.Bool, Word(), (id, ofTopic, word) => (Block)new Timeline(id, ofTopic ? word : null, ofTopic ? null : word)),
        Gen.Select(Id(), Word(), (id, question) => (Block)new WhatWeKnow(id, question)),
        Gen.Select(Id(), Gen.Guid, Gen.Int[1, 9], (id, fragment, version) => (Block)new Background(id, fragment, version)),
        Id().Select(id => (Block)new HorizontalRule(id)));

    private static Gen<Block> Container(int depth, bool inFactbox, bool inTable)
    {
        var blocks = Blocks(depth, inFactbox, inTable, least: 1);
        var items = Gen.Select(Id(), Paragraph(), Blocks(depth, inFactbox, inTable, least: 0), (id, first, rest) => new ListItem(id, [first, .. rest])).List[1, 3];
        List<Gen<Block>> kinds =
        [
            Gen.Select(Id(), items, (id, list) => (Block)new BulletList(id, list)),
            Gen.Select(Id(), Gen.Int[0, 20], items, (id, start, list) => (Block)new OrderedList(id, start, list)),
            Gen.Select(Id(), blocks, (id, inside) => (Block)new Blockquote(id, inside)),
        ];
        if (!inFactbox)
        {
            kinds.Add(Gen.Select(Id(), Maybe(Label), Blocks(depth, inFactbox: true, inTable, least: 1), (id, title, inside) => (Block)new Factbox(id, title, inside)));
        }

        if (!inTable)
        {
            kinds.Add(Table(depth, inFactbox));
        }

        return Gen.OneOf([.. kinds]);
    }

    private static Gen<Block> Table(int depth, bool inFactbox)
    {
        var cell = Gen.Select(
            Gen.Select(Id(), Gen.Bool, Gen.Int[1, 3], Gen.Int[1, 2]),
            Gen.Bool,
            Gen.OneOf(Paragraph().Select(p => (IReadOnlyList<Block>)[p]), Blocks(depth, inFactbox, inTable: true, least: 1)),
            (cell, wide, inside) => new TableCell(cell.Item1, cell.Item2, cell.Item3, cell.Item4, wide ? [.. Enumerable.Repeat(120, cell.Item3)] : null, inside));
        var row = Gen.Select(Id(), cell.List[1, 4], (id, cells) => new TableRow(id, cells));
        return Gen.Select(Id(), row.List[1, 4], (id, rows) => (Block)new Table(id, rows));
    }
}
