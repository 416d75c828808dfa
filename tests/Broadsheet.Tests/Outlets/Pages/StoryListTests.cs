using System.Net;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Outlets.Pages;

public sealed class StoryListTests
{
    [SqliteFact]
    public async Task The_newest_stories_are_found_by_an_index_and_not_by_sorting_all_that_was_published()
    {
        await using var database = await TestDatabase.Create();
        await using var db = database.Open();
        var section = Guid.CreateVersion7();
        foreach (var stories in new[] { db.LiveStories, db.LiveStories.Where(s => s.SectionId == section), db.LiveStories.Where(s => s.TopSectionId == section) })
        {
            var plan = await Plan(db, Newest(db, stories));
            Assert.Contains(plan, step => step.Contains("is_withheld=?", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Pictures_of_a_page_are_those_asked_for_each_once_while_their_licence_lasts()
    {
        // Compiled queries belong to one model, and the program's contexts have one of their own.
        await using var site = await TestSite.Start();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var (kept, ended, other) = (Picture(null), Picture(TestSite.Morning), Picture(TestSite.Morning.AddSeconds(1)));
        db.AddRange(kept, ended, other, Picture(null));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var shown = await Broadsheet.Images.PictureQueries.Pictures(db, [kept.Id, ended.Id, other.Id, kept.Id, Guid.CreateVersion7()], TestSite.Morning, TestContext.Current.CancellationToken);
        Assert.Equal(new[] { kept.Id, other.Id }.Order(), shown.Keys.Order());
        Assert.Equal(kept.Picture, shown[kept.Id]);
    }

    [Fact]
    public async Task A_story_links_to_its_translations_that_readers_can_read_and_to_no_others()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "Three of five gates", slug = "gates" });
        await site.Make.Published(new { headline = "Drei von fünf Toren", slug = "tore", language = "de", translationOf = story.Id });
        await site.Make.Story(new { headline = "Trois portes", slug = "portes", language = "fr", translationOf = story.Id });
        var gone = await site.Make.Published(new { headline = "Tre porte", slug = "porte", language = "it", translationOf = story.Id });
        var api = await site.Api();
        (await api.Delete($"/stories/{gone.Id}/publication", new { reason = "It was only an exercise." })).Is(HttpStatusCode.OK);

        Assert.Equal(["/aldor/tore"], await Translations(site, "/aldor/gates"));
        Assert.Equal(["/aldor/gates"], await Translations(site, "/aldor/tore"));
    }

    private static async Task<IEnumerable<string?>> Translations(TestSite site, string path) =>
        (await site.Html(path)).QuerySelectorAll(".translations a").Select(a => a.GetAttribute("href"));

    private static IQueryable<object> Newest(BroadsheetDb db, IQueryable<Story> stories) => stories
        .Join(db.Revisions, s => s.LiveId, r => (Guid?)r.Id, (story, live) => new { story, live.Headline })
        .OrderByDescending(s => s.story.PublishedAt).ThenByDescending(s => s.story.Id)
        .Take(5);

    private static async Task<List<string>> Plan(DbContext db, IQueryable<object> query)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(rows.GetString(3));
        }

        return steps;
    }

    private static Broadsheet.Images.Image Picture(DateTimeOffset? expires) => new()
    {
        Key = Broadsheet.Images.Image.NewKey(),
        Original = "originals/one.jpg",
        Kind = Broadsheet.Images.ImageKind.Jpeg,
        Bytes = 1,
        Hash = [1],
        Width = 1600,
        Height = 900,
        IsAnimated = false,
        Alt = "A dam",
        ExpiresAt = expires,
        CreatedAt = TestSite.Morning,
        CreatedBy = People.Mira,
    };
}
