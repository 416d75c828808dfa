using System.IO.Compression;
using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Newspaper;
using Microsoft.Playwright;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class BudgetTests(Browser browser, Courier courier)
{
    [Theory]
    [InlineData("/")]
    [InlineData(Courier.Long)]
    [InlineData(Courier.Everything)]
    [InlineData(Courier.Arabic)]
    [InlineData("/", Courier.Evening)]
    [InlineData(Courier.Long, Courier.Evening)]
    [InlineData(Courier.Everything, Courier.Evening)]
    [InlineData(Courier.Arabic, Courier.Evening)]
    public async Task A_page_weighs_60_KB_at_most_with_10_of_script_and_100_of_fonts(string path, string theme = Courier.Default)
    {
        var loaded = await Load(path, theme);
        Assert.InRange(Compressed(loaded, "document", "stylesheet"), 1, 60_000);
        Assert.InRange(Compressed(loaded, "script"), 0, 10_000);
        Assert.InRange(loaded.Where(l => l.Kind == "font").Sum(l => l.Bytes.Length), 1, 100_000);
    }

    [Fact]
    public async Task The_story_that_is_weighed_has_a_thousand_words_and_six_pictures()
    {
        var story = await (await courier.Site()).Html(Courier.Long);
        Assert.InRange(story.QuerySelector("article .body")!.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 1000, 1200);
        Assert.Equal(6, story.QuerySelectorAll("article :is(.story-lead, .body) img").Length);
    }

    [Theory]
    [InlineData("/lite")]
    [InlineData("/lite" + Courier.Long)]
    [InlineData("/lite" + Courier.Everything)]
    [InlineData("/lite", Courier.Evening)]
    [InlineData("/lite" + Courier.Everything, Courier.Evening)]
    public async Task A_lite_page_is_50_KB_at_most_all_told(string path, string theme = Courier.Default)
    {
        var loaded = await Load(path, theme);
        Assert.InRange(loaded.Sum(l => l.Bytes.Length), 1, 50_000);
        Assert.DoesNotContain(loaded, l => l.Kind is "script" or "image" or "font");
    }

    [Fact]
    public async Task No_script_keeps_a_page_from_being_drawn()
    {
        var site = await courier.Site();
        await using var window = await browser.Open(site.Address);
        await window.Go(Courier.Everything);
        var scripts = await window.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').filter((r) => r.initiatorType === 'script').map((r) => r.renderBlockingStatus)");
        Assert.NotEmpty(scripts);
        Assert.All(scripts, status => Assert.Equal("non-blocking", status));
    }

    private static int Compressed(IEnumerable<Loaded> loaded, params string[] kinds) => loaded.Where(l => kinds.Contains(l.Kind)).Sum(l => Gzip(l.Bytes));

    private static int Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)packed.Length;
    }

    private async Task<IReadOnlyList<Loaded>> Load(string path, string theme)
    {
        var site = await courier.Site(theme);
        await using var window = await browser.Open(site.Address);
        var answers = new List<IResponse>();
        window.Page.Response += (_, answer) => answers.Add(answer);
        await window.Go(path);
        await window.Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        var loaded = new List<Loaded>();
        foreach (var answer in answers.ToArray())
        {
            var kind = answer.Request.ResourceType;
            loaded.Add(new Loaded(kind, kind == "image" ? [] : await answer.BodyAsync()));
        }

        return loaded;
    }

    private sealed record Loaded(string Kind, byte[] Bytes);
}
