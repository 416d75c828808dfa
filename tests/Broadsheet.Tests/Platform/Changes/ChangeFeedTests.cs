using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Xunit;

namespace Broadsheet.Tests.Platform.Changes;

/// <summary>What a commit does on its own node and on the others, also where they are slow, fail, or can't ask the database.</summary>
public sealed class ChangeFeedTests
{
    private static readonly DatabaseAddress Nowhere = DatabaseAddress.Parse("Host=127.0.0.1;Port=9;Database=away;Username=nobody;Timeout=1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_taken_back_goes_before_anything_is_made_again()
    {
        HeldSource? source = null;
        await using var site = await TestSite.Start(alter: services =>
        {
            services.RemoveAll<IPageSource>();
            services.AddSingleton<IPageSource>(provider => source = new HeldSource(provider.GetRequiredService<ReaderPages>()));
        });
        var story = await site.Make.Published(new { headline = "The dam holds" });
        await site.Html("/");
        await site.Html("/aldor/the-dam-holds");
        var api = await site.Api();
        source!.Hold();
        var withdrawal = api.Delete($"/stories/{story.Id}/publication", new { reason = "It does not." });
        await source.Begun.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        Assert.Null(site.Services.GetRequiredService<PageCache>().FindFresh(new PageKey("/aldor/the-dam-holds", 1, "")));
        source.LetGo();
        (await withdrawal).Is(HttpStatusCode.OK);
        await site.Html("/aldor/the-dam-holds", status: HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_fault_in_what_follows_a_commit_undoes_nothing_and_is_said()
    {
        var follower = new Follower();
        await using var site = await TestSite.Start(alter: services => services.AddSingleton<IFollowChanges>(follower));
        var story = await site.Make.Story(new { headline = "The dam holds" });
        var api = await site.Api();
        follower.Fault = new InvalidOperationException("No.");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/stories/{story.Id}/publication");
        using var answer = await api.Http.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "nodes"), (answer.StatusCode, answer.Headers.GetValues("Broadsheet-Pending").Single()));
        await site.Html("/aldor/the-dam-holds");

        follower.Fault = null;
        await using var db = site.Open();
        var last = await db.Changes.MaxAsync(c => c.Number, Cancellation);
        await Until(() => Task.FromResult(site.Services.GetRequiredService<ChangeFeed>().Applied == last));
        using var next = await api.Http.PatchAsync($"/api/v1/stories/{story.Id}", null, Cancellation);
        Assert.False(next.Headers.Contains("Broadsheet-Pending"));
    }

    [Fact]
    public async Task What_comes_in_quick_succession_is_taken_in_together_and_what_is_taken_back_waits_for_nothing()
    {
        var follower = new Follower();
        await using var site = await TestSite.Start(alter: services => services.AddSingleton<IFollowChanges>(follower));
        List<Guid> stories = [];
        foreach (var headline in new[] { "The dam holds", "The ferry is late", "The mark slips" })
        {
            stories.Add((await site.Make.Story(new { headline })).Id);
        }

        var api = await site.Api();
        var applied = new ConcurrentQueue<int>();
        follower.Told = changes =>
        {
            applied.Enqueue(changes.Count);
            site.Clock.Advance(TimeSpan.FromMilliseconds(100));
        };
        (await api.Post($"/stories/{stories[0]}/publication")).Is(HttpStatusCode.OK);
        await using var db = site.Open();
        var before = await db.Changes.CountAsync(Cancellation);
        var others = stories[1..].Select(id => api.Post($"/stories/{id}/publication")).ToList();
        await Until(async () => await db.Changes.CountAsync(Cancellation) == before + 2);
        Assert.Single(applied);
        Assert.All(others, other => Assert.False(other.IsCompleted));

        site.Clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.All(await Task.WhenAll(others), answer => answer.Is(HttpStatusCode.OK));
        Assert.Equal([1, 2], applied);
        (await api.Delete($"/stories/{stories[0]}/publication", new { reason = "It does not." })).Is(HttpStatusCode.OK);
        Assert.Equal(3, applied.Count);
    }

    [PostgresFact]
    public async Task A_node_that_has_much_to_catch_up_with_goes_on_living_and_is_waited_for_without_being_asked_all_the_time()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        var follower = new Follower();
        await using var here = await TestSite.Start(database);
        await using var there = await TestSite.Start(database, with: settings => settings with { Data = folder.Path }, alter: services => services.AddSingleton<IFollowChanges>(follower));
        var story = await here.Make.Published(new { headline = "The dam holds" });
        var api = await here.Api();
        await Until(() => Task.FromResult(there.Services.GetRequiredService<ChangeFeed>().Applied == here.Services.GetRequiredService<ChangeFeed>().Applied));
        follower.Hold();
        using var asked = new Commands("FROM nodes WHERE applied", PostgresServer.NameOf(database.Address));
        var withdrawal = api.Delete($"/stories/{story.Id}/publication", new { reason = "It does not." });
        await follower.Begun.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        await using var db = here.Open();
        var behind = await Behind(db);
        await Until(async () => await Behind(db) > behind.AddSeconds(3));
        Assert.False(withdrawal.IsCompleted);
        Assert.InRange(asked.Count, 1, 15);
        follower.LetGo();
        (await withdrawal).Is(HttpStatusCode.OK);

        async Task<DateTimeOffset> Behind(BroadsheetDb db) => (await db.Nodes.AsNoTracking().OrderBy(n => n.Applied).FirstAsync(Cancellation)).SeenAt;
    }

