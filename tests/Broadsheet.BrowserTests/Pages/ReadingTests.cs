using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Newspaper;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class ReadingTests(Browser browser, Courier courier)
{
    [Theory]
    [InlineData(Courier.Default)]
    [InlineData(Courier.Evening)]
    public async Task Without_script_all_of_a_story_can_be_read_and_its_links_followed(string theme)
    {
        var site = await courier.Site(theme);
        var story = await site.Html(Courier.Everything);
        await using var window = await browser.Open(site.Address, 390, script: false);
        await window.Go(Courier.Everything);

        var shown = Words(await window.Page.Locator("article.story").InnerTextAsync());
        foreach (var block in story.QuerySelectorAll("article.story :is(h1, h2, h3, h4, p, li, td, th, figcaption span, time)"))
        {
            Assert.Contains(Words(block.TextContent), shown, StringComparison.Ordinal);
        }

        foreach (var picture in await window.Page.Locator("article.story img").AllAsync())
        {
            Assert.True(await picture.IsVisibleAsync());
        }

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "of our own" }).ClickAsync();
        await window.Arrive("/aldor");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Without_script_an_embed_is_a_link_and_with_it_a_button_too()
    {
        var site = await courier.Site();
        foreach (var script in new[] { false, true })
        {
            await using var window = await browser.Open(site.Address, script: script);
            await window.Go(Courier.Everything);
            Assert.True(await window.Page.Locator("figure.embed > a[href='https://video.example/watch/1']").IsVisibleAsync());
            Assert.Equal(script ? 1 : 0, await window.Page.Locator("figure.embed > button").CountAsync());
            Assert.Empty(window.Complaints);
        }
    }

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
