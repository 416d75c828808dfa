using Broadsheet.Stories.Body;
using Xunit;
using static Broadsheet.Tests.Outlets.Bodies.Sample;

namespace Broadsheet.Tests.Outlets.Bodies;

public sealed class TextBodyTests
{
    [Fact]
    public void A_cell_stands_under_the_heading_of_its_column_whatever_spans_it()
    {
        var table = new Table("t", [
            Row(true, "Party", "Seats", "Change"),
            new TableRow("r", [Cell("Civic Union", rows: 2), Cell("41"), Cell("−2")]),
            new TableRow("r", [Cell("none", columns: 2)])]);
        Assert.Equal("Party: Civic Union\nSeats: 41\nChange: −2\n\nSeats: none", Text(table));
    }

    [Fact]
    public void A_table_without_headings_is_a_line_a_row() =>
        Assert.Equal("1 | 2\n3 | 4", Text(new Table("t", [Row(false, "1", "2"), Row(false, "3", "4")])));

    [Fact]
    public void A_cell_that_spans_absurdly_costs_nothing() =>
        Assert.Equal("Party: Civic Union", Text(new Table("t", [Row(true, "Party"), new TableRow("r", [Cell("Civic Union", columns: int.MaxValue, rows: int.MaxValue)])])));

    [Fact]
    public void Marks_of_quotes_and_lists_stand_on_every_line() =>
        Assert.Equal(
            "> one\n> two\n>\n> - three\n>   - four\n>   > five",
            Text(new Blockquote("q", [
                Paragraph(Run("one"), new HardBreak(), Run("two")),
                new BulletList("l", [Item(Paragraph("three"), new BulletList("l", [Item(Paragraph("four"))]), new Blockquote("q", [Paragraph("five")]))])])));

    [Fact]
    public void Line_ends_within_words_do_not_end_the_line() => Assert.Equal("a b c d", Text(Paragraph("a\r\nb\nc\u2028d")));

    [Fact]
    public void A_picture_is_told_in_sentences_and_nothing_twice()
    {
        var around = Around with { Pictures = Around.Pictures.ToDictionary(pair => pair.Key, pair => pair.Value with { Alt = "What is this?", Caption = "What is this?" }) };
        Assert.Equal("[Picture: What is this? Aldor Survey Office]", Renderer.Text.Render(Whole(new Figure("f", Spillway.Id, null, null, FigureSize.Wide)), around));
    }

    private static string Text(params IReadOnlyList<Block> blocks) => Renderer.Text.Render(Whole(blocks), Around);
}
