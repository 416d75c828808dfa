using System.Globalization;
using Broadsheet.Images;
using Broadsheet.Outlets.Bodies;
using Broadsheet.Platform.Text;
using Broadsheet.Readers;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Tests.Outlets.Bodies;

/// <summary>Bodies, pictures and what is around them, with good defaults.</summary>
internal static class Sample
{
    public static readonly Picture Spillway = new(
        new Guid("0194c1a0-0000-7000-8000-000000000001"), "A spillway below a full reservoir", "The spillway in June.", "Aldor Survey Office", new DateOnly(2026, 6, 6), 2400, 1600, "k3Zq");

    public static readonly Picture BrokenSpillway = new(
        new Guid("0194c1a0-0000-7000-8000-000000000002"), "The same spillway, broken", "The spillway after the strike.", "I. Marsh / Aldor Pictures", new DateOnly(2026, 11, 20), 1500, 1000, "p81x");

    public static readonly Picture Portrait = new(
        new Guid("0194c1a0-0000-7000-8000-000000000003"), "A woman with a measuring rod", null, "Drawing: Fen Harker / Courier", null, 500, 700, "w_2-");

    public static readonly Words English = new("en", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [BodyWords.Before] = "Before",
        [BodyWords.After] = "After",
        [BodyWords.Compare] = "Slide between before and after",
        [BodyWords.EmbedFrom] = "On another site:",
        [BodyWords.ShowEmbed] = "Show it here",
        [BodyWords.Picture] = "Picture:",
        [BodyWords.ReadOn] = "Read the rest on our site",
        [BodyWords.Table] = "Table",
    });

    public static readonly BodySurroundings Around = new()
    {
        Pictures = new[] { Spillway, BrokenSpillway, Portrait }.ToDictionary(picture => picture.Id),
        Words = English,
        Language = CultureInfo.GetCultureInfo("en"),
        IsRightToLeft = false,
        Site = new Uri("https://courier.example"),
        StoryPath = "/aldor/zell-dam",
    };

    public static ReadableBody Whole(params IReadOnlyList<Block> blocks) => Gate.Admit(new Document(blocks), Access.Public, Audience.Visitor);

    public static ReadableBody Cut(params IReadOnlyList<Block> blocks) => Gate.Admit(new Document(blocks), Access.Members, Audience.Visitor);

    public static TextRun Run(string text, bool bold = false, bool italic = false, string? link = null, StatementMark? statement = null) =>
        new(text, new Marks(bold, italic, link is null ? null : new LinkMark(link, null), statement));

    public static Paragraph Paragraph(params IReadOnlyList<Inline> text) => new("p", text);

    public static Paragraph Paragraph(string text) => Paragraph(Run(text));

    public static ListItem Item(params IReadOnlyList<Block> blocks) => new("i", blocks);

    public static TableRow Row(bool isHeader, params IReadOnlyList<string> cells) => new("r", [.. cells.Select(cell => Cell(cell, isHeader))]);

    public static TableCell Cell(string words, bool isHeader = false, int columns = 1, int rows = 1) =>
        new("c", isHeader, columns, rows, null, words.Length == 0 ? [new Paragraph("p", [])] : [Paragraph(words)]);

    public static Markup Markup(string text)
    {
        using var html = new HtmlWriter();
        return html.Open(HtmlTag.P).Text(text).Close().ToMarkup();
    }
}
