using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Newspaper;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class LayoutTests(Browser browser, Courier courier)
{
    private const string Shifts =
        """
        window.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((shift) => `${shift.value}: ${shift.sources.map((source) => source.node?.textContent.trim().slice(0, 40)).join(', ')}`))).observe({ type: 'layout-shift', buffered: true });
        """;

    private const string Drawn = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private const string SeeAllPictures =
        """
        async () => {
          for (const image of document.images) {
            image.scrollIntoView();
            await image.decode();
            await new Promise(requestAnimationFrame);
          }
        }
        """;

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1440)]
    [InlineData(320, Courier.Evening)]
    [InlineData(1280, Courier.Evening)]
    public async Task Every_kind_of_page_fits_its_window_and_nothing_complains(int width, string theme = Courier.Default)
    {
        var site = await courier.Site(theme);
        await using var window = await browser.Open(site.Address, width);
        foreach (var kind in Courier.KindsWithLite)
        {
            await window.Go(kind.Path);
            Assert.Equal((kind.Path, width), (kind.Path, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
        }

        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_picture_of_three_by_two_is_not_cut_in_lists()
    {
        var front = await (await courier.Site()).Html("/");
        var pictures = front.QuerySelectorAll("main .teaser-picture img").Select(i => i.GetAttribute("src")!).ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, address => Assert.True(address.Contains("/full-", StringComparison.Ordinal) || address.Contains("/4x3-480", StringComparison.Ordinal), address));
    }

    [Theory]
    [InlineData("/aldor/nothing-here")]
    [InlineData("/aldor/withdrawn")]
    [InlineData("/aldor/withdrawn", Courier.Evening)]
    public async Task Where_there_is_no_story_the_latest_are_offered(string path, string theme = Courier.Default)
    {
        var site = await courier.Site(theme);
        await using var window = await browser.Open(site.Address);
        await window.Go(path);
        Assert.Equal(5, await window.Page.Locator("main .teaser").CountAsync());
    }

    [Theory]
    [InlineData("/", 320)]
    [InlineData("/", 1440)]
    [InlineData(Courier.Long, 320)]
    [InlineData(Courier.Long, 1440)]
    [InlineData(Courier.Compared, 320)]
    [InlineData(Courier.Compared, 1440)]
    [InlineData(Courier.Arabic, 320)]
    [InlineData("/", 320, Courier.Evening)]
    [InlineData("/", 1440, Courier.Evening)]
    [InlineData(Courier.Everything, 1440, Courier.Evening)]
    [InlineData(Courier.Compared, 320, Courier.Evening)]
    [InlineData(Courier.Arabic, 320, Courier.Evening)]
    public async Task Nothing_moves_when_pictures_and_scripts_come_late(string path, int width, string theme = Courier.Default)
    {
        var site = await courier.Site(theme);
        await using var window = await browser.Open(site.Address, width);
        var release = new TaskCompletionSource();
        await window.Page.AddInitScriptAsync(Shifts);
        foreach (var late in new[] { "**/media/**", "**/*.js" })
        {
            await window.Page.RouteAsync(late, async route =>
            {
                await release.Task;
                await route.ContinueAsync();
            });
        }

        await window.Page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        await window.Page.Locator("footer.footer").WaitForAsync();
        await window.Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        await window.Page.EvaluateAsync(Drawn);
        release.SetResult();
        await window.Page.WaitForLoadStateAsync();
        await window.Page.EvaluateAsync(SeeAllPictures);
        await window.Page.EvaluateAsync(Drawn);

        Assert.Empty(await window.Page.EvaluateAsync<string[]>("shifts"));
    }
}
