using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Stories.Body;
using Xunit;
using static Broadsheet.Tests.Outlets.Bodies.Sample;

namespace Broadsheet.Tests.Outlets.Bodies;

public sealed class BodyPictureTests
{
    private static readonly Guid Gone = new("0194c1a0-0000-7000-8000-00000000dead");

    [Theory]
    [InlineData(Renderer.Site, "<p>before</p><p>after</p>")]
    [InlineData(Renderer.Lite, "<p>before</p><p>after</p>")]
    [InlineData(Renderer.Feed, "<div lang=\"en\" dir=\"ltr\"><p>before</p><p>after</p></div>")]
    [InlineData(Renderer.Text, "before\n\nafter")]
    public void A_picture_that_may_not_be_shown_leaves_nothing_behind(Renderer renderer, string expected)
    {
        var body = Whole(
            Paragraph("before"),
            new Figure("f", Gone, "A caption", "A credit", FigureSize.Full),
            new Gallery("g", [Gone]),
            new Comparison("c", Gone, Gone, "A caption", "A credit"),
            Paragraph("after"));
        Assert.Equal(expected, renderer.Render(body, Around));
    }

    [Fact]
    public void A_comparison_that_lost_a_picture_shows_the_other_as_a_figure()
    {
        var comparison = new Comparison("c", Spillway.Id, Gone, "Before and after.", "Courier Graphics");
        Assert.Equal(
            Renderer.Site.Render(Whole(new Figure("f", Spillway.Id, null, null, FigureSize.Wide)), Around),
            Renderer.Site.Render(Whole(comparison), Around));
    }

    [Fact]
    public void A_gallery_shows_the_pictures_that_are_left() =>
        Assert.Equal(2, Site(new Gallery("g", [Spillway.Id, Gone, Portrait.Id])).QuerySelectorAll(".gallery > li img").Length);

    [Theory]
    [InlineData(Renderer.Site)]
    [InlineData(Renderer.Lite)]
    [InlineData(Renderer.Feed)]
    [InlineData(Renderer.Mail)]
    public void A_credit_is_shown_where_there_is_no_caption(Renderer renderer) =>
        Assert.Contains("class=\"credit\">Drawing: Fen Harker / Courier<", renderer.Render(Whole(new Figure("f", Portrait.Id, null, null, FigureSize.Column)), Around), StringComparison.Ordinal);

    [Fact]
    public void Words_of_the_place_stand_over_those_of_the_picture()
    {
        var figure = Site(new Figure("f", Spillway.Id, "For here.", "By another", FigureSize.Column));
        Assert.Equal("For here. By another", figure.QuerySelector("figcaption")!.TextContent);
    }

    [Fact]
    public void Words_left_empty_in_the_place_leave_those_of_the_picture()
    {
        var figure = Site(new Figure("f", Spillway.Id, "", " ", FigureSize.Column));
        Assert.Equal("The spillway in June. Aldor Survey Office", figure.QuerySelector("figcaption")!.TextContent);
    }

    [Fact]
    public void Only_the_first_picture_is_eager_and_only_where_told()
    {
        IReadOnlyList<Block> blocks = [new Figure("f", Spillway.Id, null, null, FigureSize.Column), new Figure("f", Portrait.Id, null, null, FigureSize.Column)];
        Assert.Equal(["lazy", "lazy"], Loading(Renderer.Site.Render(Whole(blocks), Around)), StringComparer.Ordinal);
        Assert.Equal(["eager", "lazy"], Loading(Renderer.Site.Render(Whole(blocks), Around with { FirstPictureIsEager = true })), StringComparer.Ordinal);
    }

    [Fact]
    public void Without_script_a_comparison_is_two_captioned_figures_in_order()
    {
        var comparison = Site(new Comparison("c", Spillway.Id, BrokenSpillway.Id, "Both in the morning.", null)).QuerySelector("figure[data-comparison]")!;
        var sides = comparison.QuerySelectorAll("before-after > figure");
        Assert.Equal(
            ["Before 6 June 2026 The spillway in June. Aldor Survey Office", "After 20 November 2026 The spillway after the strike. I. Marsh / Aldor Pictures"],
            sides.Select(side => side.QuerySelector("figcaption")!.TextContent),
            StringComparer.Ordinal);
        Assert.Equal("Both in the morning.", comparison.Children[^1].TextContent);
        Assert.Equal("Slide between before and after", comparison.QuerySelector("before-after")!.GetAttribute("data-label"));
    }

    [Fact]
    public void Pictures_of_two_shapes_are_not_to_be_laid_over_each_other() =>
        Assert.False(Site(new Comparison("c", Spillway.Id, Portrait.Id, null, null)).QuerySelector("before-after")!.HasAttribute("data-label"));

    [Fact]
    public void A_side_of_a_comparison_without_a_day_has_its_label_alone() =>
        Assert.Equal("After", Site(new Comparison("c", Spillway.Id, Portrait.Id, null, null)).QuerySelectorAll(".when")[1].TextContent);

    [Fact]
    public void A_narrow_picture_in_a_mail_keeps_its_own_width() =>
        Assert.Contains("width=\"500\" height=\"700\"", Renderer.Mail.Render(Whole(new Figure("f", Portrait.Id, null, null, FigureSize.Full)), Around), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_fetched_for_an_embed()
    {
        var embed = Site(new Embed("e", new Uri("https://video.example.org/watch"), null)).QuerySelector("figure.embed")!;
        Assert.Equal("https://video.example.org/watch", embed.GetAttribute("data-embed"));
        Assert.Equal("On another site: video.example.org", Assert.Single(embed.QuerySelectorAll("*")).TextContent);
    }

    private static IElement Site(params IReadOnlyList<Block> blocks) => new HtmlParser().ParseDocument(Renderer.Site.Render(Whole(blocks), Around)).Body!;

    private static IEnumerable<string?> Loading(string html) => new HtmlParser().ParseDocument(html).Images.Select(image => image.GetAttribute("loading"));
}
