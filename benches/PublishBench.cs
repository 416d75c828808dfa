using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Broadsheet.Platform.Database;
using Broadsheet.Staff;
using Npgsql;

namespace Broadsheet.Bench;

/// <summary>
/// Two nodes on one PostgreSQL with 100,000 stories, read over 32 connections: how long after the API's answer a story is everywhere on both, and what readers wait without and with ten publications a second.
/// </summary>
internal sealed class PublishBench : IAsyncDisposable
{
    private const int Stories = 100_000;
    private const int Connections = 32;
    private const int Publications = 30;
    private const int Rounds = 5;
    private const int PerSecond = 10;
    private const double Goal = 1000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly string[] Places = ["story", "front", "section", "feed", "section's feed", "sitemap", "news sitemap", "search"];

    private readonly IReadOnlyList<Served> _nodes;
    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 });
    private int _asked;

    private PublishBench(IReadOnlyList<Served> nodes, string token)
    {
        _nodes = nodes;
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public static async Task<int> Run(string program, string postgres)
    {
        await using (await Archive.Get(Stories, postgres))
        {
            // It is there; what is published goes into a copy.
        }

        NpgsqlConnection.ClearAllPools();
        await Tell(postgres, "DROP DATABASE IF EXISTS publishing WITH (FORCE)");
        await Tell(postgres, string.Create(CultureInfo.InvariantCulture, $"CREATE DATABASE publishing TEMPLATE archive_{Stories}"));
        var folder = Directory.CreateTempSubdirectory("broadsheet-bench-").FullName;
        try
        {
            await using var bench = await Start(program, folder, DatabaseAddress.Parse($"{postgres};Database=publishing"));
            return await bench.Measure();
        }
        finally
        {
            await Tell(postgres, "DROP DATABASE publishing WITH (FORCE)");
            Directory.Delete(folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    private static async Task<PublishBench> Start(string program, string folder, DatabaseAddress database)
    {
        List<Served> nodes = [];
        foreach (var name in new[] { "one", "two" })
        {
            var node = Served.Start(program, Path.Combine(folder, name), database);
            await node.Read("/");
            nodes.Add(node);
        }

        await using var db = DatabaseServices.Open(database);
        var token = await new Tokens(db, TimeProvider.System).Create("bench", Role.Editor, new Actor("bench", Role.Admin), CancellationToken.None);
        return new PublishBench(nodes, token);
    }

    private static async Task Tell(string postgres, string command)
    {
        await using var server = NpgsqlDataSource.Create($"{postgres};Database=postgres");
        await using var tell = server.CreateCommand(command);
        tell.CommandTimeout = 600;
        await tell.ExecuteNonQueryAsync();
    }

    private async Task<int> Measure()
    {
        string[] paths =
        [
            "/", "/feed.xml", "/sitemap-news.xml", .. ArchiveStories.Sections.Select(s => "/" + s), .. ArchiveStories.Sections.Select(s => $"/{s}/feed.xml"),
            .. Enumerable.Range(0, 200).Select(i => ArchiveStories.PathOf(ScaleBench.Stays(Stories - 500 + (2 * i)))),
        ];
        await using var load = new ReadingLoad([.. _nodes.Select(n => n.Address)], paths, Connections, Every);
        await load.Measure(Round);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\npublish: two nodes on PostgreSQL with {Stories:N0} stories, {Connections} connections that read {1 / Every.TotalSeconds:N0} pages a second each\n"));
        var seen = await Visible();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  milliseconds from the API's answer to the new bytes on both nodes, {Publications} publications; goal {Goal:N0}\n  {"",-18}{"median",9}{"worst",9}"));
        foreach (var (place, times) in seen)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {place,-18}{Comparison.Median(times),9:N0}{times.Max(),9:N0}"));
        }

        var (quiet, busy, published) = await Readers(load);
        var ratio = Comparison.Median([.. busy.Select(b => b.P99)]) / Comparison.Median([.. quiet.Select(q => q.P99)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

              what readers wait, {Rounds} × {Round.TotalSeconds:N0} s of each in turns, median of rounds, milliseconds
                                        p99   median
              nothing published   {Comparison.Median([.. quiet.Select(q => q.P99)]),9:N1}{Comparison.Median([.. quiet.Select(q => q.Median)]),9:N1}   ({quiet.Sum(q => q.Pages):N0} pages)
              {published / (Rounds * Round.TotalSeconds):N1} a second        {Comparison.Median([.. busy.Select(b => b.P99)]),9:N1}{Comparison.Median([.. busy.Select(b => b.Median)]),9:N1}   ({busy.Sum(b => b.Pages):N0} pages)
              p99 with ÷ without  {ratio,9:N2} ×
            """));
        Directory.CreateDirectory("artifacts/bench");
        await File.WriteAllTextAsync("artifacts/bench/publish.json", JsonSerializer.Serialize(new
        {
            stories = Stories,
            connections = Connections,
            goal = Goal,
            visible = seen.ToDictionary(s => s.Place, s => new { median = Comparison.Median(s.Times), worst = s.Times.Max(), times = s.Times }, StringComparer.Ordinal),
            quiet = quiet.Select(q => new { q.P99, q.Median, q.Pages }),
            busy = busy.Select(b => new { b.P99, b.Median, b.Pages }),
            published,
            p99Ratio = ratio,
        }));
        return 0;
    }

    private async Task<List<(string Place, List<double> Times)>> Visible()
    {
        var all = Places.Select(place => (Place: place, Times: new List<double>())).ToList();
        // The first is not counted: no page of these was ever asked for.
        for (var i = -1; i < Publications; i++)
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"visibly{i + 1}");
            var (id, address) = await Draft(word);
            await Publish(id, _nodes[(i + 1) % _nodes.Count]);
            var watch = Stopwatch.StartNew();
            var times = await Task.WhenAll(Places.Select(place => Task.WhenAll(_nodes.Select(node => Appears(node, PathOf(place, address, word), address, word, watch)))));
            for (var place = 0; i >= 0 && place < times.Length; place++)
            {
                all[place].Times.Add(times[place].Max());
            }
        }

        return all;
    }

    private static string PathOf(string place, string address, string word) => place switch
    {
        "story" => address,
        "front" => "/",
        "section" => "/world",
        "feed" => "/feed.xml",
        "section's feed" => "/world/feed.atom",
        "sitemap" => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{DateTime.UtcNow:yyyy-MM}.xml"),
        "news sitemap" => "/sitemap-news.xml",
        "search" => "/search?q=" + word,
        _ => throw new InvalidOperationException($"Unknown place {place}."),
    };

    private async Task<double> Appears(Served node, string path, string address, string word, Stopwatch watch)
    {
        while (watch.Elapsed < Patience)
        {
            var text = await Ask(HttpMethod.Get, node, path, null);
            // A search shows the word itself, too; only a story has its address.
            if (text.Contains(address, StringComparison.Ordinal) && text.Contains(word, StringComparison.Ordinal))
            {
                return watch.Elapsed.TotalMilliseconds;
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException($"{path} does not show the story after {Patience.TotalSeconds:N0} s.");
    }

    private async Task<(List<(double P99, double Median, int Pages)> Quiet, List<(double P99, double Median, int Pages)> Busy, int Published)> Readers(ReadingLoad load)
    {
        var drafts = new Queue<Guid>();
        for (var i = 0; i < Rounds * PerSecond * Round.TotalSeconds; i++)
        {
            drafts.Enqueue((await Draft(string.Create(CultureInfo.InvariantCulture, $"readers{i}"))).Id);
        }

        var (quiet, busy, published) = (new List<(double, double, int)>(), new List<(double, double, int)>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            quiet.Add(await load.Measure(Round));
            using var over = new CancellationTokenSource();
            var publishing = Keep(drafts, over.Token);
            busy.Add(await load.Measure(Round));
            await over.CancelAsync();
            published += await publishing;
        }

        return (quiet, busy, published);
    }

    // Ten a second, whether or not the ones before have been answered.
    private async Task<int> Keep(Queue<Guid> drafts, CancellationToken over)
    {
        var under = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        try
        {
            while (await timer.WaitForNextTickAsync(over) && drafts.TryDequeue(out var draft))
            {
                under.Add(Publish(draft, _nodes[under.Count % _nodes.Count]));
            }
        }
        catch (OperationCanceledException)
        {
            // The round is over; what was sent is waited for.
        }

        await Task.WhenAll(under);
        return under.Count;
    }

    private async Task<(Guid Id, string Address)> Draft(string word)
    {
        var text = await Ask(HttpMethod.Post, _nodes[0], "/api/v1/stories", new { headline = $"What is {word} published", standfirst = "It is seen at once.", section = "world", authors = new[] { ArchiveStories.Author(0) }, topics = new[] { ArchiveStories.Topic(0) }, bodyMarkdown = $"The {word} stands here." });
        using var story = JsonDocument.Parse(text);
        return (story.RootElement.GetProperty("id").GetGuid(), new Uri(story.RootElement.GetProperty("url").GetString()!).AbsolutePath);
    }

    private Task<string> Publish(Guid draft, Served node) => Ask(HttpMethod.Post, node, $"/api/v1/stories/{draft}/publication", new { });

    // Each from an address of its own, so that no limit stands in the way.
    private async Task<string> Ask(HttpMethod method, Served node, string path, object? body)
    {
        var number = Interlocked.Increment(ref _asked);
        using var request = new HttpRequestMessage(method, new Uri(node.Address, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{number >> 16}.{(number >> 8) & 255}.{number & 255}"));
        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.NotFound ? text : throw new InvalidOperationException($"{method} {path} answered {answer.StatusCode}: {text}");
    }
}
