using Broadsheet.Stories.Body;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

public sealed class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("One word, and 1,000 more: don’t count well-known twice.", 9)]
    [InlineData("— … !", 0)]
    [InlineData("水坝有五个闸门。", 7)]
    [InlineData("ダムは5つ", 5)]
    [InlineData("السد له خمسة أبواب", 4)]
    [InlineData("댐에는 수문이 다섯 개 있다", 5)]
    [InlineData("e\u0301tait la\u0300", 2)]
    [InlineData("👩‍👩‍👧 hello", 1)]
    [InlineData("เขื่อนมีห้าประตู", 3)]
    public void Words_are_counted_in_any_language(string text, int words) => Assert.Equal(words, WordCount.Of(text).Total);

    [Fact]
    public void A_thousand_words_take_four_minutes_and_a_few_take_one()
    {
        Assert.Equal(4, WordCount.Of(string.Join(' ', Enumerable.Repeat("word", 1000))).Minutes);
        Assert.Equal(2, WordCount.Of(new string('水', 900)).Minutes);
        Assert.Equal(1, WordCount.Of("Four words of text").Minutes);
        Assert.Equal(0, WordCount.Of("").Minutes);
    }

    [Fact]
    public void The_plain_text_of_a_body_is_what_it_says_without_its_looks()
    {
        static Paragraph Text(string text) => new("", [new TextRun(text, new Marks(Bold: true))]);
        static TableCell Cell(string text) => new("", false, 1, 1, null, [Text(text)]);
        var text = PlainText.Of(
        [
            new Heading("", 2, [new TextRun("Head", Marks.None)]),
            new Paragraph("", [new TextRun("one", Marks.None), new HardBreak(), new TextRun("two", Marks.None)]),
            new Paragraph("", []),
            new HorizontalRule(""),
            new BulletList("", [new ListItem("", [Text("a"), new OrderedList("", 1, [new ListItem("", [Text("b")])])]), new ListItem("", [Text("c")])]),
            new Figure("", Guid.NewGuid(), "Caption", "Credit", FigureSize.Column),
            new Factbox("", "Title", [Text("in"), new PullQuote("", [new TextRun("said", Marks.None)], "who")]),
            new Table("", [new TableRow("", [Cell("1"), Cell("2")]), new TableRow("", [Cell("3"), Cell("4")])]),
        ]);

        Assert.Equal("Head\n\none\ntwo\n\na\nb\nc\n\nCaption\n\nTitle\n\nin\n\nsaid\nwho\n\n1\t2\n3\t4", text);
    }
}
