using System.Net;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class ScheduleFaultTests
{
    [Fact]
    public async Task A_scheduled_story_that_fails_unforeseen_holds_up_no_other()
    {
        await using var site = await TestSite.Start();
        var broken = await site.Make.Story(new { headline = "Broken" });
        var sound = await site.Make.Story(new { headline = "Sound" });
        var api = await site.Api();
        var at = site.Clock.GetUtcNow();
        (await api.Post($"/stories/{broken.Id}/publication", new { at = at.AddMinutes(1) })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{sound.Id}/publication", new { at = at.AddMinutes(2) })).Is(HttpStatusCode.OK);
        await using (var db = site.Open())
        {
            // As after a disk fault or a hand in the database: what the working copy says is no document any more.
            var draft = await db.Stories.Where(s => s.Id == broken.Id).Select(s => s.DraftId).SingleAsync(TestContext.Current.CancellationToken);
            await db.Revisions.Where(r => r.Id == draft).ExecuteUpdateAsync(set => set.SetProperty(r => r.Body, "{"), TestContext.Current.CancellationToken);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(3));
        await Record.ExceptionAsync(() => site.Tick("publish-scheduled"));
        await Record.ExceptionAsync(() => site.Tick("publish-scheduled"));
        Assert.Equal("published", (await api.Get($"/stories/{sound.Id}"))["state"]);
    }
}
