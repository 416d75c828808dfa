using System.Text.Json;
using Broadsheet.Tests.Browsing;
using Broadsheet.Tests.Newspaper;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class SearchEngineTests(Browser browser, Courier courier)
{
    private static readonly string[] Stories = [Courier.Everything, Courier.Long, Courier.Compared, Courier.Arabic, "/aldor/for-members", "/aldor/corrected", "/aldor/retracted"];

    // What a person has to find on the page, wherever in the data it stands.
    private static readonly string[] Visible = ["headline", "description", "name", "caption", "creditText", "text", "keywords"];

    [Theory]
    [InlineData(Courier.Default)]
    [InlineData(Courier.Evening)]
    public async Task What_search_engines_are_told_of_a_story_is_what_a_browser_shows(string theme)
    {
        var site = await courier.Site(theme);
        await using var window = await browser.Open(site.Address, 1440);
        foreach (var path in Stories)
        {
            await window.Go(path);
            var shown = Words(await window.Page.Locator("body").InnerTextAsync());
            using var data = JsonDocument.Parse(await window.Page.Locator("script[type='application/ld+json']").TextContentAsync() ?? "");
            var graph = data.RootElement.GetProperty("@graph");
            foreach (var (name, text) in Texts(graph))
            {
                Assert.True(shown.Contains(Words(text), StringComparison.Ordinal), $"{path}: {name} “{text}” is not on the page.");
            }

            var article = graph.EnumerateArray().Single(n => n.GetProperty("@type").GetString() == "NewsArticle");
            var isFree = article.GetProperty("isAccessibleForFree").GetBoolean();
            Assert.Equal(path != "/aldor/for-members", isFree);
            if (!isFree)
            {
                Assert.Equal(1, await window.Page.Locator(article.GetProperty("hasPart").GetProperty("cssSelector").GetString()!).CountAsync());
            }

            var hours = await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('article time')].map((time) => new Date(time.dateTime).toISOString())");
            foreach (var name in new[] { "datePublished", "dateModified" })
            {
                Assert.Contains(article.GetProperty(name).GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture), hours);
            }
        }

        Assert.Empty(window.Complaints);
    }

    private static IEnumerable<(string Name, string Text)> Texts(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => Visible.Contains(p.Name, StringComparer.Ordinal) ? Strings(p.Value).Select(text => (p.Name, text)) : Texts(p.Value)),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().SelectMany(Strings) : [value.GetString()!];

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
