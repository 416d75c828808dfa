using System.Net;
using Broadsheet.Platform.Cache;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Paper;

public sealed class LoadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_extras_new_pages_come_without_related_stories_and_get_them_back_afterwards()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        await site.Make.Published(new { headline = "The ferry is late" });
        await Step(site, "noExtras");
        Assert.DoesNotContain("The ferry is late", (await site.Html("/aldor/the-dam-holds")).DocumentElement.TextContent, StringComparison.Ordinal);
        await Step(site, "normal");
        Assert.Contains("The ferry is late", (await site.Html("/aldor/the-dam-holds")).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_lite_step_every_address_answers_its_lite_twin()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        var lite = await site.Reader().GetStringAsync("/lite/aldor/the-dam-holds", Cancellation);
        await Step(site, "lite");
        Assert.Equal(lite, await site.Reader().GetStringAsync("/aldor/the-dam-holds", Cancellation));
        Assert.Equal(lite, await site.Reader().GetStringAsync("/lite/aldor/the-dam-holds", Cancellation));
        await Step(site, "normal");
        Assert.NotEqual(lite, await site.Reader().GetStringAsync("/aldor/the-dam-holds", Cancellation));
    }

    [Fact]
    public async Task On_the_last_step_no_page_is_made_any_more()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        await site.Html("/aldor/the-dam-holds");
        await Step(site, "disk");
        var before = site.Services.GetRequiredService<PageCache>().Counts.Renders;
        await site.Html("/aldor/the-dam-holds");
        await site.Html("/aldor", status: HttpStatusCode.ServiceUnavailable);
        Assert.Equal(before, site.Services.GetRequiredService<PageCache>().Counts.Renders);
        await Step(site, "normal");
        await site.Html("/aldor");
    }

    [Fact]
    public async Task The_step_survives_a_restart_and_shows_in_the_metrics()
    {
        await using var database = await TestDatabase.Create();
        await using (var site = await TestSite.Start(database))
        {
            await Step(site, "lite");
        }

        await using var again = await TestSite.Start(database);
        Assert.Equal("lite", (await (await again.Api()).Get("/load")).Is(HttpStatusCode.OK)["level"]);
        Assert.Equal(LoadLevel.Lite, again.Services.GetRequiredService<LoadLadder>().Level);
        // Sites of the same process share what is measured, so only that it is there can be said here.
        Assert.Contains("broadsheet_load_level", await again.Reader().GetStringAsync("/metrics", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_editors_and_admins_step_and_only_to_a_step_there_is()
    {
        await using var site = await TestSite.Start();
        (await (await site.Api(Role.Reporter)).Put("/load", new { level = "lite" })).Is(HttpStatusCode.Forbidden);
        (await (await site.Api()).Put("/load", new { level = "panic" })).Is(HttpStatusCode.UnprocessableEntity);
        (await (await site.Api()).Put("/load", new { })).Is(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task Step(TestSite site, string level) => (await (await site.Api()).Put("/load", new { level })).Is(HttpStatusCode.OK);
}
