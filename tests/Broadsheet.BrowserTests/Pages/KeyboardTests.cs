using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Newspaper;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class KeyboardTests(Browser browser, Courier courier)
{
    private const string Focused =
        """
        () => {
          const at = document.activeElement;
          const box = at.getBoundingClientRect();
          const ring = getComputedStyle(at.closest('.teaser') ?? at);
          return {
            text: at.textContent.trim(),
            isSeen: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight && box.width > 0,
            hasRing: ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2,
          };
        }
        """;

    [Theory]
    [InlineData("/", 1440)]
    [InlineData(Courier.Long, 390)]
    [InlineData(Courier.Arabic, 390)]
    [InlineData("/lite", 390)]
    [InlineData("/", 1440, Courier.Evening)]
    [InlineData(Courier.Arabic, 390, Courier.Evening)]
    public async Task The_first_key_offers_to_skip_to_the_text(string path, int width, string theme = Courier.Default)
    {
        await using var window = await Open(path, width, theme);
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True((await Focus(window)) is { IsSeen: true, HasRing: true });

        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await window.Page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"));
    }

    [Theory]
    [InlineData("/", 1440)]
    [InlineData("/", 390)]
    [InlineData("/aldor", 390)]
    [InlineData(Courier.Arabic, 320)]
    [InlineData("/", 1440, Courier.Evening)]
    [InlineData("/aldor", 390, Courier.Evening)]
    [InlineData(Courier.Arabic, 320, Courier.Evening)]
    public async Task Keys_go_through_the_masthead_in_the_order_it_is_read_in_and_are_seen_there(string path, int width, string theme = Courier.Default)
    {
        await using var window = await Open(path, width, theme);
        var links = await window.Page.Locator("header a").AllInnerTextsAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        foreach (var link in links)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            Assert.Equal(new Place { Text = link.Trim(), IsSeen = true, HasRing = true }, await Focus(window));
        }
    }

    [Theory]
    [InlineData(Courier.Default)]
    [InlineData(Courier.Evening)]
    public async Task Where_the_focus_stands_is_seen_on_every_link_of_a_story(string theme)
    {
        await using var window = await Open(Courier.Everything, 390, theme);
        var stops = await window.Page.EvaluateAsync<int>("document.querySelectorAll('a[href], button, input, [tabindex=\"0\"]').length");
        for (var stop = 0; stop < stops; stop++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            Assert.True((await Focus(window)).HasRing || await window.Page.EvaluateAsync<bool>("document.activeElement.matches('.glass input')"), $"Stop {stop} has no ring.");
        }
    }

    private static Task<Place> Focus(Window window) => window.Page.EvaluateAsync<Place>(Focused);

    private async Task<Window> Open(string path, int width, string theme)
    {
        var site = await courier.Site(theme);
        var window = await browser.Open(site.Address, width);
        await window.Go(path);
        return window;
    }

    private sealed record Place
    {
        public string Text { get; init; } = "";

        public bool IsSeen { get; init; }

        public bool HasRing { get; init; }
    }
}
