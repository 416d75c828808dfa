using System.Globalization;
using AngleSharp.Html.Parser;
using Broadsheet.Outlets.Bodies;
using Broadsheet.Stories.Body;
using Xunit;
using static Broadsheet.Tests.Outlets.Bodies.Sample;

namespace Broadsheet.Tests.Outlets.Bodies;

public sealed class SiteBodyTests
{
    [Fact]
    public void Reserved_places_stand_after_their_paragraphs_and_boxes_do_not_count()
    {
        var body = Whole(Paragraph("one"), new Blockquote("q", [Paragraph("quoted")]), new Paragraph("empty", []), Paragraph("two"), new HorizontalRule("r"));
        var around = Around with { ReservedPlaces = [new(0, Markup("top")), new(2, Markup("appeal")), ReservedPlace.AtEnd(Markup("end")), new(1, Markup("early")), new(9, Markup("late"))] };
        Assert.Equal(
            "<p>top</p><p>one</p><p>early</p><blockquote><p>quoted</p></blockquote><p>two</p><p>appeal</p><hr><p>end</p><p>late</p>",
            Renderer.Site.Render(body, around));
    }

    [Fact]
    public void Reserved_places_that_are_left_stand_behind_the_gate()
    {
        var around = Around with { ReservedPlaces = [new(3, Markup("appeal"))], GateOffer = Markup("offer") };
        Assert.Equal("<p>one</p><div data-gate><p>offer</p></div><p>appeal</p>", Renderer.Site.Render(Cut(Paragraph("one"), new GateBlock("g"), Paragraph("two")), around));
    }

    [Fact]
    public void A_box_is_named_by_its_title_one_level_below_the_heading_above()
    {
        var page = new HtmlParser().ParseDocument(Renderer.Site.Render(
            Whole(new Factbox("x1", "First", [Paragraph("a")]), new Heading("h", 3, [Run("Heading")]), new Factbox("x2", "Second", [Paragraph("b")]), new Factbox("x3", null, [Paragraph("c")])),
            Around));
        var boxes = page.QuerySelectorAll(".factbox");
        Assert.Equal(["H2 First", "H4 Second"], boxes.SelectMany(box => box.QuerySelectorAll("h2, h3, h4")).Select(title => $"{title.TagName} {title.TextContent}"), StringComparer.Ordinal);
        Assert.Equal("First", page.GetElementById(boxes[0].GetAttribute("aria-labelledby")!)!.TextContent);
        Assert.Equal(["ASIDE", "ASIDE", "DIV"], boxes.Select(box => box.TagName), StringComparer.Ordinal);
    }

    [Fact]
    public void Tables_scroll_by_keyboard_and_their_headers_say_what_they_head()
    {
        var table = new Table("t", [Row(true, "", "Seats"), new TableRow("r", [Cell("Civic Union", isHeader: true, rows: 2), Cell("41")])]);
        Assert.Equal(
            "<section class=\"table\" aria-label=\"Table 1\" tabindex=\"0\"><table><thead><tr><td></td><th scope=\"col\">Seats</th></tr></thead>"
            + "<tbody><tr><th scope=\"row\" rowspan=\"2\">Civic Union</th><td>41</td></tr></tbody></table></section>",
            Renderer.Site.Render(Whole(table), Around));
    }

    [Fact]
    public void What_the_record_has_no_words_for_yet_is_not_seen()
    {
        var page = new HtmlParser().ParseDocument(Renderer.Site.Render(Whole(new Timeline("t", null, "how-long"), new WhatWeKnow("w", "how-long")), Around));
        Assert.All(page.Body!.Children, place => Assert.True(place.HasAttribute("hidden") && place.ChildNodes.Length == 0));
        Assert.Equal("how-long", page.QuerySelector("[data-timeline]")!.GetAttribute("data-timeline"));
    }

    [Fact]
    public void Empty_paragraphs_and_headings_are_left_out() =>
        Assert.Equal("<p>x</p>", Renderer.Site.Render(Whole(new Paragraph("p", []), Paragraph(Run(" "), new HardBreak()), new Heading("h", 2, []), Paragraph("x")), Around));

    [Fact]
    public void A_right_to_left_body_says_so_where_no_page_is_around_it() =>
        Assert.StartsWith(
            "<div lang=\"ar\" dir=\"rtl\">",
            Renderer.Feed.Render(Whole(Paragraph("سد زيل")), Around with { Language = CultureInfo.GetCultureInfo("ar"), IsRightToLeft = true }),
            StringComparison.Ordinal);

    [Fact]
    public void Days_are_written_as_the_language_has_them()
    {
        var around = Around with { Language = CultureInfo.GetCultureInfo("de"), DatePattern = "d. MMMM yyyy" };
        Assert.Contains(
            "<time datetime=\"2026-06-06\">6. Juni 2026</time>",
            Renderer.Site.Render(Whole(new Comparison("c", Spillway.Id, BrokenSpillway.Id, null, null)), around),
            StringComparison.Ordinal);
    }
}
