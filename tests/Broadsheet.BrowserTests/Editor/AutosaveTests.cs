using Broadsheet.Tests.Browsing;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Tests.Editor;

public sealed class AutosaveTests(Browser browser)
{
    [Fact]
    public async Task What_is_typed_is_saved_in_a_moment_with_the_fields_around_it()
    {
        await using var site = await EditorSite.Start(saves: true);
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Type("Saved by itself.");
        await editor.WaitForPhase("clean");
        Assert.Equal("Saved by itself.", site.Saved!["body"]!["content"]![0]!["content"]![0]!["text"]!.GetValue<string>());
        Assert.StartsWith("Minister insists", site.Saved["headline"]!.GetValue<string>(), StringComparison.Ordinal);

        await editor.Page.GetByLabel("Headline").FillAsync("Shorter");
        await editor.WaitForPhase("clean");
        Assert.Equal("Shorter", site.Saved["headline"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_typed_while_the_server_is_away_is_saved_when_it_is_back()
    {
        await using var site = await EditorSite.Start(saves: true);
        await using var editor = await EditorWindow.Open(browser, site);
        site.Refusal = 0;
        await editor.Type("Typed in the dark.");
        await editor.WaitForPhase("offline");
        await Assertions.Expect(editor.Page.Locator(".notice")).ToContainTextAsync("kept in this browser");
        await editor.Type(" And on.");
        site.Refusal = null;
        await editor.WaitForPhase("clean");
        Assert.Equal("Typed in the dark. And on.", site.Saved!["body"]!["content"]![0]!["content"]![0]!["text"]!.GetValue<string>());
        await Assertions.Expect(editor.Page.Locator(".notice")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_page_that_was_killed_gives_back_every_letter()
    {
        await using var site = await EditorSite.Start(saves: true);
        await using var editor = await EditorWindow.Open(browser, site);
        site.Refusal = 0;
        await editor.Type("Not a letter is lost");
        await editor.Page.GetByLabel("Headline").FillAsync("Kept too");
        var killed = editor.Page;
        var again = await killed.Context.NewPageAsync();
        await Crash(killed);

        site.Refusal = null;
        await again.GotoAsync(site.Address.AbsoluteUri);
        await Assertions.Expect(again.Locator(".notice")).ToContainTextAsync("is here again");
        await Assertions.Expect(again.Locator(".text")).ToContainTextAsync("Not a letter is lost");
        await Assertions.Expect(again.GetByLabel("Headline")).ToHaveValueAsync("Kept too");
        await again.WaitForFunctionAsync("() => document.querySelector('story-editor').saving.phase === 'clean'");
        Assert.Equal("Kept too", site.Saved!["headline"]!.GetValue<string>());
    }

    [Fact]
    public async Task Whoever_saves_second_sees_both_versions_and_loses_neither()
    {
        await using var site = await EditorSite.Start(saves: true);
        site.Body = EditorSite.Doc(EditorSite.Paragraph("The dam stands."));
        await using var editor = await EditorWindow.Open(browser, site);
        site.SaveElsewhere(EditorSite.Doc(EditorSite.Paragraph("The dam fell.")));
        await editor.Press("End");
        await editor.Type(" Still.");
        await editor.WaitForPhase("conflict");
        await Assertions.Expect(editor.Page.Locator(".notice del").Last).ToContainTextAsync("fell");
        await Assertions.Expect(editor.Page.Locator(".notice ins").Last).ToContainTextAsync("stands");
        Assert.Equal("The dam fell.", site.Saved!["body"]!["content"]![0]!["content"]![0]!["text"]!.GetValue<string>());

        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Take theirs" }).ClickAsync();
        Assert.Equal(["paragraph: The dam fell."], await editor.Blocks());
        await Assertions.Expect(editor.Page.GetByLabel("Headline")).ToHaveValueAsync("Somebody else’s headline");
        await editor.Press("Control+z");
        Assert.Equal(["paragraph: The dam stands. Still."], await editor.Blocks());
        await editor.WaitForPhase("clean");
        Assert.Equal("The dam stands. Still.", site.Saved["body"]!["content"]![0]!["content"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Whoever_was_signed_out_keeps_the_text_and_saves_it_after_signing_in()
    {
        await using var site = await EditorSite.Start(saves: true);
        await using var editor = await EditorWindow.Open(browser, site);
        site.Refusal = 401;
        await editor.Type("Here still.");
        await editor.WaitForPhase("signedOut");
        await Assertions.Expect(editor.Page.Locator(".notice")).ToContainTextAsync("signed out");
        site.Refusal = null;
        await editor.Page.EvaluateAsync("() => document.querySelector('story-editor').signedIn()");
        await editor.WaitForPhase("clean");
        Assert.NotNull(site.Saved);
    }

    [Fact]
    public async Task Two_tabs_with_one_story_warn_each_other()
    {
        await using var site = await EditorSite.Start(saves: true);
        await using var editor = await EditorWindow.Open(browser, site);
        var second = await editor.Page.Context.NewPageAsync();
        await second.GotoAsync(site.Address.AbsoluteUri);
        await Assertions.Expect(second.Locator(".notice")).ToContainTextAsync("another tab");
        await Assertions.Expect(editor.Page.Locator(".notice")).ToContainTextAsync("another tab");
    }

    private static async Task Crash(IPage page)
    {
        var gone = new TaskCompletionSource();
        page.Crash += (_, _) => gone.SetResult();
        var session = await page.Context.NewCDPSessionAsync(page);
        _ = session.SendAsync("Page.crash");
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
