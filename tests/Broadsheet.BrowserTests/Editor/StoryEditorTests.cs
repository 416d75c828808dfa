using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Checks;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Tests.Editor;

public sealed class StoryEditorTests(Browser browser)
{
    [Fact]
    public async Task A_story_is_written_with_the_signs_of_Markdown()
    {
        await using var site = await EditorSite.Start();
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Type("## The survey\nThree **of the** *five* gates [turn](example.org/a?utm_source=x&b=1).\n- one\ntwo\n\n> said\n\n---\n---gate---for members");

        Assert.Equal(
            ["heading: The survey", "paragraph: Three of the<bold> five<italic> gates turn<link>.", "bulletList(listItem(paragraph: one), listItem(paragraph: two))", "blockquote(paragraph: said)", "horizontalRule:", "gate:", "paragraph: for members"],
            await editor.Blocks());
    }

    [Fact]
    public async Task Every_block_of_the_menu_is_put_in_by_keyboard()
    {
        await using var site = await EditorSite.Start();
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Type("/tab\nEast");
        await editor.Press("Tab");
        await editor.Type("works");
        await editor.Press("Control+End");
        Assert.Equal(["table(tableRow(tableHeader(paragraph: East), tableHeader(paragraph: works), tableHeader(paragraph:)), tableRow(tableCell(paragraph:), tableCell(paragraph:), tableCell(paragraph:)), tableRow(tableCell(paragraph:), tableCell(paragraph:), tableCell(paragraph:)))"], await editor.Blocks());

        await editor.Go();
        await editor.Type("/pull\nA dam does not forget.\n/fact\nFive gates\n\n/emb\n");
        await editor.Type("https://video.example/x\nbehind it");
        Assert.Equal(["pullQuote: A dam does not forget.", "factbox(paragraph: Five gates)", "embed:", "paragraph: behind it"], await editor.Blocks());
    }

    [Fact]
    public async Task The_menu_of_blocks_says_what_it_has_found_and_which_is_chosen()
    {
        await using var site = await EditorSite.Start();
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Type("/head");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(3);
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("3 blocks");
        await editor.Press("ArrowDown");

        var chosen = await editor.Text.GetAttributeAsync("aria-activedescendant");
        Assert.Equal(chosen, await editor.Page.GetByRole(AriaRole.Option, new() { Selected = true }).GetAttributeAsync("id"));
        await editor.Press("Enter");
        await editor.Type("Small");
        Assert.Equal(["heading: Small"], await editor.Blocks());
        Assert.Equal(0, await editor.Page.GetByRole(AriaRole.Listbox).CountAsync());
    }

    [Fact]
    public async Task Blocks_move_with_Alt_and_the_arrows_and_come_back_by_undoing()
    {
        await using var site = await EditorSite.Start();
        site.Body = EditorSite.Doc(EditorSite.Paragraph("one"), EditorSite.Paragraph("two"), EditorSite.Paragraph("three"));
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Press("Alt+ArrowDown");
        await editor.Press("Alt+ArrowDown");
        await editor.Type("X");
        Assert.Equal(["paragraph: two", "paragraph: three", "paragraph: Xone"], await editor.Blocks());
        await editor.Press("Control+z");
        await editor.Press("Control+z");
        await editor.Press("Control+z");
        Assert.Equal(["paragraph: one", "paragraph: two", "paragraph: three"], await editor.Blocks());
    }

