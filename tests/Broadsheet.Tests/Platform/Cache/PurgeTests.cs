using System.Net;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

public sealed class PurgeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_CDN_is_told_the_keys_of_every_page_that_a_withdrawal_changes()
    {
        await using var cdn = await Cdn.Start();
        await using var site = await TestSite.Start(with: settings => settings with { PurgeUrl = cdn.Address });
        var story = await site.Make.Published(new { headline = "The dam holds" });
        var (page, front) = (await Keys(site, "/aldor/the-dam-holds"), await Keys(site, "/"));
        await site.Tick("hand-on-outbox");
        cdn.Told.Clear();

        (await (await site.Api()).Delete($"/stories/{story.Id}/publication", new { reason = "It does not." })).Is(HttpStatusCode.OK);
        await site.Tick("hand-on-outbox");

        var revoked = cdn.Told.Single(t => t.Body["kind"]!.GetValue<string>() == "revoke").Keys.Split(' ');
        Assert.NotEmpty(page.Intersect(revoked, StringComparer.Ordinal));
        Assert.NotEmpty(front.Intersect(revoked, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_CDN_that_was_down_is_told_later()
    {
        await using var cdn = await Cdn.Start();
        await using var site = await TestSite.Start(with: settings => settings with { PurgeUrl = cdn.Address });
        cdn.IsDown = true;
        await site.Make.Published(new { headline = "The dam holds" });
        await site.Tick("hand-on-outbox");
        Assert.Empty(cdn.Told);
        cdn.IsDown = false;
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Tick("hand-on-outbox");
        Assert.Contains(cdn.Told, told => told.Body["tags"]!.AsArray().Any(tag => tag!.GetValue<string>() == "front"));
    }

    [Fact]
    public async Task Without_a_CDN_caches_in_between_ask_again_after_seconds()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        using var answer = await site.Reader().GetAsync("/aldor/the-dam-holds", Cancellation);
        Assert.InRange(answer.Headers.CacheControl!.SharedMaxAge!.Value.TotalSeconds, 1, 10);
        Assert.False(answer.Headers.Contains("Surrogate-Key"));
    }

    [Fact]
    public async Task A_CDN_is_told_once_more_for_what_was_on_its_way_there()
    {
        await using var cdn = await Cdn.Start();
        await using var site = await TestSite.Start(with: settings => settings with { PurgeUrl = cdn.Address });
        await site.Make.Published(new { headline = "The dam holds" });
        await site.Tick("hand-on-outbox");
        var first = cdn.Told.Select(t => t.Keys).ToList();
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        await site.Tick("hand-on-outbox");
        Assert.Equal([.. first, .. first], cdn.Told.Select(t => t.Keys));
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        await site.Tick("hand-on-outbox");
        Assert.Equal(2 * first.Count, cdn.Told.Count);
    }

    private static async Task<string[]> Keys(TestSite site, string path)
    {
        using var answer = await site.Reader().GetAsync(path, Cancellation);
        return answer.Headers.GetValues("Surrogate-Key").Single().Split(' ');
    }
}
