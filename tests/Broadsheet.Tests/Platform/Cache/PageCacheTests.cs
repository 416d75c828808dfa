using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Changes;
using Broadsheet.Readers;
using Broadsheet.Tests.Support;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

public sealed class PageCacheTests
{
    private const string Dam = "/aldor/the-dam-holds";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_ask_at_the_same_time_a_page_is_made_once()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        var before = Counts(site).Renders;
        var reader = site.Reader();
        var bodies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => reader.GetStringAsync(Dam, Cancellation)));
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        Assert.Equal(before + 1, Counts(site).Renders);
    }

    [Fact]
    public async Task With_ten_thousand_requests_in_flight_a_publication_makes_each_page_once_more_and_no_oftener()
    {
        HeldSource? source = null;
        await using var site = await TestSite.Start(alter: services =>
        {
            services.RemoveAll<IPageSource>();
            services.AddSingleton<IPageSource>(provider => source = new HeldSource(provider.GetRequiredService<ReaderPages>()));
        });
        var story = await site.Make.Published(new { headline = "Version 0", slug = "versions", standfirst = "Standfirst 0" });
        var api = await site.Api();
        (await api.Patch($"/stories/{story.Id}", new { headline = "Version 1", standfirst = "Standfirst 1" })).Is(HttpStatusCode.OK);
        using var storm = await Storm.Gather(site.Address, connections: 1000, each: 10, "/", "/aldor/versions");
        var before = Counts(site).Renders;
        source!.Hold();
        await storm.Break();
        await source.Begun.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        var publication = api.Post($"/stories/{story.Id}/publication");
        source.LetGo();
        (await publication).Is(HttpStatusCode.OK);
        Assert.Equal((10_000, 0), await storm.Pass());
        // Two pages; where the commit fell between the queries of one, that is made again.
        Assert.InRange(Counts(site).Renders - before, 2, 6);
        Assert.Equal(1, Numbered(await site.Reader().GetStringAsync("/aldor/versions", Cancellation), "Version "));
    }

    [Fact]
    public async Task What_the_query_holds_besides_the_page_makes_no_other_page()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        var reader = site.Reader();
        var plain = await reader.GetByteArrayAsync("/aldor", Cancellation);
        var before = Counts(site).Renders;
        foreach (var query in new[] { "?utm_source=x", "?page=1", "?page=", "?page=x", "?page=-3", "?page=1&page=2", "?q=%00", "?" })
        {
            Assert.Equal(plain, await reader.GetByteArrayAsync("/aldor" + query, Cancellation));
        }

        Assert.Equal(before, Counts(site).Renders);
    }

    [Fact]
    public async Task Every_encoding_holds_the_same_page_under_a_tag_of_its_own()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        var (plain, plainTag) = await Encoded(site, "identity");
        var (gzip, gzipTag) = await Encoded(site, "gzip");
        var (brotli, brotliTag) = await Encoded(site, "gzip, deflate, br, zstd");
        Assert.Equal(plain, gzip);
        Assert.Equal(plain, brotli);
        Assert.Equal(3, new[] { plainTag, gzipTag, brotliTag }.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(plainTag, (await Encoded(site, "br;q=0, gzip;q=0")).Tag);
        Assert.Equal(gzipTag, (await Encoded(site, "br;q=0.2, gzip;q=0.8")).Tag);
    }

    [Fact]
    public async Task Who_has_the_bytes_is_told_so_and_gets_none()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        using var first = await site.Reader().GetAsync(Dam, Cancellation);
        var etag = first.Headers.ETag ?? throw new InvalidOperationException("The page has no ETag.");
        var modified = first.Content.Headers.LastModified ?? throw new InvalidOperationException("The page has no Last-Modified.");

        Assert.Equal(HttpStatusCode.NotModified, await Asked(site, r => r.IfNoneMatch.Add(etag)));
        Assert.Equal(HttpStatusCode.NotModified, await Asked(site, r => r.IfNoneMatch.Add(new EntityTagHeaderValue(etag.Tag, isWeak: true))));
        Assert.Equal(HttpStatusCode.NotModified, await Asked(site, r => r.IfModifiedSince = modified));
        Assert.Equal(HttpStatusCode.OK, await Asked(site, r => r.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""))));
        Assert.Equal(HttpStatusCode.OK, await Asked(site, r => r.IfModifiedSince = modified.AddSeconds(-1)));
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_and_sends_nothing()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        foreach (var path in new[] { Dam, "/", "/aldor/nowhere" })
        {
            using var get = await site.Reader().GetAsync(path, Cancellation);
            using var head = await site.Reader().SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancellation);
            Assert.Equal((get.StatusCode, get.Content.Headers.ContentLength, get.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Caches_in_between_may_keep_what_visitors_get_and_nothing_else()
    {
        await using var cdn = await Cdn.Start();
        await using var site = await TestSite.Start(with: settings => settings with { PurgeUrl = cdn.Address });
        await site.Make.Published(new { headline = "The dam holds" });
        using var visitor = await site.Reader().GetAsync(Dam, Cancellation);
        Assert.True(visitor.Headers.CacheControl?.Public);
        Assert.NotEmpty(visitor.Headers.GetValues("Surrogate-Key"));
        foreach (var audience in new[] { Audience.Reader, Audience.Member("friend", 10) })
        {
            using var known = await site.Reader(audience).GetAsync(Dam, Cancellation);
            Assert.True(known.Headers.CacheControl?.Private);
            Assert.False(known.Headers.Contains("Surrogate-Key"));
            Assert.Contains("Cookie", known.Headers.Vary, StringComparer.Ordinal);
        }

        using var missing = await site.Reader().GetAsync("/aldor/nowhere", Cancellation);
        Assert.True(missing.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task What_readers_were_just_looking_at_is_made_again_before_the_old_bytes_go()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "The dam holds" });
        await site.Html("/");
        await site.Html(Dam);
        var before = Counts(site);
        var (renders, again) = (before.Renders, before.Again);
        var api = await site.Api();
        (await api.Patch($"/stories/{story.Id}", new { standfirst = "It was close." })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        Assert.Equal(again + 2, Counts(site).Again);

        Assert.Contains("It was close.", (await site.Html(Dam)).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("It was close.", (await site.Html("/")).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(renders + 2, Counts(site).Renders);
    }

    [Fact]
    public async Task A_page_that_nobody_came_to_between_two_changes_is_ready_all_the_same()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "The dam holds" });
        await site.Html(Dam);
        var api = await site.Api();
        foreach (var words in new[] { "It was close.", "It was very close." })
        {
            (await api.Patch($"/stories/{story.Id}", new { standfirst = words })).Is(HttpStatusCode.OK);
            (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        }

        var renders = Counts(site).Renders;
        Assert.Contains("It was very close.", (await site.Html(Dam)).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(renders, Counts(site).Renders);
    }

    [Fact]
    public async Task A_change_of_one_story_leaves_the_pages_of_others_as_they_are()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        var other = await site.Make.Published(new { headline = "The ferry is late", section = "osmere", topics = new[] { "Ferries" } });
        await site.Html(Dam);
        var before = Counts(site).Renders;
        (await (await site.Api()).Delete($"/stories/{other.Id}/publication", new { reason = "It was early." })).Is(HttpStatusCode.OK);
        await site.Html(Dam);
        Assert.Equal(before, Counts(site).Renders);
    }

    [Fact]
    public async Task At_midnight_every_page_gets_the_new_day()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        Assert.Contains("24 November", (await site.Html("/")).DocumentElement.TextContent, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(17));
        await Until(async () => (await site.Html("/")).DocumentElement.TextContent.Contains("25 November", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_shows_the_day_that_it_says()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("25 November", (await site.Html("/")).DocumentElement.TextContent, StringComparison.Ordinal);
        site.Clock.AdjustTime(TestSite.Morning);
        await Until(async () => (await site.Html("/")).DocumentElement.TextContent.Contains("24 November", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_order_classes_read_in_nobody_gets_what_another_class_may_read()
    {
        await using var site = await TestSite.Start();
        foreach (var access in new[] { "public", "readers", "members" })
        {
            await site.Make.Published(new { headline = $"For {access}", access, body = Make.GatedBody("Free to read.", $"Secret of {access}.") });
        }

        var classes = new[] { Audience.Visitor, Audience.Reader, Audience.Member("friend", 10) };
        var clients = classes.Select(site.Reader).ToArray();
        await Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2]).SampleAsync(
            async (who, which) =>
            {
                var access = new[] { "public", "readers", "members" }[which];
                var page = await clients[who].GetStringAsync($"/aldor/for-{access}", Cancellation);
                Assert.Contains("Free to read.", page, StringComparison.Ordinal);
                Assert.Equal(who >= which, page.Contains($"Secret of {access}.", StringComparison.Ordinal));
                Assert.Contains($"data-audience=\"{new[] { "visitor", "reader", "member" }[who]}\"", page, StringComparison.Ordinal);
            },
            iter: 300,
            threads: 4);
    }

    [Fact]
    public async Task While_stories_come_and_go_no_page_shows_half_of_a_change()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "Version 0", slug = "versions", standfirst = "Standfirst 0" });
        var api = await site.Api();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(i => Task.Run(
            async () =>
            {
                var reader = site.Reader();
                var latest = 0;
                while (!done.IsCancellationRequested)
                {
                    var page = await reader.GetStringAsync(i % 2 == 0 ? "/" : "/aldor/versions", Cancellation);
                    var headline = Numbered(page, "Version ");
                    Assert.Equal(headline, Numbered(page, "Standfirst "));
                    Assert.True(headline >= latest, $"Version {headline} was shown after {latest}.");
                    latest = headline;
                }
            },
            Cancellation)).ToList();
        for (var version = 1; version <= 12; version++)
        {
            (await api.Patch($"/stories/{story.Id}", new { headline = $"Version {version}", standfirst = $"Standfirst {version}" })).Is(HttpStatusCode.OK);
            (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
            Assert.Equal(version, Numbered(await site.Reader().GetStringAsync("/aldor/versions", Cancellation), "Version "));
            Assert.Equal(version, Numbered(await site.Reader().GetStringAsync("/", Cancellation), "Version "));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task No_address_is_a_page_under_another_name()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        foreach (var path in new[] { "/%3Fpage=2", "/aldor%3Fpage=-3", "/x%3Fpage=y", Dam + "%3Fpage=2", "/" + new string('a', 2000) })
        {
            await site.Html(path, status: HttpStatusCode.NotFound);
        }

        using var doubled = await site.Reader().GetAsync("/aldor//the-dam-holds", Cancellation);
        Assert.Equal((HttpStatusCode.PermanentRedirect, Dam), (doubled.StatusCode, doubled.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_story_that_editors_placed_on_another_sections_front_stands_there_from_its_publication_on()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        var placed = await site.Make.Story(new { headline = "The ferry is late", section = "osmere" });
        var api = await site.Api();
        (await api.Put("/sections/aldor/front", new { stories = new[] { placed.Id } })).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("The ferry is late", (await site.Html("/aldor")).DocumentElement.TextContent, StringComparison.Ordinal);
        (await api.Post($"/stories/{placed.Id}/publication")).Is(HttpStatusCode.OK);
        Assert.Contains("The ferry is late", (await site.Html("/aldor")).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_whose_last_story_is_anothers_now_has_no_page_any_more()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "The dam holds", authors = new[] { "Tilda Morrow" } });
        await site.Html("/authors/tilda-morrow");
        var api = await site.Api();
        (await api.Patch($"/stories/{story.Id}", new { authors = new[] { People.Mira } })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        await site.Html("/authors/tilda-morrow", status: HttpStatusCode.NotFound);
        Assert.Null(site.Services.GetRequiredService<PageCache>().FindFresh(new PageKey("/authors/tilda-morrow", 1, "")));
    }

    [Fact]
    public async Task A_disk_that_takes_no_pages_stops_no_withdrawal()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "The dam holds" });
        await site.Html(Dam);
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(site.Data, "pages.db")};Pooling=False"))
        {
            await other.OpenAsync(Cancellation);
            await using var spoil = other.CreateCommand();
            spoil.CommandText = "DROP TABLE tags; DROP TABLE pages; DROP TABLE reached";
            await spoil.ExecuteNonQueryAsync(Cancellation);
        }

        (await (await site.Api()).Delete($"/stories/{story.Id}/publication", new { reason = "It does not." })).Is(HttpStatusCode.OK);
        await site.Html(Dam, status: HttpStatusCode.Gone);
        await site.Html("/");
    }

    [Fact]
    public async Task A_database_that_was_put_back_under_a_running_node_is_noticed()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        await site.Html(Dam);
        await using (var db = site.Open())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE revisions SET headline = 'The dam held'", Cancellation);
            await db.Changes.ExecuteDeleteAsync(Cancellation);
        }

        await site.Services.GetRequiredService<ChangeFeed>().CatchUp(Cancellation);
        Assert.Contains("The dam held", (await site.Html(Dam)).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    private static int Numbered(string page, string word)
    {
        var start = page.IndexOf(word, StringComparison.Ordinal) + word.Length;
        var end = start;
        while (char.IsAsciiDigit(page[end]))
        {
            end++;
        }

        return int.Parse(page.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }

    private static PageCounts Counts(TestSite site) => site.Services.GetRequiredService<PageCache>().Counts;

    // The old page is shown while the new one is made, so that no reader waits.
    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 2000, "It never came true.");
        }
    }

    private static async Task<HttpStatusCode> Asked(TestSite site, Action<HttpRequestHeaders> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Dam);
        with(request.Headers);
        using var answer = await site.Reader().SendAsync(request, Cancellation);
        Assert.Equal(answer.StatusCode is HttpStatusCode.NotModified, (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length == 0);
        return answer.StatusCode;
    }

    private static async Task<(byte[] Bytes, string Tag)> Encoded(TestSite site, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Dam);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        using var answer = await site.Reader().SendAsync(request, Cancellation);
        await using var sent = await answer.Content.ReadAsStreamAsync(Cancellation);
        await using var read = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var bytes = new MemoryStream();
        await read.CopyToAsync(bytes, Cancellation);
        return (bytes.ToArray(), answer.Headers.ETag!.Tag);
    }
}
