using System.Net;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class ScheduleTests
{
    private const string Path = "/aldor/survey-finds-three-of-five-gates-in-working-order";

    [Fact]
    public async Task A_scheduled_story_goes_out_at_its_hour_and_not_a_second_before()
    {
        await using var site = await TestSite.Start();
        var story = await Scheduled(site, TimeSpan.FromHours(2));
        site.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        await site.Tick("publish-scheduled");
        await site.Html(Path, status: HttpStatusCode.NotFound);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.Tick("publish-scheduled");
        await site.Html(Path);
        var api = await site.Api();
        Assert.Equal("published", (await api.Get($"/stories/{story.Id}"))["state"]);
        Assert.Null((await api.Get($"/stories/{story.Id}/versions")).Json.GetProperty("items")[0].GetProperty("secondsLate").GetString());
    }

    [Fact]
    public async Task A_missed_hour_is_caught_up_after_a_restart_and_said_to_be_late()
    {
        await using var database = await TestDatabase.Create();
        Guid id;
        await using (var before = await TestSite.Start(database))
        {
            id = (await Scheduled(before, TimeSpan.FromMinutes(10))).Id;
        }

        await using var after = await TestSite.Start(database);
        after.Clock.Advance(TimeSpan.FromHours(1));
        await after.Tick("publish-scheduled");
        await after.Html(Path);
        var version = (await (await after.Api()).Get($"/stories/{id}/versions")).Json.GetProperty("items")[0];
        Assert.Equal(50 * 60, version.GetProperty("secondsLate").GetInt32());
        Assert.Contains("seconds late", after.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_and_forward_publishes_once_at_the_hour_and_takes_nothing_back()
    {
        await using var site = await TestSite.Start();
        var story = await Scheduled(site, TimeSpan.FromHours(2));
        site.Clock.AdjustTime(TestSite.Morning.AddDays(-1));
        await site.Tick("publish-scheduled");
        await site.Html(Path, status: HttpStatusCode.NotFound);
        site.Clock.AdjustTime(TestSite.Morning.AddHours(2));
        await site.Tick("publish-scheduled");
        await site.Html(Path);
        site.Clock.AdjustTime(TestSite.Morning.AddDays(-1));
        await site.Tick("publish-scheduled");
        await site.Html(Path);
        site.Clock.AdjustTime(TestSite.Morning.AddHours(3));
        await site.Tick("publish-scheduled");
        Assert.Single((await (await site.Api()).Get($"/stories/{story.Id}/versions")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Two_nodes_at_the_same_hour_publish_once()
    {
        await using var database = await TestDatabase.Create();
        await using var one = await TestSite.Start(database);
        await using var two = await TestSite.Start(database, one.Clock);
        var story = await Scheduled(one, TimeSpan.FromMinutes(1));
        one.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(one.Tick("publish-scheduled"), two.Tick("publish-scheduled"));
        Assert.Single((await (await one.Api()).Get($"/stories/{story.Id}/versions")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_story_taken_off_the_schedule_does_not_go_out()
    {
        await using var site = await TestSite.Start();
        var story = await Scheduled(site, TimeSpan.FromMinutes(1));
        var api = await site.Api();
        var answer = (await api.Delete($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        Assert.Equal("inReview", answer["state"]);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.Tick("publish-scheduled");
        await site.Html(Path, status: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Scheduling_again_moves_the_hour()
    {
        await using var site = await TestSite.Start();
        var story = await Scheduled(site, TimeSpan.FromMinutes(1));
        var api = await site.Api();
        (await api.Post($"/stories/{story.Id}/publication", new { at = TestSite.Morning.AddHours(3) })).Is(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.Tick("publish-scheduled");
        await site.Html(Path, status: HttpStatusCode.NotFound);
        site.Clock.Advance(TimeSpan.FromHours(3));
        await site.Tick("publish-scheduled");
        await site.Html(Path);
    }

    [Fact]
    public async Task A_scheduled_story_that_can_no_longer_go_out_says_so_and_waits_for_a_person()
    {
        await using var site = await TestSite.Start();
        var story = await Scheduled(site, TimeSpan.FromMinutes(1));
        await using (var db = site.Open())
        {
            // What no door of ours lets in: the section is gone from the working copy.
            await db.Database.ExecuteSqlAsync($"UPDATE revisions SET headline = '' WHERE story_id = {story.Id}", TestContext.Current.CancellationToken);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Tick("publish-scheduled");
        Assert.Equal("inReview", (await (await site.Api()).Get($"/stories/{story.Id}"))["state"]);
        Assert.Contains("story.publicationFailed", (await (await site.Api(Role.Admin)).Get($"/audit?subject={story.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_to_a_live_story_can_be_scheduled_and_taken_back_without_withdrawing_it()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        (await api.Patch($"/stories/{story.Id}", new { headline = "Later" })).Is(HttpStatusCode.OK);
        Assert.Equal("published", (await api.Post($"/stories/{story.Id}/publication", new { at = TestSite.Morning.AddHours(1) })).Is(HttpStatusCode.OK)["state"]);
        (await api.Delete($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.Tick("publish-scheduled");
        Assert.Equal("Survey finds three of five gates in working order", (await site.Html(Path)).QuerySelector("h1.headline")!.TextContent);
    }

    [Fact]
    public async Task Only_who_may_publish_changes_what_is_scheduled()
    {
        await using var site = await TestSite.Start();
        var story = await Scheduled(site, TimeSpan.FromHours(1));
        (await (await site.Api(Role.Reporter)).Patch($"/stories/{story.Id}", new { headline = "Mine now" })).Is(HttpStatusCode.Conflict);
        (await (await site.Api(Role.Editor)).Patch($"/stories/{story.Id}", new { headline = "" })).Is(HttpStatusCode.UnprocessableEntity);
        (await (await site.Api(Role.Editor)).Patch($"/stories/{story.Id}", new { headline = "Better" })).Is(HttpStatusCode.OK);
    }

    private static async Task<Answer> Scheduled(TestSite site, TimeSpan ahead)
    {
        var story = await site.Make.Story();
        var answer = (await (await site.Api()).Post($"/stories/{story.Id}/publication", new { at = TestSite.Morning + ahead })).Is(HttpStatusCode.OK);
        Assert.Equal("scheduled", answer["state"]);
        return story;
    }
}
