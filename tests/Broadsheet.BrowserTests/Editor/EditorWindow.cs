using System.Text.Json.Nodes;
using Broadsheet.Tests.Browsing;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Editor;

/// <summary>A window with the story editor in it, and what stands in it.</summary>
internal sealed class EditorWindow(Window window) : IAsyncDisposable
{
    public Window Window => window;

    public IPage Page => window.Page;

    public ILocator Text => Page.GetByRole(AriaRole.Textbox, new() { Name = "Body of the story" });

    public static async Task<EditorWindow> Open(Browser browser, EditorSite site, int width = 1440, ColorScheme colours = ColorScheme.Light)
    {
        var opened = new EditorWindow(await browser.Open(site.Address, width, colours));
        await opened.Go();
        return opened;
    }

    public async Task Go()
    {
        await window.Go("/");
        await Page.Locator("story-editor.is-live").WaitForAsync();
        await Text.EvaluateAsync("text => text.closest('story-editor').focus()");
    }

    /// <summary>Types as people do; a line end is the Enter key.</summary>
    public async Task Type(string text)
    {
        foreach (var sign in text)
        {
            if (sign is '\n')
            {
                await Page.Keyboard.PressAsync("Enter");
            }
            else
            {
                await Page.Keyboard.TypeAsync(sign.ToString());
            }
        }
    }

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>The body, a line a block: its kind and its text.</summary>
    public async Task<IReadOnlyList<string>> Blocks() =>
        [.. JsonNode.Parse(await Page.EvaluateAsync<string>("() => JSON.stringify(document.querySelector('story-editor').body)"))!["content"]!.AsArray().Select(Line!)];

    public Task<string> Phase() => Page.EvaluateAsync<string>("() => document.querySelector('story-editor').saving.phase");

    public Task WaitForPhase(string phase) => Page.WaitForFunctionAsync("phase => document.querySelector('story-editor').saving.phase === phase", phase, new() { Timeout = 20_000 });

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private static string Line(JsonNode node)
    {
        var type = node["type"]!.GetValue<string>();
        var inside = node["content"]?.AsArray().Select(n => n!).ToArray() ?? [];
        return type is "text" ? node["text"]!.GetValue<string>() + string.Concat((node["marks"]?.AsArray() ?? []).Select(m => $"<{m!["type"]}>"))
            : inside.All(n => n["type"]!.GetValue<string>() is "text") ? $"{type}: {string.Concat(inside.Select(Line))}".TrimEnd()
            : $"{type}({string.Join(", ", inside.Select(Line))})";
    }
}