    [PostgresFact]
    public async Task A_node_that_was_down_while_something_was_taken_back_and_starts_without_the_database_does_not_show_it()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        await using var here = await TestSite.Start(database);
        var story = await here.Make.Published(new { headline = "The dam holds", section = "osmere" });
        await here.Make.Published(new { headline = "The ferry is late" });
        await using (var there = await TestSite.Start(database, with: settings => settings with { Data = folder.Path }))
        {
            await there.Html("/osmere/the-dam-holds");
            await there.Html("/aldor/the-ferry-is-late");
        }

        (await (await here.Api()).Delete($"/stories/{story.Id}/publication", new { reason = "It does not." })).Is(HttpStatusCode.OK);
        await using var alone = await TestSite.Start(database, with: settings => settings with { Data = folder.Path, Database = Nowhere });
        await alone.Html("/aldor/the-ferry-is-late");
        await alone.Html("/osmere/the-dam-holds", status: HttpStatusCode.ServiceUnavailable);
    }

    [PostgresFact]
    public async Task A_node_that_was_down_for_longer_than_anybody_remembers_shows_nothing_without_the_database()
    {
        await using var database = await TestDatabase.Create();
        using var folder = new TestFolder();
        await using var here = await TestSite.Start(database);
        await here.Make.Published(new { headline = "The ferry is late" });
        await using (var there = await TestSite.Start(database, with: settings => settings with { Data = folder.Path }))
        {
            await there.Html("/aldor/the-ferry-is-late");
        }

        var story = await here.Make.Published(new { headline = "The dam holds" });
        (await (await here.Api()).Delete($"/stories/{story.Id}/publication", new { reason = "It does not." })).Is(HttpStatusCode.OK);
        here.Clock.Advance(TimeSpan.FromDays(15));
        await here.Make.Published(new { headline = "The newest" });
        await here.Tick("sweep-changes");
        await using var alone = await TestSite.Start(database, with: settings => settings with { Data = folder.Path, Database = Nowhere });
        await alone.Html("/aldor/the-ferry-is-late", status: HttpStatusCode.ServiceUnavailable);
    }

    [PostgresFact]
    public async Task A_node_that_is_cut_off_hears_what_others_take_back()
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
        // Nobody waits in a test until it counts as gone.
        await using var db = here.Open();
        await db.Nodes.ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, DateTimeOffset.UnixEpoch), Cancellation);
        (await (await here.Api()).Delete($"/stories/{story.Id}/publication", new { reason = "It does not." })).Is(HttpStatusCode.OK);
        await Until(async () => (await there.Reader().GetAsync("/aldor/the-dam-holds", Cancellation)).StatusCode is HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Whoever_translates_a_translation_follows_what_becomes_of_it()
    {
        await using var site = await TestSite.Start();
        var original = await site.Make.Published(new { headline = "Three of five gates", slug = "gates" });
        var translation = await site.Make.Published(new { headline = "Drei von fünf Toren", slug = "tore", language = "de", translationOf = original.Id });
        await site.Make.Published(new { headline = "Trois portes", slug = "portes", language = "fr", translationOf = translation.Id });
        Assert.Contains("/aldor/tore", (await site.Html("/aldor/portes")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        (await (await site.Api()).Delete($"/stories/{translation.Id}/publication", new { reason = "Falsch." })).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("/aldor/tore", (await site.Html("/aldor/portes")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    // Nodes hear of each other's commits in their own time.
    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
        {
            await asking.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Counts the commands that hold a text, on one database.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentBag<IDisposable> _subscriptions = [];
        private readonly string _text;
        private readonly string _database;
        private int _count;

        public Commands(string text, string database)
        {
            (_text, _database) = (text, database);
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count => Volatile.Read(ref _count);

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == DbLoggerCategory.Name)
            {
                _subscriptions.Add(listener.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> told)
        {
            if (told is { Key: "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting", Value: CommandEventData command } && command.Command.Connection?.Database == _database && command.Command.CommandText.Contains(_text, StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.Dispose();
            }
        }
    }
}
