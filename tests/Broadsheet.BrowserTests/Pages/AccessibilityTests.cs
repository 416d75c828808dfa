using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Checks;
using Broadsheet.Tests.Newspaper;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class AccessibilityTests(Browser browser, Courier courier)
{
    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light, Courier.Evening)]
    [InlineData(390, ColorScheme.Dark, Courier.Evening)]
    public async Task No_kind_of_page_puts_a_barrier_before_anybody(int width, ColorScheme colours, string theme = Courier.Default)
    {
        var site = await courier.Site(theme);
        await using var window = await browser.Open(site.Address, width, colours);
        await window.Page.AddInitScriptAsync(Axe.Source);
        var barriers = new List<string>();
        foreach (var kind in Courier.KindsWithLite)
        {
            Assert.Equal(kind.Status, await window.Go(kind.Path));
            barriers.AddRange((await Axe.Barriers(window)).Select(b => $"{kind.Path} {b}"));
        }

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    [Fact]
    public async Task A_barrier_would_be_found()
    {
        var site = await courier.Site();
        await using var window = await browser.Open(site.Address);
        await window.Page.AddInitScriptAsync(Axe.Source);
        await window.Go("/about");
        await window.Page.EvaluateAsync("document.documentElement.removeAttribute('lang')");

        Assert.StartsWith("html-has-lang", Assert.Single(await Axe.Barriers(window)), StringComparison.Ordinal);
    }
}
