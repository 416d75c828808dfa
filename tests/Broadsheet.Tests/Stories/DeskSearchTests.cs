using System.Net;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class DeskSearchTests
{
    [Theory]
    [InlineData("en", "Ferry aground at Zell Point", "ferr zel")]
    [InlineData("en", "Ferry aground at Zell Point", "P")]
    [InlineData("de", "Großbrücke für Fußgänger gesperrt", "fussg")]
    [InlineData("de", "Bürgermeister Müller tritt zurück", "mul")]
    [InlineData("de", "Bürgermeister Müller tritt zurück", "Mü")]
    [InlineData("ar", "السَّدّ بعد ثماني ليالٍ", "ثما")]
    [InlineData("he", "הַסֶּכֶר עמד בשיטפון", "הסכ")]
    [InlineData("zh", "水坝三个闸门仍能运转", "闸门仍")]
    [InlineData("zh", "水坝三个闸门仍能运转", "转")]
    [InlineData("ja", "ダムのゲートは動いている", "ゲ")]
    public async Task A_draft_is_found_by_beginnings_of_its_words_in_any_language(string language, string headline, string query)
    {
        await using var site = await TestSite.Start();
        await site.Make.Story(new { headline, language });
        await site.Make.Story(new { headline = "Untouched", standfirst = "", authors = Array.Empty<string>(), topics = Array.Empty<string>() });
        Assert.Equal([headline], await Found(site, query));
    }

    [Fact]
    public async Task Headline_standfirst_authors_topics_address_and_section_are_searched_and_all_words_must_be_there()
    {
        await using var site = await TestSite.Start();
        await site.Make.Section("world", new { name = "Far away" });
        await site.Make.Story(new { headline = "Gates", standfirst = "Measured for a fortnight.", authors = new[] { "Tobin Ashgrove" }, topics = new[] { "Hydrology" }, slug = "five-of-them", section = "world" });
        foreach (var query in new[] { "gat", "FORTN", "ashg tob", "hydro", "five-of", "far aw", "gat fort ash hyd five far" })
        {
            Assert.Equal(["Gates"], await Found(site, query));
        }

        foreach (var query in new[] { "ates", "gat ferry", "%", "§draft", "draft", "'", "\"gates" + "\" OR *x" })
        {
            Assert.Empty(await Found(site, query));
        }
    }

    [Fact]
    public async Task What_was_saved_is_found_at_once_and_what_was_written_over_no_longer()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var story = await site.Make.Published(new { headline = "Heron", slug = "bird" });
        (await api.Patch($"/stories/{story.Id}", new { headline = "Egret" })).Is(HttpStatusCode.OK);
        Assert.Equal(["Egret"], await Found(site, "egr"));
        Assert.Empty(await Found(site, "her"));
    }

    [Fact]
    public async Task An_author_a_topic_and_a_section_are_found_by_their_new_names()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        await site.Make.Story(new { headline = "Signed", authors = new[] { "Ann Lee" }, topics = new[] { "Birds" } });
        await Rename("authors", "Ann Marsh");
        await Rename("topics", "Waders");
        await Rename("sections", "Harbour");
        await site.Tick("hand-on-outbox");
        Assert.Equal(["Signed"], await Found(site, "marsh wad harb"));
        Assert.Empty(await Found(site, "lee"));

        async Task Rename(string collection, string name)
        {
            var id = (await api.Get("/" + collection)).Json.GetProperty("items")[0].GetProperty("id").GetString();
            (await api.Patch($"/{collection}/{id}", new { name })).Is(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task In_every_state_and_section_a_search_that_fits_all_finds_what_the_list_shows_page_by_page()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var fates = Gen.Select(Gen.Int[0, 6], Gen.OneOf("aldor", "osmere")).Array[12].Single();
        foreach (var (fate, section) in fates)
        {
            var id = (await site.Make.Story(new { section })).Id;
            var path = $"/stories/{id}";
            await (fate switch
            {
                1 => api.Patch(path, new { state = "inReview" }),
                2 => api.Post(path + "/publication", new { at = TestSite.Morning.AddDays(1) }),
                3 => api.Post(path + "/publication"),
                4 => Withdrawn(path),
                5 => api.Delete(path),
                6 => Restored(path),
                _ => Task.CompletedTask,
            });
        }

        foreach (var state in new[] { "", "draft", "inReview", "scheduled", "published", "withdrawn", "thrownAway" })
        {
            foreach (var section in new[] { "", "&section=aldor", "&section=osmere" })
            {
                Assert.Equal(await Ids($"state={state}{section}"), await Ids($"state={state}{section}&q=survey&limit=2"));
            }
        }

        async Task Withdrawn(string path)
        {
            (await api.Post(path + "/publication")).Is(HttpStatusCode.OK);
            (await api.Delete(path + "/publication", new { reason = "Wrong." })).Is(HttpStatusCode.OK);
        }

        async Task Restored(string path)
        {
            (await api.Delete(path)).Is(HttpStatusCode.NoContent);
            (await api.Post(path + "/restoration")).Is(HttpStatusCode.OK);
        }

        async Task<List<string>> Ids(string query)
        {
            var ids = new List<string>();
            for (var after = ""; after is not null;)
            {
                var page = (await api.Get($"/stories?{query}{after}")).Is(HttpStatusCode.OK).Json;
                ids.AddRange(page.GetProperty("items").EnumerateArray().Select(story => story.GetProperty("id").GetString()!));
                after = page.GetProperty("next").GetString() is { } next ? "&after=" + next : null;
            }

            return ids;
        }
    }

    [Fact]
    public async Task What_another_version_of_the_program_or_a_backup_left_out_is_made_up()
    {
        await using var site = await TestSite.Start();
        await site.Make.Story(new { headline = "Heron" });
        await site.Make.Story(new { headline = "Heron again" });
        await using var db = site.Open();
        await db.DeskEntries.Take(1).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await db.DeskEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Cut, CutText.Version - 1), TestContext.Current.CancellationToken);
        await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(s => s.DraftSectionId, (Guid?)null), TestContext.Current.CancellationToken);
        await site.Tick("fill-desk");
        Assert.Equal(["Heron again", "Heron"], await Found(site, "heron"));
        Assert.Equal(2, (await (await site.Api()).Get("/stories?section=aldor")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal(0, await db.Unlisted.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_draft_that_left_the_bin_for_good_leaves_nothing_behind()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Story();
        (await (await site.Api()).Delete($"/stories/{story.Id}")).Is(HttpStatusCode.NoContent);
        site.Clock.Advance(ThrowAwayStory.Kept + TimeSpan.FromDays(1));
        await site.Tick("empty-bin");
        Assert.Empty(await Found(site, "survey", "&state=thrownAway"));
        await using var db = site.Open();
        Assert.Empty(await db.DeskEntries.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_stories_of_one_moment_are_both_found()
    {
        await using var site = await TestSite.Start();
        var first = (await site.Make.Story(new { headline = "Heron" })).Id;
        await site.Make.Story(new { headline = "Heron again" });
        await using var db = site.Open();
        // As if chance had given the second the beginning of the first one's id.
        await db.DeskEntries.Where(e => e.StoryId == first).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await db.DeskEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Number, DeskEntry.NumberOf(first)), TestContext.Current.CancellationToken);
        await site.Tick("fill-desk");
        Assert.Equal(2, await db.DeskEntries.Select(e => e.Number).Distinct().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Unlisted.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Any_words_are_answered()
    {
        await using var site = await TestSite.Start();
        await site.Make.Story();
        var api = await site.Api();
        string[] known = ["'", "\"", "\\", "* OR *", "NEAR(a b)", "^gates", "gates*", "a:*", "!a", "%", "_", "--", "ﷺ", "½ ㈱ ①", string.Join(' ', Enumerable.Repeat("gates", 33))];
        foreach (var query in known.Concat(Gen.String[0, 40].Array[60].Single()))
        {
            var answer = await api.Get("/stories?q=" + Uri.EscapeDataString(query));
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"“{query}” answered {answer.Status}.\n{site.Log}");
        }
    }

    private static async Task<IReadOnlyList<string?>> Found(TestSite site, string query, string filters = "") =>
        [.. (await (await site.Api()).Get($"/stories?q={Uri.EscapeDataString(query)}{filters}")).Is(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Select(story => story.GetProperty("headline").GetString())];
}
