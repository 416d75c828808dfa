using System.Net;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Platform.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task A_site_that_started_is_alive_and_ready()
    {
        await using var site = await TestSite.Start();
        Assert.Equal((HttpStatusCode.OK, "alive\n"), await Get(site, "/healthz"));
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await Get(site, "/readyz"));
    }

    [Fact]
    public async Task A_site_that_drains_is_alive_and_not_ready()
    {
        await using var site = await TestSite.Start();
        site.Services.GetRequiredService<Readiness>().Drain();
        Assert.Equal(HttpStatusCode.OK, (await Get(site, "/healthz")).Status);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "draining\n"), await Get(site, "/readyz"));
    }

    [Fact]
    public async Task A_site_starts_while_its_database_is_away_and_says_so()
    {
        await using var database = await TestDatabase.Create();
        await using var site = await TestSite.Start(database, with: settings => settings with { Database = DatabaseAddress.Parse("Host=127.0.0.1;Port=9;Database=away;Username=nobody;Timeout=1") });
        Assert.Equal(HttpStatusCode.OK, (await Get(site, "/healthz")).Status);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "starting: the database has not answered yet\n"), await Get(site, "/readyz"));
        Assert.Contains(site.Log.Lines(), line => line.Contains("The database PostgreSQL 127.0.0.1:9/away can't be used yet", StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task A_site_whose_database_goes_away_is_not_ready_and_is_again_when_it_comes_back()
    {
        await using var database = await TestDatabase.Create();
        await using var site = await TestSite.Start(database);
        await PostgresServer.Close(database.Address);
        Assert.Equal((HttpStatusCode.OK, "ready for readers; the database does not answer: pages are served as they were last made, and nothing can be changed\n"), await Get(site, "/readyz"));
        await PostgresServer.Reopen(database.Address);
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await Get(site, "/readyz"));
    }

    [Fact]
    public async Task No_cache_keeps_what_readyz_says()
    {
        await using var site = await TestSite.Start();
        using var answer = await site.Reader().GetAsync("/readyz", TestContext.Current.CancellationToken);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    private static async Task<(HttpStatusCode Status, string Text)> Get(TestSite site, string path)
    {
        using var answer = await site.Reader().GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
