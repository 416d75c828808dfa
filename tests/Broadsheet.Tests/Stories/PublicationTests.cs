using System.Net;
using System.Text.Json;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class PublicationTests
{
    [Fact]
    public async Task A_published_story_is_read_at_the_address_that_the_API_names()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        Assert.Equal("http://courier.example/aldor/survey-finds-three-of-five-gates-in-working-order", story["url"]);
        var page = await site.Html(new Uri(story["url"]!).AbsolutePath);
        Assert.Equal("Survey finds three of five gates in working order", page.QuerySelector("article h1")!.TextContent);
        Assert.Contains("The Survey Office measured the dam", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_can_be_had_by_no_address()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Story();
        await site.Html(new Uri(story["url"]!).AbsolutePath, status: HttpStatusCode.NotFound);
        Assert.DoesNotContain("Survey finds", (await site.Html("/aldor")).DocumentElement.TextContent, StringComparison.Ordinal);
        await site.Html("/authors/mira-solvane", status: HttpStatusCode.NotFound);
        await site.Html("/topics/zell-dam", status: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Changes_to_a_live_story_reach_readers_only_when_they_are_published()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        var changed = (await api.Patch($"/stories/{story.Id}", new { headline = "Survey corrects itself" }, story.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal("true", changed["hasChanges"]);
        var path = new Uri(story["url"]!).AbsolutePath;
        Assert.Equal("Survey finds three of five gates in working order", (await site.Html(path)).QuerySelector("h1.headline")!.TextContent);
        (await api.Post($"/stories/{story.Id}/publication", new { note = "The survey was corrected." })).Is(HttpStatusCode.OK);
        Assert.Equal("Survey corrects itself", (await site.Html(path)).QuerySelector("h1.headline")!.TextContent);
        Assert.Equal("false", (await api.Get($"/stories/{story.Id}"))["hasChanges"]);
    }

    [Fact]
    public async Task A_story_without_headline_or_section_is_not_published_and_all_that_is_missing_is_named()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var story = (await api.Post("/stories", new { standfirst = "Only this.", bodyMarkdown = "" })).Is(HttpStatusCode.Created);
        var answer = (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("headline section", string.Join(' ', answer.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal)));
        Assert.Equal("draft", (await api.Get($"/stories/{story.Id}"))["state"]);
    }

    [Fact]
    public async Task Publishing_again_without_changes_makes_no_new_version()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        var again = (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        Assert.Equal("1", again["version"]);
        Assert.Contains("noChanges", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_story_answers_410_with_its_reason_and_leaves_every_list()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        (await api.Delete($"/stories/{story.Id}/publication", new { reason = "The document turned out to be forged." })).Is(HttpStatusCode.OK);
        var path = new Uri(story["url"]!).AbsolutePath;
        foreach (var address in new[] { path, "/lite" + path, path + "/history" })
        {
            var page = await site.Html(address, status: HttpStatusCode.Gone);
            Assert.Contains("The document turned out to be forged.", page.DocumentElement.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("measured the dam", page.DocumentElement.TextContent, StringComparison.Ordinal);
        }

        foreach (var list in new[] { "/", "/aldor", "/lite", "/lite/aldor" })
        {
            Assert.DoesNotContain("Survey finds", (await site.Html(list)).DocumentElement.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Withdrawing_needs_a_reason()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        (await api.Delete($"/stories/{story.Id}/publication")).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("published", (await api.Get($"/stories/{story.Id}"))["state"]);
    }

    [Fact]
    public async Task A_withdrawn_story_can_be_published_again_at_its_old_address()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        (await api.Delete($"/stories/{story.Id}/publication", new { reason = "We are checking a name." })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/publication", new { note = "The name was right." })).Is(HttpStatusCode.OK);
        await site.Html(new Uri(story["url"]!).AbsolutePath);
    }

    [Fact]
    public async Task A_reporter_writes_and_an_editor_publishes()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Story();
        var reporter = await site.Api(Role.Reporter);
        (await reporter.Post("/stories", new { headline = "Mine", bodyMarkdown = "" })).Is(HttpStatusCode.Created);
        (await reporter.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.Forbidden);
        (await reporter.Post($"/stories/{story.Id}/corrections", new { kind = "correction", text = "No." })).Is(HttpStatusCode.Forbidden);
        (await (await site.Api(Role.Editor)).Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Soft_checks_warn_and_never_block()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Story(new { dateline = (string?)null, standfirst = "", authors = Array.Empty<string>() });
        var api = await site.Api();
        var answer = (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        var checks = answer.Json.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("check").GetString()).ToList();
        Assert.All(["noDateline", "noStandfirst", "noByline"], check => Assert.Contains(checks, c => c == check));
    }

    [Fact]
    public async Task Every_act_is_in_the_audit_log_with_who_did_it()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        (await api.Delete($"/stories/{story.Id}/publication", new { reason = "Forged." })).Is(HttpStatusCode.OK);
        var acts = (await (await site.Api(Role.Admin)).Get($"/audit?subject={story.Id}&limit=100")).Is(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray()
            .Select(e => e.GetProperty("act").GetString()).ToList();
        Assert.Equal("story.withdrawn story.published story.created", string.Join(' ', acts));
    }

    [Fact]
    public async Task A_stale_change_is_refused_and_loses_nothing()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Story();
        var api = await site.Api();
        (await api.Patch($"/stories/{story.Id}", new { headline = "First" }, story.ETag)).Is(HttpStatusCode.OK);
        (await api.Patch($"/stories/{story.Id}", new { headline = "Second" }, story.ETag)).Is(HttpStatusCode.PreconditionFailed);
        (await api.Patch($"/stories/{story.Id}", new { headline = "Third" }, etag: null)).Is(HttpStatusCode.PreconditionRequired);
        Assert.Equal("First", (await api.Get($"/stories/{story.Id}"))["headline"]);
    }

    [Theory]
    [InlineData("""{"type":"doc","content":[{"type":"marquee"}]}""", "body.content[0]")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph"},{"type":"figure","attrs":{"image":"no"}}]}""", "body.content[1].attrs.image")]
    [InlineData("""{"type":"doc","content":[{"type":"heading","attrs":{"level":1}}]}""", "body.content[0].attrs.level")]
    [InlineData("""{"type":"doc","content":[{"type":"figure","attrs":{"image":"01a20726-b9fc-7744-a028-b26ea9b477b0"}}]}""", "body.content[0].attrs.image")]
    public async Task A_bad_document_is_refused_with_its_place(string body, string place)
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var answer = (await api.Post("/stories", new { headline = "Bad", body = JsonDocument.Parse(body).RootElement })).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(answer.Json.GetProperty("errors").EnumerateObject(), e => e.Name.StartsWith(place, StringComparison.Ordinal));
        Assert.Empty((await api.Get("/stories")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_of_an_HTML_body_can_not_be_kept_is_named()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var answer = (await api.Post("/stories", new { headline = "From elsewhere", bodyHtml = "<p>Kept.</p><marquee>Not as it was</marquee><script>alert(1)</script>" })).Is(HttpStatusCode.Created);
        var notKept = answer.Json.GetProperty("notKept").EnumerateArray().Select(n => n.GetString()!).ToList();
        Assert.Contains(notKept, n => n.Contains("marquee", StringComparison.Ordinal));
        Assert.Contains(notKept, n => n.Contains("script", StringComparison.Ordinal));
        Assert.DoesNotContain("alert", answer["body"]!, StringComparison.Ordinal);
    }
}
