using System.Net;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

/// <summary>Two nodes behind the proxies of others, each with its file of <c>deploy/</c>.</summary>
public sealed class ProxyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [PostgresFact]
    public async Task Through_Varnish_nobody_gets_what_is_anothers_or_what_is_over_once_it_was_told()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        await using var varnish = new FrontServer();
        await using var here = await TestSite.Start(database, with: settings => settings with { PurgeUrl = varnish.Purge });
        await using var there = await Second(database, folder, varnish.Purge);
        await varnish.StartVarnish(here, there);
        var walk = new ProxyWalk([here, there], varnish, Random.Shared.Next());
        await walk.Begin();
        await walk.Go(steps: 400, changes: 12);
    }

    [PostgresFact]
    public async Task Varnish_keeps_what_visitors_read_and_says_nothing_of_keys()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        await using var varnish = new FrontServer();
        await using var here = await TestSite.Start(database, with: settings => settings with { PurgeUrl = varnish.Purge });
        await using var there = await Second(database, folder, varnish.Purge);
        await varnish.StartVarnish(here, there);
        await here.Make.Published(new { headline = "The dam holds" });
        await here.Tick("hand-on-outbox");
        using var reader = varnish.Reader();
        using var first = await reader.GetAsync("/aldor/the-dam-holds", Cancellation);
        using var second = await reader.GetAsync("/aldor/the-dam-holds", Cancellation);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        // Two numbers: that of this request, and that of the one which fetched it.
        Assert.Contains(' ', second.Headers.GetValues("X-Varnish").Single());
        Assert.False(second.Headers.Contains("Surrogate-Key"));
        Assert.Null(second.Headers.CacheControl?.SharedMaxAge);
    }

    [PostgresFact]
    public async Task Through_nginx_nobody_gets_what_is_anothers_and_what_was_withdrawn_goes_for_good_without_being_told()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        await using var nginx = new FrontServer();
        await using var here = await TestSite.Start(database);
        await using var there = await Second(database, folder, null);
        await nginx.StartNginx(here, there);
        var walk = new ProxyWalk([here, there], nginx, Random.Shared.Next());
        await walk.Begin();
        await walk.ReadOnly(steps: 300);
        await walk.WithdrawAndSeeItGoForGood();
    }

    [PostgresFact]
    public async Task nginx_keeps_nothing_of_a_site_whose_changes_it_is_not_told_of()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        await using var cdn = await Cdn.Start();
        await using var nginx = new FrontServer();
        await using var here = await TestSite.Start(database, with: settings => settings with { PurgeUrl = cdn.Address });
        await using var there = await Second(database, folder, cdn.Address);
        await nginx.StartNginx(here, there);
        var walk = new ProxyWalk([here, there], nginx, Random.Shared.Next());
        await walk.Begin();
        await walk.Go(steps: 150, changes: 10);
    }

    private static Task<TestSite> Second(TestDatabase database, TestFolder folder, Uri? purge)
    {
        // Nodes of one site know each other's readers.
        File.Copy(Path.Combine(database.Data, "class.key"), folder.File("class.key"));
        return TestSite.Start(database, with: settings => settings with { Data = folder.Path, PurgeUrl = purge });
    }
}
