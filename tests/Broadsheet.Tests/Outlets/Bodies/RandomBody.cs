using Broadsheet.Images;
using Broadsheet.Stories.Body;
using CsCheck;

namespace Broadsheet.Tests.Outlets.Bodies;

/// <summary>Random bodies with every kind of block, whose words come from a generator of the caller's.</summary>
internal sealed class RandomBody(Gen<string> words)
{
    /// <summary>Words as nobody should write them: markup, quotes, entities, control characters, halves of pairs.</summary>
    public static readonly Gen<string> HostileWords = Gen.OneOf(
        "<script>alert(1)</script>", "</p></div>", "<!--", "-->", "]]>", "<![CDATA[", "\"", "'", "`", "&", "&lt;", "&amp;", "&nbsp;", "<", ">", "\" onerror=\"x", "{{x}}",
        "\0", "\u0001", "\b", "\t", "\n", "\r", "\u000B", "\u001F", "\u007F", "\u0085", "\u2028", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00", "\uD83D\uDE00", "\u202E", "سد زيل", "水坝", "é", " ", "gate", "Zell")
        .Array[1, 6].Select(string.Concat);

    private static readonly Gen<string> Addresses = Gen.OneOf(
        "https://example.org/?a=1&b=\"2\"", "http://example.org", "mailto:desk@courier.example", "/aldor/x", "/media/x.jpg", "/", "#b-1",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example", "/\t/evil.example", "java\nscript:alert(1)", "vbscript:x", "");

    private static readonly Gen<Guid> Pictures = Gen.OneOf(Sample.Spillway.Id, Sample.BrokenSpillway.Id, Sample.Portrait.Id, Guid.Empty);

    /// <summary>Whole bodies of every kind of block.</summary>
    public Gen<IReadOnlyList<Block>> Blocks => List(
        Nested(Gen.OneOf<Block>(Paragraphs, Headings, PullQuotes, Figures, Galleries, Comparisons, Embeds, RecordPlaces, Rules), Factboxes, depth: 2), 0, 8);

    /// <summary>Bodies without pictures, boxes and labels of ours: all that is read in them is what was written.</summary>
    public Gen<IReadOnlyList<Block>> WordsAlone => List(Nested(Gen.OneOf<Block>(Paragraphs, Headings, Rules), Quotes, depth: 2), 0, 8);

    /// <summary>The sample's pictures with words of the generator.</summary>
    public Gen<IReadOnlyDictionary<Guid, Picture>> Album =>
        from alt in words
        from caption in Optional(words)
        from credit in Optional(words)
        select (IReadOnlyDictionary<Guid, Picture>)new[] { Sample.Spillway, Sample.BrokenSpillway, Sample.Portrait }
            .ToDictionary(picture => picture.Id, picture => picture with { Alt = alt, Caption = caption, Credit = credit });

    /// <summary>Blocks with blocks in them, so many deep.</summary>
    private Gen<Block> Nested(Gen<Block> simple, Func<Gen<IReadOnlyList<Block>>, Gen<Block>> box, int depth)
    {
        if (depth == 0)
        {
            return simple;
        }

        var inner = List(Nested(simple, box, depth - 1), 0, 3);
        var items = List(inner.Select(blocks => new ListItem("1", blocks)), 0, 3);
        return Gen.OneOf<Block>(
            simple,
            simple,
            simple,
            items.Select(list => (Block)new BulletList("1", list)),
            Gen.Select(Gen.Int[-5, 2000], items, (start, list) => (Block)new OrderedList("1", start, list)),
            Quotes(inner),
            box(inner),
            List(List(Cell(inner), 0, 4).Select(cells => new TableRow("1", cells)), 0, 4).Select(rows => (Block)new Table("1", rows)));
    }

    private static Gen<Block> Quotes(Gen<IReadOnlyList<Block>> inner) => inner.Select(blocks => (Block)new Blockquote("1", blocks));

    private Gen<Block> Factboxes(Gen<IReadOnlyList<Block>> inner) =>
        Gen.Select(words, Optional(words), inner, (id, title, blocks) => (Block)new Factbox(id, title, blocks));

    private Gen<Block> Paragraphs => Text().Select(text => (Block)new Paragraph("1", text));

    private static Gen<Block> Rules => Gen.Const((Block)new HorizontalRule("1"));

    private Gen<Block> Headings => Gen.Select(words, Gen.Int[2, 4], Text(), (id, level, text) => (Block)new Heading(id, level, text));

    private Gen<Block> PullQuotes => Gen.Select(Text(), Optional(words), (text, by) => (Block)new PullQuote("1", text, by));

    private Gen<Block> Figures => Gen.Select(Pictures, Optional(words), Optional(words), Gen.Enum<FigureSize>(), (image, caption, credit, size) => (Block)new Figure("1", image, caption, credit, size));

    private static Gen<Block> Galleries => List(Pictures, 0, 3).Select(images => (Block)new Gallery("1", images));

    private Gen<Block> Comparisons => Gen.Select(Pictures, Pictures, Optional(words), Optional(words), (before, after, caption, credit) => (Block)new Comparison("1", before, after, caption, credit));

    private Gen<Block> Embeds => Gen.Select(
        Gen.OneOf("https://video.example.org/watch?v=1&t=\"2\"", "http://xn--e1afmkfd.example/<b>", "javascript:alert(1)", "data:text/html,x", "/relative"),
        Optional(words),
        (url, caption) => (Block)new Embed("1", new Uri(url, UriKind.RelativeOrAbsolute), caption));

    private Gen<Block> RecordPlaces => Gen.OneOf<Block>(
        words.Select(topic => (Block)new Timeline("1", topic, null)),
        words.Select(question => (Block)new Timeline("1", null, question)),
        words.Select(question => (Block)new WhatWeKnow("1", question)),
        Gen.Int[1, 9].Select(version => (Block)new Background("1", Guid.Empty, version)));

    private static Gen<TableCell> Cell(Gen<IReadOnlyList<Block>> inner) =>
        Gen.Select(Gen.Bool, Gen.Int[1, 3], Gen.Int[1, 3], inner, (isHeader, columns, rows, blocks) => new TableCell("1", isHeader, columns, rows, null, blocks));

    private Gen<IReadOnlyList<Inline>> Text() => List(
        Gen.Frequency<Inline>((5, Gen.Select(words, RunMarks(), (value, marks) => (Inline)new TextRun(value, marks))), (1, Gen.Const((Inline)new HardBreak()))), 0, 5);

    private Gen<Marks> RunMarks() => Gen.Select(
        Gen.Bool,
        Gen.Bool,
        Optional(Gen.Select(Addresses, Optional(words), (href, title) => new LinkMark(href, title))),
        Optional(Gen.Select(words.Array[1, 2], Gen.Enum<StatementRole>(), (ids, role) => new StatementMark(ids, role))),
        (bold, italic, link, statement) => new Marks(bold, italic, link, statement));

    private static Gen<T?> Optional<T>(Gen<T> gen)
        where T : class => Gen.OneOf<T?>(gen.Select(value => (T?)value), Gen.Const((T?)null));

    private static Gen<IReadOnlyList<T>> List<T>(Gen<T> gen, int least, int most) => gen.Array[least, most].Select(array => (IReadOnlyList<T>)array);
}
