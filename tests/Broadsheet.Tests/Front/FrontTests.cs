using System.Net;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Front;

public sealed class FrontTests
{
    [Fact]
    public async Task The_first_story_that_editors_placed_leads_the_front_page()
    {
        await using var site = await TestSite.Start();
        var first = await site.Make.Published(new { headline = "First out" });
        await site.Make.Published(new { headline = "Second out" });
        Assert.Equal("Second out", Lead(await site.Html("/")));
        (await (await site.Api()).Put("/front", new { stories = new[] { first.Id } })).Is(HttpStatusCode.OK);
        Assert.Equal("First out", Lead(await site.Html("/")));
    }

    [Fact]
    public async Task A_placed_story_that_is_not_published_is_not_shown_until_it_is()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "Out" });
        var draft = await site.Make.Story(new { headline = "Not yet" });
        var api = await site.Api();
        (await api.Put("/front", new { stories = new[] { draft.Id } })).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("Not yet", (await site.Html("/")).DocumentElement.TextContent, StringComparison.Ordinal);
        (await api.Post($"/stories/{draft.Id}/publication")).Is(HttpStatusCode.OK);
        Assert.Equal("Not yet", Lead(await site.Html("/")));
    }

    [Fact]
    public async Task A_front_takes_each_story_once_and_only_stories_there_are()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var answer = (await (await site.Api()).Put("/front", new { stories = new[] { story.Id, story.Id, Guid.CreateVersion7() } })).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("stories[1] stories[2]", string.Join(' ', answer.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name)));
    }

    [Fact]
    public async Task A_section_front_has_an_order_of_its_own_and_pages_that_do_not_overlap()
    {
        await using var site = await TestSite.Start();
        var old = await site.Make.Published(new { headline = "The old one" });
        for (var i = 0; i < 30; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await site.Make.Published(new { headline = $"Story {i}" });
        }

        (await (await site.Api()).Put("/sections/aldor/front", new { stories = new[] { old.Id } })).Is(HttpStatusCode.OK);
        var first = Headlines(await site.Html("/aldor"));
        var second = Headlines(await site.Html("/aldor?page=2"));
        Assert.Equal("The old one", first[0]);
        Assert.Equal(31, first.Count + second.Count);
        Assert.Empty(first.Intersect(second, StringComparer.Ordinal));
        await site.Html("/aldor?page=3", status: HttpStatusCode.NotFound);
    }

    private static string Lead(AngleSharp.Dom.IDocument page) => Headlines(page)[0];

    private static List<string> Headlines(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll("main a[href^='/aldor/']").Select(a => a.TextContent.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
}
