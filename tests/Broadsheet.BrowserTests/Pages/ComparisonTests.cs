using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Newspaper;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class ComparisonTests(Browser browser, Courier courier)
{
    [Theory]
    [InlineData(Courier.Compared, 25)]
    [InlineData(Courier.Arabic, 75)]
    [InlineData(Courier.Compared, 25, Courier.Evening)]
    [InlineData(Courier.Arabic, 75, Courier.Evening)]
    public async Task The_handle_follows_the_mouse(string story, int uncovered, string theme = Courier.Default)
    {
        await using var window = await Open(story, theme: theme);
        var box = await Glass(window);
        await window.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await window.Page.Mouse.DownAsync();
        await window.Page.Mouse.MoveAsync(box.X + (box.Width / 4), box.Y + (box.Height / 2), new() { Steps = 4 });
        await window.Page.Mouse.UpAsync();
        await window.Page.Mouse.MoveAsync(box.X + box.Width, box.Y);

        Assert.Equal(uncovered, await Value(window));
        await AssertUncoveredTo(window, box.X + (box.Width / 4));
    }

    [Theory]
    [InlineData(Courier.Compared, 75)]
    [InlineData(Courier.Arabic, 25)]
    public async Task The_handle_follows_the_finger(string story, int uncovered)
    {
        await using var window = await Open(story, 390, touch: true);
        var box = await Glass(window);
        var glass = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await Touch(glass, "touchStart", box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await Touch(glass, "touchMove", box.X + (box.Width * 5 / 8), box.Y + (box.Height / 2));
        await Touch(glass, "touchMove", box.X + (box.Width * 3 / 4), box.Y + (box.Height / 2));
        await glass.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        Assert.Equal(uncovered, await Value(window));
    }

    [Theory]
    [InlineData(Courier.Compared, "ArrowRight", 51)]
    [InlineData(Courier.Compared, "ArrowLeft", 49)]
    [InlineData(Courier.Compared, "Home", 0)]
    [InlineData(Courier.Arabic, "ArrowRight", 49)]
    [InlineData(Courier.Arabic, "ArrowLeft", 51)]
    public async Task The_handle_follows_the_keys(string story, string key, int uncovered)
    {
        await using var window = await Open(story);
        var range = window.Page.GetByRole(AriaRole.Slider);
        await range.FocusAsync();
        await range.PressAsync(key);

        Assert.Equal(uncovered, await Value(window));
        Assert.Contains($"{uncovered} %", await range.EvaluateAsync<string>("range => range.ariaValueText"), StringComparison.Ordinal);
        Assert.NotEmpty(await range.EvaluateAsync<string>("range => range.ariaLabel"));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1440)]
    [InlineData(1440, Courier.Evening)]
    public async Task Without_script_it_is_two_captioned_figures(int width, string theme = Courier.Default)
    {
        var site = await courier.Site(theme);
        await using var window = await browser.Open(site.Address, width, script: false);
        await window.Go(Courier.Compared);
        await AssertTwoFigures(window);
    }

    [Theory]
    [InlineData(Courier.Compared)]
    [InlineData(Courier.Arabic)]
    [InlineData(Courier.Compared, Courier.Evening)]
    public async Task On_paper_both_pictures_stand_with_their_captions(string story, string theme = Courier.Default)
    {
        await using var window = await Open(story, theme: theme);
        await window.Page.GetByRole(AriaRole.Slider).PressAsync("End");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await AssertTwoFigures(window);
        Assert.False(await window.Page.Locator(".glass").IsVisibleAsync());
    }

    private static async Task AssertTwoFigures(Window window)
    {
        var pictures = window.Page.Locator("before-after figure img");
        Assert.Equal(2, await pictures.CountAsync());
        var (before, after) = ((await pictures.Nth(0).BoundingBoxAsync())!, (await pictures.Nth(1).BoundingBoxAsync())!);
        var apart = before.X + before.Width <= after.X || after.X + after.Width <= before.X || before.Y + before.Height <= after.Y;
        Assert.True(apart && before.Width > 100 && after.Width > 100, $"The pictures stand at {before.X}, {before.Y} and {after.X}, {after.Y}.");
        Assert.Equal("none", await pictures.Nth(1).Locator("..").EvaluateAsync<string>("picture => getComputedStyle(picture).clipPath"));
        var captions = window.Page.Locator("before-after figcaption");
        for (var side = 0; side < 2; side++)
        {
            Assert.True(await captions.Nth(side).Locator(".when").IsVisibleAsync());
            Assert.True(await captions.Nth(side).Locator(".caption").IsVisibleAsync());
            Assert.True(await captions.Nth(side).Locator(".credit").IsVisibleAsync());
        }
    }

    private static async Task AssertUncoveredTo(Window window, float across)
    {
        var handle = (await window.Page.Locator(".handle svg").BoundingBoxAsync())!;
        Assert.InRange(handle.X + (handle.Width / 2), across - 2, across + 2);
    }

    private static async Task Touch(ICDPSession glass, string type, float x, float y) =>
        await glass.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = new[] { new { x, y } } });

    private static Task<int> Value(Window window) => window.Page.GetByRole(AriaRole.Slider).EvaluateAsync<int>("range => Math.round(range.valueAsNumber)");

    private static async Task<LocatorBoundingBoxResult> Glass(Window window)
    {
        var glass = window.Page.Locator(".glass");
        await glass.ScrollIntoViewIfNeededAsync();
        return (await glass.BoundingBoxAsync())!;
    }

    private async Task<Window> Open(string story, int width = 1440, bool touch = false, string theme = Courier.Default)
    {
        var site = await courier.Site(theme);
        var window = await browser.Open(site.Address, width, touch: touch);
        await window.Go(story);
        return window;
    }
}
