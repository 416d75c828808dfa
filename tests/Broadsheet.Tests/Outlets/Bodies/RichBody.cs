using Broadsheet.Stories.Body;
using static Broadsheet.Tests.Outlets.Bodies.Sample;

namespace Broadsheet.Tests.Outlets.Bodies;

/// <summary>A story with every kind of block and mark.</summary>
internal static class RichBody
{
    public static IReadOnlyList<Block> Blocks { get; } =
    [
        Paragraph(
            Run("The Minister of Works told parliament that the dam "),
            Run("“will not turn a turbine this decade”", statement: new(["s1", "s2"], StatementRole.Content)),
            Run(", contradicting "),
            Run("a survey", link: "/aldor/the-survey"),
            Run(" by "),
            Run("his own ", link: "https://survey.example.org/report?id=7&part=2"),
            Run("engineers", bold: true, link: "https://survey.example.org/report?id=7&part=2"),
            Run(" & others <of the office>.")),
        new Heading("h1", 2, [Run("What the survey says")]),
        Paragraph(Run("Three of "), Run("five", italic: true), Run(" gates"), new HardBreak(), Run("turn", bold: true, italic: true), Run(".")),
        new Figure("f1", Spillway.Id, null, null, FigureSize.Wide),
        new Figure("f2", Portrait.Id, "Halla Brenn, chief surveyor.", null, FigureSize.Column),
        new BulletList("l1", [Item(Paragraph("Gate one")), Item(Paragraph("Gate two"), new OrderedList("l2", 3, [Item(Paragraph("closed")), Item(Paragraph("dry"))]))]),
        new OrderedList("l4", 1, [Item(Paragraph("Close the gates"), Paragraph("by hand")), Item(new Blockquote("q0", [Paragraph("Open them.")]))]),
        new Blockquote("q1", [Paragraph("The dam stands."), Paragraph("It always will.")]),
        new PullQuote("q2", [Run("A dam does not forget who built it.")], "Halla Brenn"),
        new Comparison("c1", Spillway.Id, BrokenSpillway.Id, "Both were taken in the morning.", "Courier Graphics"),
        new Gallery("g1", [Spillway.Id, Portrait.Id]),
        new Factbox("x1", "The dam in numbers", [Paragraph("Five gates."), new BulletList("l3", [Item(Paragraph("61 years old"))])]),
        new Table("t1", [Row(true, "", "Seats", "Change"), new TableRow("r", [Cell("Civic Union", isHeader: true), Cell("41"), Cell("−2")]), new TableRow("r", [Cell("Harbour Left", isHeader: true), Cell("none yet", columns: 2)])]),
        new HorizontalRule("hr"),
        new Embed("e1", new Uri("https://video.example.org/watch?v=1&t=2"), "Footage from the valley."),
        new Timeline("tl", "zell-dam", null),
        new WhatWeKnow("wk", "how-long"),
        new Background("bg", new Guid("0194c1a0-0000-7000-8000-0000000000b1"), 3),
        new GateBlock("gate"),
        Paragraph("The true extent of the damage remains unknown."),
    ];
}
