using System.Net;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class AddressTests
{
    [Fact]
    public async Task Every_address_a_story_ever_had_leads_to_where_it_is_now()
    {
        await using var site = await TestSite.Start();
        await site.Make.Section("world");
        var story = await site.Make.Published();
        var api = await site.Api();
        await Move(api, story.Id, new { slug = "second" });
        await Move(api, story.Id, new { section = "world" });
        await Move(api, story.Id, new { slug = "third" });
        foreach (var old in new[] { "/aldor/survey-finds-three-of-five-gates-in-working-order", "/aldor/second", "/world/second" })
        {
            await Redirects(site, old, "/world/third");
            await Redirects(site, "/lite" + old, "/lite/world/third");
            await Redirects(site, old + "/history", "/world/third/history");
        }

        await site.Html("/world/third");
    }

    [Fact]
    public async Task A_renamed_section_takes_its_stories_along()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "one" });
        var api = await site.Api();
        var section = (await api.Get("/sections")).Json.GetProperty("items")[0].GetProperty("id").GetGuid();
        (await api.Patch($"/sections/{section}", new { slug = "home" })).Is(HttpStatusCode.OK);
        await Redirects(site, "/aldor", "/home");
        await Redirects(site, "/aldor/one", "/home/one");
        await site.Html("/home/one");
        (await api.Post("/sections", new { name = "Aldor", slug = "aldor" })).Is(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Two_stories_with_one_headline_get_two_addresses()
    {
        await using var site = await TestSite.Start();
        var one = await site.Make.Published(new { headline = "Fire" });
        var two = await site.Make.Published(new { headline = "Fire" });
        Assert.Equal("http://courier.example/aldor/fire", one["url"]);
        Assert.Equal("http://courier.example/aldor/fire-2", two["url"]);
    }

    [Fact]
    public async Task An_address_that_was_asked_for_and_is_taken_is_an_error_and_not_another_address()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "fire" });
        var other = await site.Make.Story(new { slug = "fire" });
        var answer = (await (await site.Api()).Post($"/stories/{other.Id}/publication")).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("fire", answer.Json.GetProperty("errors").GetProperty("slug")[0].GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_in_another_script_makes_an_address_in_it()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "وادي زيل بعد ثماني ليالٍ", language = "ar" });
        Assert.StartsWith("http://courier.example/aldor/%D9%88", story["url"], StringComparison.Ordinal);
        var page = await site.Html(new Uri(story["url"]!).AbsolutePath);
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("ar", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("lite")]
    [InlineData("topics")]
    [InlineData("api")]
    [InlineData("newsletters")]
    [InlineData("sign-in")]
    public async Task A_reserved_word_can_not_become_a_section(string word)
    {
        await using var site = await TestSite.Start();
        (await (await site.Api()).Post("/sections", new { name = "X", slug = word })).Is(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_slash_at_the_end_leads_to_the_one_address_of_the_page()
    {
        await using var site = await TestSite.Start();
        await site.Make.Section();
        await Redirects(site, "/aldor/", "/aldor");
    }

    private static async Task Move(ApiClient api, Guid story, object fields)
    {
        (await api.Patch($"/stories/{story}", fields)).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story}/publication")).Is(HttpStatusCode.OK);
    }

    private static async Task Redirects(TestSite site, string from, string to)
    {
        using var answer = await site.Reader().GetAsync(from, TestContext.Current.CancellationToken);
        Assert.Equal((from, HttpStatusCode.PermanentRedirect, to), (from, answer.StatusCode, answer.Headers.Location?.OriginalString));
    }
}
