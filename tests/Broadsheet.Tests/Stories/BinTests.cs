using System.Net;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class BinTests
{
    [Fact]
    public async Task A_draft_that_was_thrown_away_can_be_restored_for_thirty_days()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Story();
        var api = await site.Api();
        (await api.Delete($"/stories/{story.Id}")).Is(HttpStatusCode.NoContent);
        Assert.Empty((await api.Get("/stories")).Json.GetProperty("items").EnumerateArray());
        Assert.Single((await api.Get("/stories?state=thrownAway")).Json.GetProperty("items").EnumerateArray());
        (await api.Patch($"/stories/{story.Id}", new { headline = "No" })).Is(HttpStatusCode.Conflict);
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.Conflict);
        site.Clock.Advance(TimeSpan.FromDays(29));
        await site.Tick("empty-bin");
        (await api.Post($"/stories/{story.Id}/restoration")).Is(HttpStatusCode.OK);
        (await api.Delete($"/stories/{story.Id}")).Is(HttpStatusCode.NoContent);
        site.Clock.Advance(TimeSpan.FromDays(31));
        await site.Tick("empty-bin");
        (await api.Get($"/stories/{story.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_published_once_can_not_be_thrown_away()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        (await api.Delete($"/stories/{story.Id}")).Is(HttpStatusCode.Conflict);
        (await api.Delete($"/stories/{story.Id}/publication", new { reason = "Forged." })).Is(HttpStatusCode.OK);
        (await api.Delete($"/stories/{story.Id}")).Is(HttpStatusCode.Conflict);
    }
}
