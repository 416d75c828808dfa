using System.Net;
using Broadsheet.Readers;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class HistoryTests
{
    private const string Path = "/aldor/dam";

    [Fact]
    public async Task The_public_history_shows_every_version_with_its_note_and_the_words_that_changed()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam", bodyMarkdown = "The dam has six gates.\n\nIt is 61 years old." });
        await Change(site, story.Id, new { bodyMarkdown = "The dam has five gates.\n\nIt is 61 years old." }, "The number of gates was wrong.");
        var page = await site.Html(Path + "/history");
        var text = page.DocumentElement.TextContent;
        Assert.Contains("The number of gates was wrong.", text, StringComparison.Ordinal);
        Assert.Equal("six", Assert.Single(page.QuerySelectorAll("del")).TextContent.Trim());
        Assert.Equal("five", Assert.Single(page.QuerySelectorAll("ins")).TextContent.Trim());
        Assert.NotEmpty((await site.Html(Path)).QuerySelectorAll($"a[href='{Path}/history']"));
    }

    [Fact]
    public async Task The_history_shows_old_versions_under_todays_access()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam", body = Make.Body("Everybody reads this first sentence.", "This sentence about the vault was public once.") });
        var api = await site.Api();
        var today = (await api.Get($"/stories/{story.Id}")).Json.GetProperty("body").GetProperty("content");
        object[] gated = [today[0], new { type = "gate" }, today[1]];
        await Change(site, story.Id, new { access = "members", body = new { type = "doc", content = gated } }, "Now for members.");
        await Change(site, story.Id, new { headline = "Another headline" }, "Another headline.");
        foreach (var audience in new[] { Audience.Visitor, Audience.Reader })
        {
            foreach (var path in new[] { Path, Path + "/history", "/lite" + Path, "/lite" + Path + "/history" })
            {
                Assert.DoesNotContain("vault", (await site.Html(path, audience)).DocumentElement.OuterHtml, StringComparison.Ordinal);
            }
        }

        Assert.Contains("vault", (await site.Html(Path, Audience.Member("friend", 10))).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withheld_version_is_shown_nowhere_and_its_public_reason_stands_in_its_place()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam", bodyMarkdown = "The man is called Osvald Treen." });
        await Change(site, story.Id, new { bodyMarkdown = "The man can not be named." }, "A name was removed.");
        var api = await site.Api();
        (await api.Put($"/stories/{story.Id}/versions/1/withholding", new { ground = "personalRight", reason = "A person’s right, ruling of 3 March." })).Is(HttpStatusCode.OK);
        var history = await site.Html(Path + "/history");
        Assert.Contains("ruling of 3 March", history.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Treen", history.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await site.Html(Path);

        (await api.Put($"/stories/{story.Id}/versions/2/withholding", new { ground = "court", reason = "An order of the High Court." })).Is(HttpStatusCode.OK);
        var page = await site.Html(Path, status: HttpStatusCode.UnavailableForLegalReasons);
        Assert.Contains("An order of the High Court.", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Survey finds", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Survey finds", (await site.Html("/aldor")).DocumentElement.TextContent, StringComparison.Ordinal);

        (await api.Delete($"/stories/{story.Id}/versions/2/withholding")).Is(HttpStatusCode.NoContent);
        await site.Html(Path);
    }

    [Fact]
    public async Task The_five_kinds_of_correction_stand_on_the_story_and_on_the_corrections_page()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam" });
        var api = await site.Api();
        foreach (var kind in new[] { "correction", "clarification", "update", "editorsNote", "retraction" })
        {
            (await api.Post($"/stories/{story.Id}/corrections", new { kind, text = $"Words of the {kind}.", wrong = "six", right = "five" })).Is(HttpStatusCode.Created);
        }

        foreach (var path in new[] { Path, "/corrections", "/lite" + Path, "/lite/corrections" })
        {
            var page = await site.Html(path);
            foreach (var kind in new[] { "correction", "clarification", "update", "editorsNote", "retraction" })
            {
                Assert.Contains($"Words of the {kind}.", page.DocumentElement.TextContent, StringComparison.Ordinal);
            }

            Assert.Equal(5, page.QuerySelectorAll("[data-correction]").Length);
        }

        Assert.Equal("published", (await api.Get($"/stories/{story.Id}"))["state"]);
    }

    private static async Task Change(TestSite site, Guid story, object fields, string note)
    {
        var api = await site.Api();
        (await api.Patch($"/stories/{story}", fields)).Is(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        (await api.Post($"/stories/{story}/publication", new { note })).Is(HttpStatusCode.OK);
    }
}
