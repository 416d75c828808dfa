using System.Text.Json;
using AngleSharp.Html.Dom;
using Broadsheet.Readers;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Outlets.Pages;

public sealed class StructuredDataTests
{
    private const string Secret = "The vault holds nine ledgers.";

    [Fact]
    public async Task What_search_engines_are_told_stands_on_the_page_too()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam", headline = "Dam </script><script>alert(1)</script> & “gates”", access = "members", body = Make.GatedBody("Free words.", Secret) });
        var api = await site.Api();
        _ = await api.Post($"/stories/{story.Id}/corrections", new { kind = "correction", text = "It was the east bank." });
        var page = await site.Html("/aldor/dam");
        var graph = Graph(page);
        var visible = page.Body!.TextContent;
        foreach (var (name, text) in Words(graph))
        {
            Assert.True(visible.Contains(text, StringComparison.Ordinal), $"{name}: {text}");
        }

        var article = graph.EnumerateArray().Single(n => n.GetProperty("@type").GetString() == "NewsArticle");
        Assert.Equal("Dam </script><script>alert(1)</script> & “gates”", article.GetProperty("headline").GetString());
        Assert.False(article.GetProperty("isAccessibleForFree").GetBoolean());
        Assert.NotNull(page.QuerySelector(article.GetProperty("hasPart").GetProperty("cssSelector").GetString()!));
        var correction = Assert.Single(article.GetProperty("correction").EnumerateArray());
        Assert.Equal(("CorrectionComment", "It was the east bank."), (correction.GetProperty("@type").GetString(), correction.GetProperty("text").GetString()));
        Assert.DoesNotContain(Secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var publisher = article.GetProperty("publisher");
        Assert.Equal("NewsMediaOrganization", publisher.GetProperty("@type").GetString());
        foreach (var policy in new[] { "publishingPrinciples", "correctionsPolicy", "url" })
        {
            _ = await site.Html(new Uri(publisher.GetProperty(policy).GetString()!).PathAndQuery);
        }
    }

    [Theory]
    [InlineData("public", true, true)]
    [InlineData("readers", true, false)]
    [InlineData("members", true, false)]
    [InlineData("members", false, true)]
    public async Task Whether_a_story_is_free_is_told_as_it_is_to_every_class(string access, bool hasMore, bool isFree)
    {
        await using var site = await TestSite.Start();
        var body = Make.GatedBody("Free words.", Secret);
        if (!hasMore)
        {
            body["content"]!.AsArray().RemoveAt(2);
        }

        await site.Make.Published(new { slug = "dam", access, body });
        foreach (var audience in new[] { Audience.Visitor, Audience.Reader, Audience.Member("friend", 10) })
        {
            var article = Graph(await site.Html("/aldor/dam", audience)).EnumerateArray().First();
            Assert.Equal(isFree, article.GetProperty("isAccessibleForFree").GetBoolean());
            Assert.Equal(!isFree, article.TryGetProperty("hasPart", out _));
        }
    }

    [Fact]
    public async Task Breadcrumbs_lead_from_the_front_page_through_the_sections_to_the_story()
    {
        await using var site = await TestSite.Start();
        await site.Make.Section("world");
        await site.Make.Section("north", new { parent = "world" });
        await site.Make.Published(new { slug = "dam", section = "north", headline = "The dam" });
        var steps = Graph(await site.Html("/north/dam")).EnumerateArray().Single(n => n.GetProperty("@type").GetString() == "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3, 4], steps.Select(s => s.GetProperty("position").GetInt32()));
        Assert.Equal(["http://courier.example/", "http://courier.example/world", "http://courier.example/north", "http://courier.example/north/dam"], steps.Select(s => s.GetProperty("item").GetString()!));
        Assert.Equal("BreadcrumbList", Graph(await site.Html("/north"))[0].GetProperty("@type").GetString());
        Assert.Equal("NewsMediaOrganization", Graph(await site.Html("/"))[0].GetProperty("@type").GetString());
        Assert.Null((await site.Html("/lite/north/dam")).QuerySelector("script"));
    }

    [Fact]
    public async Task Data_stands_after_the_story()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "dam", access = "members", body = Make.GatedBody("Free.", Secret) });
        var html = await site.Reader().GetStringAsync("/aldor/dam", TestContext.Current.CancellationToken);
        Assert.True(html.IndexOf("</article>", StringComparison.Ordinal) < html.IndexOf("ld+json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Versions_in_other_languages_name_each_other_and_the_original()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam" });
        Assert.Empty((await site.Html("/aldor/dam")).QuerySelectorAll("link[hreflang]"));
        await site.Make.Section("arabic", new { language = "ar" });
        await site.Make.Published(new { slug = "sadd", section = "arabic", translationOf = story.Id });
        string[] expected = ["ar http://courier.example/arabic/sadd", "en http://courier.example/aldor/dam", "x-default http://courier.example/aldor/dam"];
        foreach (var path in new[] { "/aldor/dam", "/arabic/sadd" })
        {
            Assert.Equal(expected, (await site.Html(path)).QuerySelectorAll("head link[hreflang]").Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}").Order(StringComparer.Ordinal));
        }
    }

    internal static JsonElement Graph(IHtmlDocument page)
    {
        var script = Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']"));
        var data = JsonDocument.Parse(script.TextContent).RootElement;
        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        return data.GetProperty("@graph");
    }

    // Names of things and texts; the rest is addresses, types, dates and languages.
    private static IEnumerable<(string Name, string Text)> Words(JsonElement node, string name = "") => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => Words(p.Value, p.Name)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(n => Words(n, name)),
        JsonValueKind.String when name is "headline" or "description" or "name" or "text" or "keywords" or "creditText" => [(name, node.GetString()!)],
        _ => [],
    };
}
