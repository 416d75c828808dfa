using System.Net;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;
using Broadsheet.Readers;
using Broadsheet.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

/// <summary>Reading while the database is away, and on several nodes.</summary>
public sealed class OutageTests
{
    private static readonly DatabaseAddress Nowhere = DatabaseAddress.Parse("Host=127.0.0.1;Port=9;Database=away;Username=nobody;Timeout=1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_starts_without_its_database_shows_what_was_public_and_nothing_that_was_taken_back()
    {
        await using var database = await TestDatabase.Create();
        string front;
        await using (var before = await TestSite.Start(database))
        {
            await before.Make.Published(new { headline = "The dam holds", access = "members", body = Make.GatedBody("Free to read.", "For members alone.") });
            var taken = await before.Make.Published(new { headline = "The ferry sinks" });
            await before.Html("/aldor/the-dam-holds");
            await before.Html("/aldor/the-dam-holds", Audience.Member("friend", 10));
            await before.Html("/aldor/the-ferry-sinks");
            (await (await before.Api()).Delete($"/stories/{taken.Id}/publication", new { reason = "It did not." })).Is(HttpStatusCode.OK);
            front = await before.Reader().GetStringAsync("/", Cancellation);
        }

        await using var site = await TestSite.Start(database, with: settings => settings with { Database = Nowhere });
        Assert.Equal(front, await site.Reader().GetStringAsync("/", Cancellation));
        Assert.DoesNotContain("For members alone.", (await site.Html("/aldor/the-dam-holds")).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("For members alone.", (await site.Html("/aldor/the-dam-holds", Audience.Member("friend", 10))).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("For members alone.", (await site.Html("/aldor/the-dam-holds", Audience.Reader)).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("It did not.", (await site.Html("/aldor/the-ferry-sinks", status: HttpStatusCode.Gone)).DocumentElement.TextContent, StringComparison.Ordinal);
        await site.Html("/aldor/never-asked-for", status: HttpStatusCode.ServiceUnavailable);
        Assert.Contains("the database does not answer", await site.Reader().GetStringAsync("/readyz", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_read_yet_lies_ready_for_everybody()
    {
        await using var database = await TestDatabase.Create();
        await using (var before = await TestSite.Start(database))
        {
            await before.Make.Published(new { headline = "The dam holds", access = "members", body = Make.GatedBody("Free to read.", "For members alone.") });
            var taken = await before.Make.Published(new { headline = "The ferry sinks" });
            (await (await before.Api()).Delete($"/stories/{taken.Id}/publication", new { reason = "It did not." })).Is(HttpStatusCode.OK);
            await before.Make.Published(new { headline = "السدّ", slug = "السد" });
            await before.Tick("stock-pages");
            var made = before.Services.GetRequiredService<PageCache>().Counts.Renders;
            await before.Tick("stock-pages");
            Assert.Equal((made, 0), (before.Services.GetRequiredService<PageCache>().Counts.Renders, before.Services.GetRequiredService<PageCache>().Held.Pages));
        }

        await using var site = await TestSite.Start(database, with: settings => settings with { Database = Nowhere });
        foreach (var audience in new[] { Audience.Visitor, Audience.Reader, Audience.Member("friend", 10) })
        {
            foreach (var path in new[] { "/", "/aldor", "/aldor/the-dam-holds", "/aldor/" + Uri.EscapeDataString("السد"), "/corrections", "/search", "/about", "/topics/zell-dam", "/authors/mira-solvane" })
            {
                Assert.DoesNotContain("For members alone.", (await site.Html(path, audience)).DocumentElement.TextContent, StringComparison.Ordinal);
                await site.Html(path == "/" ? "/lite" : "/lite" + path, audience);
            }

            Assert.Contains("Free to read.", (await site.Html("/aldor/the-dam-holds", audience)).DocumentElement.TextContent, StringComparison.Ordinal);
            Assert.Contains("It did not.", (await site.Html("/aldor/the-ferry-sinks", audience, HttpStatusCode.Gone)).DocumentElement.TextContent, StringComparison.Ordinal);
        }

        using var own = await site.Reader(Audience.Reader).GetAsync("/aldor/the-dam-holds", Cancellation);
        Assert.Equal("no-cache, private", own.Headers.CacheControl?.ToString());
        foreach (var path in new[] { "/feed.xml", "/aldor/feed.json", "/topics/zell-dam/feed.atom", "/authors/mira-solvane/feed.xml", "/sitemap.xml", $"/sitemap-{TestSite.Morning:yyyy-MM}.xml", "/sitemap-news.xml", "/robots.txt", "/search?utm_source=mail" })
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Reader().GetAsync(path, Cancellation)).StatusCode);
        }

        using var search = await site.Reader().GetAsync("/search?q=dam", Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no-store", TimeSpan.FromSeconds(5)), (search.StatusCode, search.Headers.CacheControl?.ToString(), search.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task A_page_that_is_only_on_disk_is_shown_though_something_newer_is_known_of()
    {
        await using var database = await TestDatabase.Create();
        Guid story;
        await using (var before = await TestSite.Start(database))
        {
            story = (await before.Make.Published(new { headline = "The dam holds" })).Id;
            await before.Html("/aldor/the-dam-holds");
        }

        await using var site = await TestSite.Start(database);
        var api = await site.Api();
        (await api.Patch($"/stories/{story}", new { standfirst = "It was close." })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story}/publication")).Is(HttpStatusCode.OK);
        site.Services.GetRequiredService<LoadLadder>().Level = LoadLevel.Disk;
        Assert.Contains("The dam holds", (await site.Html("/aldor/the-dam-holds")).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_on_disk_that_belong_to_another_database_are_never_shown()
    {
        await using var database = await TestDatabase.Create();
        await using (var before = await TestSite.Start(database))
        {
            await before.Make.Published(new { headline = "The dam holds" });
            await before.Html("/aldor/the-dam-holds");
        }

        await using var other = await TestDatabase.Create();
        await using (var moved = await TestSite.Start(other, with: settings => settings with { Data = database.Data }))
        {
            await moved.Make.Published(new { headline = "The ferry is late" });
        }

        await using var site = await TestSite.Start(database, with: settings => settings with { Database = Nowhere });
        await site.Html("/aldor/the-dam-holds", status: HttpStatusCode.ServiceUnavailable);
    }

    [PostgresFact]
    public async Task What_one_node_withdraws_no_other_node_shows_once_the_API_has_answered()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        await using var here = await TestSite.Start(database);
        await using var there = await TestSite.Start(database, with: settings => settings with { Data = folder.Path });
        var api = await here.Api();
        for (var i = 0; i < 15; i++)
        {
            var story = await here.Make.Published(new { headline = $"Boat {i}" });
            await Until(async () => (await there.Reader().GetAsync($"/aldor/boat-{i}", Cancellation)).StatusCode is HttpStatusCode.OK);
            await there.Html("/");
            (await api.Delete($"/stories/{story.Id}/publication", new { reason = "It was a ship." })).Is(HttpStatusCode.OK);
            await there.Html($"/aldor/boat-{i}", status: HttpStatusCode.Gone);
            Assert.DoesNotContain($"Boat {i}", (await there.Html("/")).DocumentElement.TextContent, StringComparison.Ordinal);
        }
    }

    [PostgresFact]
    public async Task A_node_that_was_cut_off_misses_nothing()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        var server = new NpgsqlConnectionStringBuilder(database.Address.ConnectionString);
        await using var cable = Cable.To(server.Host!, server.Port);
        (server.Host, server.Port, server.Pooling) = ("127.0.0.1", cable.Port, false);
        await using var here = await TestSite.Start(database);
        await using var there = await TestSite.Start(database, with: settings => settings with { Data = folder.Path, Database = DatabaseAddress.Parse(server.ToString()) });
        var story = await here.Make.Published(new { headline = "The dam holds" });
        await Until(async () => (await there.Reader().GetAsync("/aldor/the-dam-holds", Cancellation)).StatusCode is HttpStatusCode.OK);
        cable.Cut();
        var api = await here.Api();
        (await api.Patch($"/stories/{story.Id}", new { headline = "The dam leaks", slug = "the-dam-holds" })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        Assert.Contains("The dam holds", (await there.Html("/aldor/the-dam-holds")).DocumentElement.TextContent, StringComparison.Ordinal);
        cable.Mend();
        await Until(async () => (await there.Html("/aldor/the-dam-holds")).DocumentElement.TextContent.Contains("The dam leaks", StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task While_the_database_is_slow_what_is_old_is_shown_rather_than_nothing()
    {
        await using var database = await TestDatabase.Create();
        await using var site = await TestSite.Start(database);
        var story = await site.Make.Published(new { headline = "The dam holds" });
        await site.Html("/aldor/the-dam-holds");
        await using (var busy = new NpgsqlConnection(database.Address.ConnectionString))
        {
            await busy.OpenAsync(Cancellation);
            await using var transaction = await busy.BeginTransactionAsync(Cancellation);
            await using var hold = new NpgsqlCommand(
                "LOCK TABLE stories, addresses, paper IN ACCESS EXCLUSIVE MODE", busy, transaction);
            await hold.ExecuteNonQueryAsync(Cancellation);
            await using var announce = new NpgsqlConnection(database.Address.ConnectionString);
            await announce.OpenAsync(Cancellation);
            await using var insert = new NpgsqlCommand($"INSERT INTO changes (kind, tags, at) VALUES ('Refresh', 'story:{story.Id:N}', now()); NOTIFY broadsheet_changes", announce);
            await insert.ExecuteNonQueryAsync(Cancellation);
            for (var i = 0; i < 5; i++)
            {
                Assert.Contains("The dam holds", (await site.Html("/aldor/the-dam-holds")).DocumentElement.TextContent, StringComparison.Ordinal);
            }
        }

        await Until(async () => (await site.Reader().GetAsync("/aldor", Cancellation)).StatusCode is HttpStatusCode.OK);
    }

    [SqliteFact]
    public async Task While_another_program_holds_the_file_locked_what_is_known_is_read()
    {
        await using var database = await TestDatabase.Create();
        await using var site = await TestSite.Start(database);
        await site.Make.Published(new { headline = "The dam holds" });
        await site.Html("/aldor/the-dam-holds");
        await using var other = new SqliteConnection(database.Address.ConnectionString);
        await other.OpenAsync(Cancellation);
        await using var locking = other.CreateCommand();
        locking.CommandText = "BEGIN EXCLUSIVE";
        await locking.ExecuteNonQueryAsync(Cancellation);
        await site.Html("/aldor/the-dam-holds");
        await site.Html("/aldor");
    }

    // Nodes hear of each other's commits in their own time.
    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
