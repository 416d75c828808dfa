using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace Broadsheet.Tests.Outlets.Pages;

public sealed class StoryPlanTests
{
    [SqliteFact]
    public async Task Few_stories_are_found_by_their_key_and_not_among_all_that_are_live()
    {
        await using var database = await TestDatabase.Create();
        // Before the first context: each remembers for a second that nobody listened.
        using var queries = new Queries(database.Data);
        await using var site = await TestSite.Start(database);
        var story = await site.Make.Published();
        var api = await site.Api();
        (await api.Put("/front", new { stories = new[] { story.Id } })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/corrections", new { kind = "correction", text = "There are five gates." })).Is(HttpStatusCode.Created);
        await site.Tick("fill-search");
        queries.All.Clear();
        foreach (var path in new[] { "/", "/aldor", "/corrections", "/topics/zell-dam", "/authors/mira-solvane", "/feed.xml", "/aldor/feed.xml", "/topics/zell-dam/feed.xml", "/search?q=dam", "/search?q=dam&author=mira-solvane" })
        {
            using var answer = await site.Reader().GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}.\n{site.Log}");
        }

        var ofFew = queries.All.Where(IsOfFew).ToList();
        Assert.Contains(ofFew, sql => sql.Contains("FROM \"search\"", StringComparison.Ordinal));
        Assert.Contains(ofFew, sql => sql.Contains("FROM \"corrections\"", StringComparison.Ordinal));
        await using var db = site.Open();
        foreach (var sql in ofFew)
        {
            var plan = await Plan(db, sql);
            Assert.False(plan.Contains("ix_stories_state", StringComparison.Ordinal), $"{sql}\n{plan}");
        }
    }

    [SqliteFact]
    public async Task Lists_of_the_newsroom_are_read_off_an_index_whatever_they_are_narrowed_by()
    {
        await using var database = await TestDatabase.Create();
        using var queries = new Queries(database.Data);
        await using var site = await TestSite.Start(database);
        var story = await site.Make.Published();
        var api = await site.Api();
        queries.All.Clear();
        foreach (var state in new[] { "", "draft", "inReview", "scheduled", "published", "withdrawn", "thrownAway" })
        {
            foreach (var narrowed in new[] { "", "&section=aldor", "&q=gates", "&section=aldor&q=gates", $"&section=aldor&after={story.Id}", $"&after={story.Id}&q=gates" })
            {
                (await api.Get($"/stories?state={state}{narrowed}")).Is(HttpStatusCode.OK);
            }
        }

        var lists = queries.All.Where(sql => sql.Contains("ORDER BY", StringComparison.Ordinal) && new[] { "FROM \"stories\"", "FROM desk_words" }.Any(from => sql.Contains(from, StringComparison.Ordinal))).ToList();
        Assert.Contains(lists, sql => sql.Contains("draft_section_id", StringComparison.Ordinal));
        Assert.Contains(lists, sql => sql.Contains("MATCH", StringComparison.Ordinal));
        await using var db = site.Open();
        foreach (var sql in lists.Distinct(StringComparer.Ordinal))
        {
            // Those that were thrown away are few, and found by their keys before they are put in order.
            var plan = await Plan(db, sql);
            Assert.False(plan.Contains("SCAN s", StringComparison.Ordinal) || (plan.Contains("TEMP B-TREE", StringComparison.Ordinal) && !sql.Contains("json_each", StringComparison.Ordinal)), $"{sql}\n{plan}");
        }
    }

    [Fact]
    public async Task Rows_of_lists_that_came_without_a_date_get_the_one_of_their_story()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published();
        await using var db = site.Open();
        await db.Bylines.ExecuteUpdateAsync(set => set.SetProperty(b => b.PublishedAt, (DateTimeOffset?)null), TestContext.Current.CancellationToken);
        await db.StoryTopics.ExecuteUpdateAsync(set => set.SetProperty(t => t.PublishedAt, (DateTimeOffset?)null), TestContext.Current.CancellationToken);
        await site.Tick("date-lists");
        Assert.Equal(TestSite.Morning, await db.Bylines.Select(b => b.PublishedAt).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(TestSite.Morning, await db.StoryTopics.Select(t => t.PublishedAt).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_topic_lists_and_counts_what_can_be_read_newest_first()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "First", slug = "first" });
        site.Clock.Advance(TimeSpan.FromHours(1));
        var taken = await site.Make.Published(new { headline = "Second", slug = "second" });
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.Make.Published(new { headline = "Third", slug = "third" });
        (await (await site.Api()).Delete($"/stories/{taken.Id}/publication", new { reason = "It was only an exercise." })).Is(HttpStatusCode.OK);
        foreach (var path in new[] { "/topics/zell-dam", "/authors/mira-solvane" })
        {
            Assert.Equal(["Third", "First"], (await site.Html(path)).QuerySelectorAll("main h2, main h3").Select(h => h.TextContent.Trim()).Where(h => h is "First" or "Second" or "Third"));
        }

        Assert.Contains("2 stories", (await site.Html("/topics/zell-dam")).Body!.TextContent, StringComparison.Ordinal);
    }

    // Named one by one, or by rows that are few: those that were found, corrected, signed.
    private static bool IsOfFew(string sql) =>
        sql.Contains("json_each", StringComparison.Ordinal) || new[] { "search", "corrections", "bylines", "story_topics" }.Any(table => FromOf(sql).StartsWith($"FROM \"{table}\"", StringComparison.Ordinal));

    private static string FromOf(string sql) => sql.IndexOf("FROM \"", StringComparison.Ordinal) is var at && at < 0 ? "" : sql[at..];

    private static async Task<string> Plan(DbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(sql, "@[a-zA-Z0-9_]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct(StringComparer.Ordinal))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "[]");
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(rows.GetString(3));
        }

        return string.Join('\n', steps);
    }

    /// <summary>What is asked of one database while it lives.</summary>
    private sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _folder;
        private readonly ConcurrentBag<IDisposable> _subscriptions = [];

        public Queries(string folder)
        {
            _folder = folder;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public ConcurrentQueue<string> All { get; } = new();

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command: DbCommand { Connection: { } connection } command } && value.Key == RelationalEventId.CommandExecuting.Name && connection.DataSource.StartsWith(_folder, StringComparison.Ordinal)
                && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            {
                All.Enqueue(command.CommandText);
            }
        }

        public void OnCompleted()
        {
            // It goes on until it is disposed.
        }

        public void OnError(Exception error) => throw error;

        public void Dispose()
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.Dispose();
            }
        }
    }
}
