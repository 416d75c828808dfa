using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class FirstLookTests(Browser browser)
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(1440, true)]
    [InlineData(1440, false)]
    public async Task A_reader_finds_a_story_on_the_front_page_and_reads_it(int width, bool script)
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds", body = Make.Body("Nobody was hurt.") });
        await using var window = await browser.Open(site.Address, width, script: script);

        Assert.Equal(200, await window.Go("/"));
        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "The dam holds" }).First.ClickAsync();
        await window.Arrive("/aldor/the-dam-holds");

        Assert.Equal("The dam holds", await window.Page.Locator("article h1").InnerTextAsync());
        Assert.Contains("Nobody was hurt.", await window.Page.Locator("article").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task No_page_is_wider_than_a_small_phone()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published();
        await using var window = await browser.Open(site.Address, width: 320);
        foreach (var path in new[] { "/", "/aldor", "/aldor/survey-finds-three-of-five-gates-in-working-order", "/corrections", "/about", "/nowhere" })
        {
            await window.Go(path);
            Assert.Equal(320, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }
}
