using Broadsheet.Stories.Body;
using Xunit;
using static Broadsheet.Tests.Outlets.Bodies.Sample;

namespace Broadsheet.Tests.Outlets.Bodies;

public sealed class BodyLinkTests
{
    [Theory]
    [InlineData("/aldor/the-survey", "/lite/aldor/the-survey")]
    [InlineData("/aldor?page=2", "/lite/aldor?page=2")]
    [InlineData("/", "/lite")]
    [InlineData("/aldor/the-survey#b-1", "/lite/aldor/the-survey#b-1")]
    [InlineData("/feed.xml", "/feed.xml")]
    [InlineData("/account", "/account")]
    [InlineData("/lite/aldor/x", "/lite/aldor/x")]
    [InlineData("#b-1", "#b-1")]
    [InlineData("https://example.org/a", "https://example.org/a")]
    public void A_lite_page_leads_to_lite_pages_where_there_are_any(string href, string expected) =>
        Assert.Equal($"<p><a href=\"{expected}\">x</a></p>", Renderer.Lite.Render(Whole(Paragraph(Run("x", link: href))), Around));

    [Theory]
    [InlineData("/aldor/the-survey", "https://courier.example/aldor/the-survey")]
    [InlineData("#b-1", "https://courier.example/aldor/zell-dam#b-1")]
    [InlineData("HTTPS://example.org/a", "HTTPS://example.org/a")]
    [InlineData("mailto:desk@courier.example", "mailto:desk@courier.example")]
    public void A_feed_has_addresses_that_work_anywhere(string href, string expected) =>
        Assert.Contains($"<a href=\"{expected}\">x</a>", Renderer.Feed.Render(Whole(Paragraph(Run("x", link: href))), Around), StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" https://example.org")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("relative")]
    [InlineData("")]
    public void What_is_no_address_is_no_link(string href) =>
        Assert.Equal("<p>x</p>", Renderer.Site.Render(Whole(Paragraph(Run("x", link: href))), Around));

    [Fact]
    public void A_link_with_a_bold_word_in_it_stays_one_link() =>
        Assert.Equal(
            "<p><a href=\"/a\">read <strong>this</strong> now</a></p>",
            Renderer.Site.Render(Whole(Paragraph(Run("read ", link: "/a"), Run("this", bold: true, link: "/a"), Run(" now", link: "/a"))), Around));

    [Fact]
    public void A_link_reaches_over_a_line_break_only_when_it_goes_on_behind_it() =>
        Assert.Equal(
            "<p><a href=\"/a\"><strong>one</strong><br>two</a><br>three</p>",
            Renderer.Site.Render(Whole(Paragraph(Run("one", bold: true, link: "/a"), new HardBreak(), Run("two", link: "/a"), new HardBreak(), Run("three"))), Around));

    [Fact]
    public void A_link_of_words_that_are_its_address_is_written_once() =>
        Assert.Equal("https://example.org", Renderer.Text.Render(Whole(Paragraph(Run("https://example.org", link: "https://example.org"))), Around));

    [Fact]
    public void A_statement_carries_its_ids_and_only_its_content_is_underlined()
    {
        var body = Whole(Paragraph(
            Run("The minister", statement: new(["s1"], StatementRole.Speaker)),
            Run(" said "),
            Run("it ", statement: new(["s1", "s2"], StatementRole.Content)),
            Run("holds", italic: true, statement: new(["s1", "s2"], StatementRole.Content))));
        Assert.Equal(
            "<p><span data-statement=\"s1\">The minister</span> said <span data-statement=\"s1 s2\" class=\"statement\">it <em>holds</em></span></p>",
            Renderer.Site.Render(body, Around));
    }
}
