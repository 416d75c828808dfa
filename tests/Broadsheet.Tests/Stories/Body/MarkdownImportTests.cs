using System.Diagnostics;
using Broadsheet.Stories.Body;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

public sealed class MarkdownImportTests
{
    private static readonly Guid Dam = new("0192aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Bridge = new("0192aaaa-0000-7000-8000-000000000002");

    private static readonly MarkdownImport Import = new(new DocumentReader(new Random(1)));

    [Fact]
    public void Text_keeps_its_marks_links_and_breaks() => AssertBlocks(
        "Some **bold**, *italic* and [a link](https://example.org/x \"Title\").\\\nNext line\nstill the next.",
        new Paragraph("",
        [
            Run("Some "),
            new TextRun("bold", new Marks(Bold: true)),
            Run(", "),
            new TextRun("italic", new Marks(Italic: true)),
            Run(" and "),
            new TextRun("a link", new Marks(Link: new LinkMark("https://example.org/x", "Title"))),
            Run("."),
            new HardBreak(),
            Run("Next line still the next."),
        ]));

    [Fact]
    public void Headings_lists_quotes_rules_and_the_gate_become_blocks() => AssertBlocks(
        """
        ## A heading

        - one
          1. inner
        - two

        7. seven

        > quoted

        * * *
        Free
        ---gate---
        Paid
        """,
        new Heading("", 2, [Run("A heading")]),
        new BulletList("", [Item(Text("one"), new OrderedList("", 1, [Item(Text("inner"))])), Item(Text("two"))]),
        new OrderedList("", 7, [Item(Text("seven"))]),
        new Blockquote("", [Text("quoted")]),
        new HorizontalRule(""),
        Text("Free"),
        new GateBlock(""),
        Text("Paid"));

    [Fact]
    public void Figures_take_a_caption_a_size_and_a_credit() => AssertBlocks(
        """
        ![](image:dam)

        ![](image:dam "Another “caption” for *here*"){size=wide}

        Before ![](image:bridge){size=full credit="P. Okell \"Ok\" / Courier"} after {not=ours}
        """,
        new Figure("", Dam, null, null, FigureSize.Column),
        new Figure("", Dam, "Another “caption” for *here*", null, FigureSize.Wide),
        Text("Before"),
        new Figure("", Bridge, null, "P. Okell \"Ok\" / Courier", FigureSize.Full),
        Text("after {not=ours}"));

    [Fact]
    public void Boxes_become_blocks() => AssertBlocks(
        """
        ::: pullquote {attribution="Halla Brenn, chief surveyor"}
        A dam does not forget who *built* it.
        :::

        :::: factbox {title="The dam in numbers"}
        Five gates.

        ::: gallery {images="image:dam image:bridge"}
        :::
        ::::

        ::: comparison {before=image:dam after=image:bridge caption="Before & after" credit="Survey"}
        :::

        ::: embed {url="https://video.example.org/watch/123" caption="The film"}
        :::

        ::: timeline {topic=the-water-bill}
        :::

        ::: timeline {question="who-struck"}
        :::

        ::: whatWeKnow {question=who-struck}
        :::

        ::: background {id=0192aaaa-0000-7000-8000-000000000009 version=3}
        :::
        """,
        new PullQuote("", [Run("A dam does not forget who "), new TextRun("built", new Marks(Italic: true)), Run(" it.")], "Halla Brenn, chief surveyor"),
        new Factbox("", "The dam in numbers", [Text("Five gates."), new Gallery("", [Dam, Bridge])]),
        new Comparison("", Dam, Bridge, "Before & after", "Survey"),
        new Embed("", new Uri("https://video.example.org/watch/123"), "The film"),
        new Timeline("", "the-water-bill", null),
        new Timeline("", null, "who-struck"),
        new WhatWeKnow("", "who-struck"),
        new Background("", new Guid("0192aaaa-0000-7000-8000-000000000009"), 3));

    [Fact]
    public void Pipe_tables_become_tables_and_an_empty_header_stands_for_none() => AssertBlocks(
        """
        | a | b |
        |---|---|
        | 1 | x<br>y |

        |  |  |
        |--|--|
        | p | ![](image:dam) |
        """,
        new Table("",
        [
            new TableRow("", [new TableCell("", true, 1, 1, null, [Text("a")]), new TableCell("", true, 1, 1, null, [Text("b")])]),
            new TableRow("", [new TableCell("", false, 1, 1, null, [Text("1")]), new TableCell("", false, 1, 1, null, [new Paragraph("", [Run("x"), new HardBreak(), Run("y")])])]),
        ]),
        new Table("", [new TableRow("", [new TableCell("", false, 1, 1, null, [Text("p")]), new TableCell("", false, 1, 1, null, [new Figure("", Dam, null, null, FigureSize.Column)])])]));

    [Fact]
    public void Links_to_stories_lead_to_their_paths() => AssertBlocks(
        "[the vote](story:vote)",
        new Paragraph("", [new TextRun("the vote", new Marks(Link: new LinkMark("/assembly/vote", null)))]));

    [Theory]
    [InlineData("# One", "heading of level 1 (it became level 2)", "## One")]
    [InlineData("##### Five", "heading of level 5 (it became level 4)", "#### Five")]
    [InlineData("~~gone~~", "strikethrough (its text is kept)", "gone")]
    [InlineData("`code`", "code (its text is kept)", "code")]
    [InlineData("```\na\nb\n```", "code block (it became a paragraph)", "a\\\nb")]
    [InlineData("<div class=\"x\">\nin\n</div>", "raw HTML <div>", "")]
    [InlineData("a <span style=\"x\">b</span>", "raw HTML <span>", "a b")]
    [InlineData("<script>alert(1)</script>", "raw HTML <script>", "")]
    [InlineData("<!-- note -->", "HTML comment", "")]
    [InlineData("![A dam](https://example.org/dam.jpg)", "image at https://example.org/dam.jpg (nothing is fetched)", "")]
    [InlineData("![](image:castle)", "image “castle”, which isn’t known", "")]
    [InlineData("![A dam](image:dam)", "alternative text “A dam” (it is kept with the image)", "![](image:0192aaaa-0000-7000-8000-000000000001)")]
    [InlineData("[![](image:dam)](https://example.org)", "link to https://example.org round an image", "![](image:0192aaaa-0000-7000-8000-000000000001)")]
    [InlineData("![](image:dam){size=huge}", "size “huge” of an image", "![](image:0192aaaa-0000-7000-8000-000000000001)")]
    [InlineData("![](image:dam){colour=red}", "attribute {colour=…}", "![](image:0192aaaa-0000-7000-8000-000000000001)")]
    [InlineData("[x](javascript:alert(1))", "link to javascript:alert(1)", "x")]
    [InlineData("[x](java\tscript:alert)", null, "\\[x\\](java script:alert)")]
    [InlineData("[x](story:none)", "link to the story “none”, which isn’t known", "x")]
    [InlineData("|a|b|\n|:-:|-|\n|1|2|", "alignment of table columns", "| a | b |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("a[^n]\n\n[^n]: The note", "footnotes (they became a list at the end)", "a\\[1\\]\n\n1. The note")]
    [InlineData("a\n\n[^n]: note", "footnote [^n], which nothing refers to", "a")]
    [InlineData("::: marquee\ntext\n:::", "::: marquee", "text")]
    [InlineData("::: embed {url=\"javascript:alert(1)\"}\n:::", "::: embed", "")]
    [InlineData("::: comparison {before=image:dam}\n:::", "image at  (nothing is fetched)", "")]
    [InlineData("::: factbox title\ntext\n:::", "“title” after ::: factbox", "::: factbox\ntext\n:::")]
    [InlineData("> ---gate---", "---gate--- inside another block", ">")]
    [InlineData("---gate---\n\n---gate---", "a second ---gate---", "---gate---")]
    public void What_a_document_cannot_hold_is_named(string markdown, string? name, string left)
    {
        var imported = Read(markdown);

        Assert.Equal(left, MarkdownExport.Write(imported.Document!).TrimEnd('\n'));
        Assert.Equal(name, imported.NotKept is [var first, ..] ? first : null);
    }

    [Fact]
    public void A_loss_that_recurs_is_counted() => Assert.Equal(["strikethrough (its text is kept) (3 times)"], Read("~~a~~ ~~b~~ ~~c~~").NotKept, StringComparer.Ordinal);

    [Theory]
    [InlineData(">", 5_000)]
    [InlineData("- ", 50_000)]
    [InlineData("[a](", 100_000)]
    [InlineData("![", 100_000)]
    [InlineData("<?", 400_000)]
    [InlineData("*a **a ", 100_000)]
    [InlineData("|a", 400_000)]
    [InlineData("a\n-\n", 300_000)]
    [InlineData("x|y\n-|-\n", 100_000)]
    [InlineData("~~a|b~~\n", 100_000)]
    [InlineData("`a ", 300_000)]
    [InlineData("::: a\n", 100_000)]
    public void Markdown_made_to_take_long_takes_no_longer(string piece, int times)
    {
        var watch = Stopwatch.StartNew();

        var imported = Read(string.Concat(Enumerable.Repeat(piece, times)));

        Assert.Equal(imported.IsSound, imported.Faults.Count is 0);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("1994. A year", "1994\\. A year")]
    [InlineData("-5 degrees, +3, #tag", "-5 degrees, +3, #tag")]
    [InlineData("R&D at 3 * 4 > 2", "R&D at 3 \\* 4 > 2")]
    [InlineData("&copy; is written so", "\\&copy; is written so")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("---gate---", "\\---gate---")]
    public void Text_that_looks_like_markup_is_escaped_and_other_text_left_alone(string text, string markdown) =>
        Assert.Equal(markdown + "\n", MarkdownExport.Write(new Document([Text(text)])));

    private static TextRun Run(string text) => new(text, Marks.None);

    private static Paragraph Text(string text) => new("", [Run(text)]);

    private static ListItem Item(params Block[] blocks) => new("", blocks);

    private static Imported Read(string markdown) => Import.Read(
        markdown,
        key => key switch { "dam" => Dam, "bridge" => Bridge, _ => null },
        name => name is "vote" ? "/assembly/vote" : null);

    private static void AssertBlocks(string markdown, params Block[] blocks)
    {
        var imported = Read(markdown);

        Assert.Empty(imported.NotKept);
        Assert.Equal(Described.In(new Document(blocks), "Id"), Described.In(imported.Document, "Id"));
    }
}