    [Fact]
    public async Task One_Tab_leads_to_the_toolbar_arrows_along_it_and_Escape_back()
    {
        await using var site = await EditorSite.Start();
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Press("Alt+F10");
        await editor.Press("ArrowRight");
        await editor.Press("ArrowRight");
        await editor.Press("Enter");
        await editor.Press("Escape");
        await editor.Type("bold");
        Assert.Equal(["paragraph: bold<bold>"], await editor.Blocks());
        Assert.Equal(1, await editor.Page.Locator(".toolbar button[tabindex='0']").CountAsync());
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Button, new() { Name = "Bold" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Stories_of_ours_are_linked_by_words_of_their_headline()
    {
        await using var site = await EditorSite.Start();
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Type("as we said");
        await editor.Press("Control+Shift+ArrowLeft");
        await editor.Press("Control+k");
        await editor.Type("zell");
        await editor.Page.GetByRole(AriaRole.Option).WaitForAsync();
        await editor.Press("ArrowDown");
        await editor.Press("Enter");
        Assert.Equal(["paragraph: as we said<link>"], await editor.Blocks());
        Assert.Equal("/world/zell-dam", await editor.Text.Locator("a").GetAttributeAsync("href"));
    }

    [Fact]
    public async Task A_picture_is_sent_to_the_library_and_again_when_it_did_not_arrive()
    {
        await using var site = await EditorSite.Start();
        await using var editor = await EditorWindow.Open(browser, site);
        site.Refusal = 503;
        var chooser = await editor.Page.RunAndWaitForFileChooserAsync(() => editor.Page.Locator(".toolbar").GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "dam.png", MimeType = "image/png", Buffer = [137, 80, 78, 71] });
        await Assertions.Expect(editor.Page.Locator(".slot-told")).ToContainTextAsync("dam.png did not arrive: Not now.");
        Assert.Equal(["paragraph:"], await editor.Blocks());

        site.Refusal = null;
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(editor.Page.GetByAltText("The dam from the east bank")).ToBeVisibleAsync();
        await editor.Page.GetByLabel("Caption").FillAsync("The dam on Monday.");
        await editor.Page.GetByLabel("Credit").FillAsync("Runa Feld");
        await editor.Page.GetByLabel("Credit").PressAsync("Enter");
        await editor.Type("and so on");
        Assert.Equal(["figure:", "paragraph: and so on"], await editor.Blocks());
        Assert.Contains("\"credit\":\"Runa Feld\"", await editor.Page.EvaluateAsync<string>("() => JSON.stringify(document.querySelector('story-editor').body)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_works_in_the_editor_as_it_will_for_readers()
    {
        await using var site = await EditorSite.Start();
        site.Body = EditorSite.Doc(new System.Text.Json.Nodes.JsonObject { ["type"] = "comparison", ["attrs"] = new System.Text.Json.Nodes.JsonObject { ["before"] = EditorSite.Image(2), ["after"] = EditorSite.Image(3) } }, EditorSite.Paragraph("below"));
        await using var editor = await EditorWindow.Open(browser, site);
        var range = editor.Page.GetByRole(AriaRole.Slider);
        await range.FocusAsync();
        await range.PressAsync("End");
        Assert.Equal("100", await range.InputValueAsync());
        Assert.Equal("Before 100 %, After 0 %", await range.EvaluateAsync<string>("range => range.ariaValueText"));

        var glass = (await editor.Page.Locator(".glass").BoundingBoxAsync())!;
        await editor.Page.Mouse.ClickAsync(glass.X + (glass.Width / 4), glass.Y + 20);
        Assert.Equal("25", await range.InputValueAsync());
    }

    [Fact]
    public async Task The_form_is_sent_with_the_document()
    {
        await using var site = await EditorSite.Start();
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Type("Kept.");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await editor.Window.Arrive("/save");
        Assert.Contains("\"text\":\"Kept.\"", site.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_field_is_what_is_written_in()
    {
        await using var site = await EditorSite.Start();
        await using var window = await browser.Open(site.Address, script: false);
        await window.Go("/");
        Assert.True(await window.Page.Locator("#body").IsVisibleAsync());
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light, "ltr")]
    [InlineData(1440, ColorScheme.Dark, "ltr")]
    [InlineData(390, ColorScheme.Light, "rtl")]
    [InlineData(640, ColorScheme.Dark, "rtl")]
    public async Task Nothing_stands_in_anybodys_way(int width, ColorScheme colours, string direction)
    {
        await using var site = await EditorSite.Start();
        site.Body = EveryBlock.Body;
        site.Direction = direction;
        await using var editor = await EditorWindow.Open(browser, site, width, colours);
        await editor.Page.GetByAltText("The dam from the east bank").First.WaitForAsync();
        await editor.Page.EvaluateAsync(Axe.Source);
        Assert.Empty(await Axe.Barriers(editor.Window));
        Assert.True(await editor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "It is wider than the window.");

        await editor.Press("Control+End");
        await editor.Type("\n/");
        await editor.Page.Locator(".menu-option").First.WaitForAsync();
        Assert.Empty(await Axe.Barriers(editor.Window));
        await editor.Press("Escape");
        await editor.Press("Control+k");
        await editor.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        Assert.Empty(await Axe.Barriers(editor.Window));
        Assert.Empty(editor.Window.Complaints);
    }

    [Fact]
    public async Task What_is_pasted_comes_in_clean()
    {
        await using var site = await EditorSite.Start();
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Text.EvaluateAsync(
            """
            text => {
              const data = new DataTransfer();
              data.setData('text/html', '<b style="font-weight:normal" id="docs-internal-guid-1"><h1><span style="font-weight:400">Head</span></h1><p><span style="font-weight:700">bold</span>&nbsp;<a href="https://example.org/?utm_source=x">link</a></p><p>&nbsp;</p></b>');
              text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        Assert.Equal(["heading: Head", "paragraph: bold<bold> link<link>"], await editor.Blocks());
    }
}
