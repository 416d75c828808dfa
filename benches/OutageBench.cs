using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Broadsheet.Readers;

namespace Broadsheet.Bench;

/// <summary>
/// Two nodes on a PostgreSQL that is killed, stopped, paused, filled and made read-only at random, while nodes are killed and started again, stories published, edited and withdrawn, and 32 connections read known pages in all
/// classes. Counts what readers should never meet: wrong pages, pages that are stale for longer than five seconds while all is well, known pages that are not there, withdrawn ones that are.
/// </summary>
internal sealed class OutageBench(string program, string postgresPrograms, TimeSpan length, int seed)
{
    private const int Connections = 32;
    private const int Stories = 12;
    private static readonly TimeSpan LongRun = TimeSpan.FromMinutes(2);

    private readonly long _start = Stopwatch.GetTimestamp();

    public async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("broadsheet-outage-").FullName;
        try
        {
            return await Run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> Run(string folder)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\noutage: {length.TotalMinutes:0.#} minutes, {Connections} connections, seed {seed}\n"));
        await using var postgres = await ThrowAwayPostgres.Make(postgresPrograms);
        await using var one = new OutageNode(program, 1, postgres.Address, folder);
        await using var two = new OutageNode(program, 2, postgres.Address, folder);
        OutageNode[] nodes = [one, two];
        var key = ClassKey.InFolder(one.Data);
        File.Copy(Path.Combine(one.Data, "class.key"), Path.Combine(two.Data, "class.key"));
        foreach (var node in nodes)
        {
            await node.Start();
            node.UpSince = Now();
        }

        var (random, counts, known) = (new Random(seed), new OutageCounts(), new OutageKnown());
        var faults = new OutageFaults(postgres, nodes, known, new Random(seed + 1), Now);
        using var desk = new OutageDesk(nodes, await Token(one, postgres), Now);
        OutageStory[] stories = [.. Enumerable.Range(0, Stories).Select(i => new OutageStory(i, (i % 3) switch { 0 => "public", 1 => "readers", _ => "members" }))];
        foreach (var story in stories)
        {
            await desk.Make(story, CancellationToken.None);
        }

        List<OutageReader> readers = [.. Enumerable.Range(0, Connections).Select(i => new OutageReader(nodes, stories, counts, known, Class(i % 3, key), Now))];
        foreach (var (reader, node) in readers.Take(3).SelectMany(reader => nodes.Select(node => (reader, node))))
        {
            await reader.ReadAll(node);
        }

        var begun = Now();
        bool GoesOn() => Now() - begun < length;
        var pace = length < LongRun ? 0.3 : 1;
        List<Task> work =
        [
            .. readers.Select((reader, i) => reader.Read(new Random(seed + 10 + i), nodes[i % nodes.Length], GoesOn, () => faults.Calm)),
            desk.Work(stories, random, GoesOn, CancellationToken.None),
            faults.TroublePostgres(GoesOn, pace),
            faults.KillNodes(GoesOn, pace),
        ];
        await Task.WhenAll(work);
        await AtRest(readers, nodes, () => faults.Calm);
        readers.ForEach(reader => reader.Dispose());
        return await Report(counts, desk, faults, nodes);
    }

    // When all is well again, all is right again.
    private async Task AtRest(List<OutageReader> readers, OutageNode[] nodes, Func<TimeSpan?> calm)
    {
        var until = Now() + OutageStory.Fresh + OutageStory.Fresh;
        await Task.WhenAll(readers.Select((reader, i) => reader.Read(new Random(seed + 100 + i), nodes[i % nodes.Length], () => Now() < until, calm)));
    }

    private async Task<int> Report(OutageCounts counts, OutageDesk desk, OutageFaults faults, OutageNode[] nodes)
    {
        var answers = counts.Right + counts.Wrong + counts.Stale + counts.Withdrawn;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

              read                 {answers,10:N0} stories on pages, {counts.ReroutedRequests:N0} requests sent on to the other node
              changed              {desk.Done,10:N0} times over the API, {desk.Pending:N0} of them answered before every node had it
              wrong                {counts.Wrong,10:N0}
              stale beyond 5 s     {counts.Stale,10:N0}
              known, and failed    {counts.FailedKnown,10:N0}
              withdrawn, and shown {counts.Withdrawn,10:N0}
              not known yet, or taken back and not made again: {counts.FailedUnknown:N0} answered 503
            """));
        foreach (var example in counts.Examples)
        {
            Console.WriteLine("  " + example);
        }

        foreach (var line in counts.IsClean ? [] : nodes.SelectMany(node => node.Complaints.TakeLast(30).Select(line => $"  node {node.Number}: {line}")))
        {
            Console.WriteLine(line);
        }

        Directory.CreateDirectory("artifacts/bench");
        await File.WriteAllTextAsync("artifacts/bench/outage.json", JsonSerializer.Serialize(new
        {
            minutes = length.TotalMinutes,
            connections = Connections,
            seed,
            read = answers,
            changed = desk.Done,
            pending = desk.Pending,
            wrong = counts.Wrong,
            stale = counts.Stale,
            failedKnown = counts.FailedKnown,
            withdrawnShown = counts.Withdrawn,
            failedUnknown = counts.FailedUnknown,
            rerouted = counts.ReroutedRequests,
            faults = faults.Done,
            examples = counts.Examples,
        }));
        return counts.IsClean && answers > 0 && desk.Done > Stories ? 0 : 1;
    }

    private static OutageReader.Reader Class(int number, ClassKey key)
    {
        var cookies = new ClassCookie(key, TimeProvider.System);
        return number switch
        {
            0 => new OutageReader.Reader("visitor", null, access => access == "public"),
            1 => new OutageReader.Reader("reader", () => $"{ClassCookie.Name}={cookies.Issue(Audience.Reader)}", access => access != "members"),
            _ => new OutageReader.Reader("member", () => $"{ClassCookie.Name}={cookies.Issue(Audience.Member("friend", 10))}", _ => true),
        };
    }

    private async Task<string> Token(OutageNode node, ThrowAwayPostgres postgres)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["token", "create", "outage", "--role", "admin", "--data", node.Data, "--database", postgres.Address]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var token = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return token.Trim();
    }

    private TimeSpan Now() => Stopwatch.GetElapsedTime(_start);
}
