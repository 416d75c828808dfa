using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Tests.Browsing;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Tests.Editor;

public sealed class TypingTests(Browser browser)
{
    private const int Words = 10_000;
    private const int Lines = 20;
    private const string Line = "the gates turn";
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    /// <summary>By the processor's time, so that what else the machine does isn't counted.</summary>
    [Fact]
    public async Task Typing_in_a_story_of_ten_thousand_words_has_no_long_task()
    {
        await using var site = await EditorSite.Start(saves: true);
        site.Body = Long();
        await using var editor = await EditorWindow.Open(browser, site);
        await editor.Page.Locator(".text > p").Nth(100).ClickAsync();
        await editor.Type("Warm.");
        await editor.WaitForPhase("clean");

        var tasks = await Trace(editor.Page, async () =>
        {
            await editor.Type(string.Concat(Enumerable.Repeat(Line + "\n", Lines)));
            await editor.WaitForPhase("clean");
        });
        var longest = tasks.Max();
        TestContext.Current.TestOutputHelper?.WriteLine($"{tasks.Count} tasks, the longest {longest.TotalMilliseconds:0.0} ms");
        Assert.True((await editor.Blocks()).Count(b => b.Contains(Line, StringComparison.Ordinal)) >= Lines, "Not all that was typed arrived.");
        Assert.True(longest < Longest, $"A task took {longest.TotalMilliseconds:0.0} ms.");

        // Were there a long one, it would be seen.
        await editor.Text.EvaluateAsync("text => text.addEventListener('keydown', () => { for (const until = performance.now() + 200; performance.now() < until;); })");
        Assert.True((await Trace(editor.Page, () => editor.Type("x"))).Max() > Longest);
    }

    private static JsonObject Long()
    {
        string[] words = ["dam", "gate", "survey", "Osmere", "minister", "turbine", "river", "engineers", "parliament", "valley"];
        return EditorSite.Doc([.. Enumerable.Range(0, Words / 50).Select(i => i % 12 is 5
            ? (JsonNode)new JsonObject { ["type"] = "figure", ["attrs"] = new JsonObject { ["image"] = EditorSite.Image(1), ["caption"] = "The gates." } }
            : EditorSite.Paragraph(string.Join(' ', Enumerable.Range(0, 55).Select(k => words[((i * 7) + (k * 3)) % 10]))))]);
    }

    /// <summary>How long each task of the page's own thread ran meanwhile.</summary>
    private static async Task<IReadOnlyList<TimeSpan>> Trace(IPage page, Func<Task> act)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        List<JsonElement> events = [];
        var complete = new TaskCompletionSource();
        session.Event("Tracing.dataCollected").OnEvent += (_, data) => events.AddRange(data!.Value.GetProperty("value").EnumerateArray().Select(e => e.Clone()));
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.SetResult();
        await session.SendAsync("Tracing.start", new() { ["transferMode"] = "ReportEvents", ["categories"] = "toplevel,disabled-by-default-devtools.timeline,devtools.timeline" });
        await act();
        await session.SendAsync("Tracing.end");
        await complete.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        // The browser has pages of other tests, which run in processes of their own.
        var process = events.Where(e => Named(e, "TracingStartedInBrowser")).SelectMany(e => e.GetProperty("args").GetProperty("data").GetProperty("frames").EnumerateArray())
            .Single(f => f.GetProperty("url").GetString() == page.Url).GetProperty("processId").GetInt32();
        var mains = events.Where(e => Named(e, "thread_name") && e.GetProperty("args").GetProperty("name").GetString() is "CrRendererMain" && e.GetProperty("pid").GetInt32() == process).Select(Thread).ToHashSet();
        return [.. events.Where(e => Named(e, "RunTask") && e.TryGetProperty("tdur", out _) && mains.Contains(Thread(e))).Select(e => TimeSpan.FromMicroseconds(e.GetProperty("tdur").GetDouble()))];
    }

    private static bool Named(JsonElement traced, string name) => traced.GetProperty("name").GetString() == name;

    private static (int, int) Thread(JsonElement traced) => (traced.GetProperty("pid").GetInt32(), traced.GetProperty("tid").GetInt32());
}
