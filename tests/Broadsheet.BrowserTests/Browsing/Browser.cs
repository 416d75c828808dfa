using Broadsheet.Tests.Browsing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Broadsheet.Tests.Browsing;

/// <summary>The machine's own Chromium, started once for all tests. <c>SUITE_CHROMIUM</c> says where it is, unless it is in <c>/usr/bin</c>.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SUITE_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = Flags,
        });
    }

    /// <summary>A window of its own, with nothing remembered from another.</summary>
    /// <param name="width">CSS pixels.</param>
    public async Task<Window> Open(Uri site, int width = 1440, ColorScheme colours = ColorScheme.Light, bool script = true, bool touch = false)
    {
        var context = await _chromium.NewContextAsync(new()
        {
            BaseURL = site.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = colours,
            JavaScriptEnabled = script,
            HasTouch = touch,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await Window.Of(context);
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
