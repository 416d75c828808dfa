using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Broadsheet.Bench;

/// <summary>The same program on a paper of 1,000 stories and on one of 100,000, side by side, on both engines: pages that are not in the cache, pages that are, search, lists of the API, start and memory.</summary>
internal static class ScaleBench
{
    private const int Few = 1_000;
    private const int Many = 100_000;
    private const int Read = 3_000;
    private const double Most = 2;
    private const string Results = "artifacts/bench/scale.json";
    private const double MostMilliseconds = 200;

    /// <summary>Measures one engine. A process knows the model of one alone, so each is measured by its own.</summary>
    /// <param name="server">PostgreSQL's; null measures SQLite.</param>
    public static async Task<int> Run(string program, string? server)
    {
        await using var few = await Archive.Get(Few, server);
        await using var many = await Archive.Get(Many, server);
        var engine = server is null ? "SQLite" : "PostgreSQL";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nscale on {engine}: {Few:N0} stories beside {Many:N0}, in turns, median (and worst) in milliseconds\n"));
        List<Comparison> all = [.. await Pages(few, many), .. await Over(program, few, many)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n  over {Most:N0} ×: {Join(all.Where(c => c.Ratio > Most))}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  searches over {MostMilliseconds:N0} ms: {Join(all.Where(c => c.Name.StartsWith("search", StringComparison.Ordinal) && c.WorstOfMany > MostMilliseconds))}"));
        Directory.CreateDirectory("artifacts/bench");
        var results = File.Exists(Results) ? JsonNode.Parse(await File.ReadAllTextAsync(Results))?["results"]?.AsObject() ?? [] : [];
        results[engine] = JsonSerializer.SerializeToNode(all);
        await File.WriteAllTextAsync(Results, new JsonObject { ["few"] = Few, ["many"] = Many, ["results"] = results.DeepClone() }.ToJsonString());
        return 0;
    }

    private static string Join(IEnumerable<Comparison> over) => string.Join("; ", over.Select(c => c.Name)) is { Length: > 0 } names ? names : "none";

    private static async Task<List<Comparison>> Pages(Archive few, Archive many)
    {
        var (left, right) = (await ArchivePages.Of(few), await ArchivePages.Of(many));
        Heading("not in the cache, in process");
        var measured = new List<Comparison>();
        foreach (var kind in ArchivePages.Kinds)
        {
            measured.Add(Say(await Comparison.Of(kind, 21, i => left.Make(kind, i), i => right.Make(kind, i))));
        }

        return measured;
    }

    private static async Task<List<Comparison>> Over(string program, Archive few, Archive many)
    {
        Heading("the published program");
        List<Comparison> measured =
        [
            Say(await Comparison.Of("start to the front page", 5, _ => Start(program, few), _ => Start(program, many))),
        ];
        await using var left = await ServedArchive.Start(program, few);
        await using var right = await ServedArchive.Start(program, many);
        measured.Add(Say(await Comparison.Of("front, cached", 400, _ => left.Read("/"), _ => right.Read("/"))));
        measured.Add(Say(await Comparison.Of("story, cached", 400, i => left.Read(ArchiveStories.PathOf(Cached(i))), i => right.Read(ArchiveStories.PathOf(Cached(i))))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"memory after the start, MB",-44}{left.Megabytes,9:N0}{right.Megabytes,9:N0}"));
        Heading("lists of the API");
        foreach (var (name, path) in ServedArchive.Lists)
        {
            measured.Add(Say(await Comparison.Of(name, 15, _ => left.Ask(path(left)), _ => right.Ask(path(right)))));
        }

        Heading("search");
        foreach (var (name, query) in ServedArchive.Searches)
        {
            measured.Add(Say(await Comparison.Of("search: " + name, 15, i => left.Read("/search" + query(i)), i => right.Read("/search" + query(i)))));
        }

        Heading("different stories, not in the cache");
        measured.Add(Say(await Comparison.Of("story", 800, i => left.Read(ArchiveStories.PathOf(Stays(110 + i))), i => right.Read(ArchiveStories.PathOf(Stays(110 + (i * 113)))))));
        for (var i = 0; i < Read; i++)
        {
            await left.Read(ArchiveStories.PathOf(Stays(i % (Few - 20))));
            await right.Read(ArchiveStories.PathOf(Stays(i * 31 % (Many - 20))));
        }

        measured.Add(Say(new Comparison(string.Create(CultureInfo.InvariantCulture, $"memory after {Read:N0} readings more, MB"), left.Megabytes, right.Megabytes, left.Megabytes, right.Megabytes)));
        return measured;
    }

    // A few that stay in the cache.
    private static int Cached(int i) => Stays(100 + (i % 8));

    /// <summary>The next story from a number on that can be read.</summary>
    internal static int Stays(int number)
    {
        while (ArchiveStories.FateOf(number) is Fate.Withdrawn)
        {
            number++;
        }

        return number;
    }

    private static async Task<double> Start(string program, Archive archive)
    {
        await using var served = Served.Start(program, archive.Folder, archive.Database);
        return (await served.Read("/")).TotalMilliseconds;
    }

    private static void Heading(string text) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n  {text,-44}{Few,9:N0}{Many,9:N0}"));

    private static Comparison Say(Comparison c)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {c.Name,-44}{c.Few,9:N1}{c.Many,9:N1}{c.Ratio,7:N2} ×   ({c.WorstOfFew:N0} and {c.WorstOfMany:N0})"));
        return c;
    }
}
