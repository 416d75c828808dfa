using System.Collections.Concurrent;
using System.Net;
using Broadsheet.Platform.Jobs;
using Broadsheet.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Outlets.Feeds;

public sealed class HubTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hub_is_told_of_every_feed_that_a_publication_a_correction_and_a_withdrawal_change()
    {
        var told = new ConcurrentQueue<(string Mode, string[] Addresses)>();
        await using var hub = await Hub(async http =>
        {
            var form = await http.Request.ReadFormAsync(Cancellation);
            told.Enqueue((form["hub.mode"].ToString(), [.. form["hub.url"].Select(u => u!)]));
            return StatusCodes.Status204NoContent;
        });
        await using var site = await TestSite.Start(with: settings => settings with { WebSubHub = new Uri(hub.Urls.Single() + "/hub") });
        var story = await site.Make.Published(new { slug = "dam" });
        await Dispatch(site);
        var (mode, addresses) = Assert.Single(told);
        Assert.Equal("publish", mode);
        Assert.Equal(
            new[] { "", "/aldor", "/topics/zell-dam", "/authors/mira-solvane" }.SelectMany(home => new[] { "feed.xml", "feed.atom", "feed.json" }.Select(file => $"http://courier.example{home}/{file}")),
            addresses);

        var api = await site.Api();
        (await api.Post($"/stories/{story.Id}/corrections", new { kind = "correction", text = "It was Tuesday." })).Is(HttpStatusCode.Created);
        await Dispatch(site);
        (await api.Delete($"/stories/{story.Id}/publication", new { reason = "Wrong." })).Is(HttpStatusCode.OK);
        await Dispatch(site);
        Assert.Equal(3, told.Count);
        Assert.All(told, t => Assert.Equal(addresses, t.Addresses));
        foreach (var file in new[] { "feed.xml", "feed.atom", "feed.json" })
        {
            Assert.Contains(hub.Urls.Single() + "/hub", await site.Reader().GetStringAsync("/" + file, Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_story_that_moves_changes_the_feeds_that_it_leaves()
    {
        var told = new ConcurrentQueue<string[]>();
        await using var hub = await Hub(async http =>
        {
            told.Enqueue([.. (await http.Request.ReadFormAsync(Cancellation))["hub.url"].Select(u => u!)]);
            return StatusCodes.Status204NoContent;
        });
        await using var site = await TestSite.Start(with: settings => settings with { WebSubHub = new Uri(hub.Urls.Single()) });
        await site.Make.Section("world");
        var story = await site.Make.Published();
        await Dispatch(site);
        var api = await site.Api();
        (await api.Patch($"/stories/{story.Id}", new { section = "world", topics = new[] { "Floods" } })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        await Dispatch(site);
        foreach (var home in new[] { "/aldor", "/world", "/topics/floods", "/topics/zell-dam" })
        {
            Assert.Contains($"http://courier.example{home}/feed.xml", told.Last());
        }
    }

    [Fact]
    public async Task A_hub_that_is_down_is_told_later()
    {
        var (answers, told) = (new ConcurrentQueue<int>([StatusCodes.Status500InternalServerError]), 0);
        await using var hub = await Hub(_ =>
        {
            told++;
            return Task.FromResult(answers.TryDequeue(out var status) ? status : StatusCodes.Status202Accepted);
        });
        await using var site = await TestSite.Start(with: settings => settings with { WebSubHub = new Uri(hub.Urls.Single()) });
        await site.Make.Published();
        await Dispatch(site);
        await Dispatch(site);
        Assert.Equal(1, told);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Dispatch(site);
        await Dispatch(site);
        Assert.Equal(2, told);
    }

    [Fact]
    public async Task A_hub_that_never_answers_is_left_alone_after_a_day_with_a_line_in_the_log()
    {
        var told = 0;
        await using var hub = await Hub(_ =>
        {
            told++;
            return Task.FromResult(StatusCodes.Status500InternalServerError);
        });
        await using var site = await TestSite.Start(with: settings => settings with { WebSubHub = new Uri(hub.Urls.Single()) });
        await site.Make.Published();
        await Dispatch(site);
        site.Clock.Advance(TimeSpan.FromHours(23));
        await Dispatch(site);
        Assert.DoesNotContain("was not told", site.Log.ToString(), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(2));
        await Dispatch(site);
        Assert.Contains("was not told that the feeds of story", site.Log.ToString(), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(2));
        await Dispatch(site);
        Assert.Equal(3, told);
        Assert.Null(await site.Services.GetRequiredService<Outbox>().Next(Cancellation));
    }

    [Fact]
    public async Task Feeds_name_their_hub_and_themselves_in_their_headers_made_and_from_the_cache()
    {
        await using var site = await TestSite.Start(with: settings => settings with { WebSubHub = new Uri("https://hub.example/hub") });
        await site.Make.Published(new { section = "aldor" });
        foreach (var path in new[] { "/feed.xml", "/feed.atom", "/aldor/feed.json", "/topics/zell-dam/feed.xml" })
        {
            string[] expected = ["<https://hub.example/hub>; rel=\"hub\"", $"<http://courier.example{path}>; rel=\"self\""];
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Get, HttpMethod.Head })
            {
                using var asked = new HttpRequestMessage(method, path);
                using var answer = await site.Reader().SendAsync(asked, Cancellation);
                Assert.Equal(expected, answer.Headers.GetValues("Link"));
                using var again = new HttpRequestMessage(method, path);
                again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
                using var same = await site.Reader().SendAsync(again, Cancellation);
                Assert.Equal((HttpStatusCode.NotModified, 2), (same.StatusCode, same.Headers.GetValues("Link").Count()));
            }
        }

        foreach (var path in new[] { "/", "/nowhere/feed.xml", "/sitemap.xml" })
        {
            using var answer = await site.Reader().GetAsync(path, Cancellation);
            Assert.False(answer.Headers.Contains("Link"), path);
        }
    }

    private static Task<int> Dispatch(TestSite site) => site.Services.GetRequiredService<Outbox>().Dispatch(Cancellation);

    private static async Task<WebApplication> Hub(Func<HttpContext, Task<int>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async http => http.Response.StatusCode = await answer(http));
        await app.StartAsync(Cancellation);
        return app;
    }
}
