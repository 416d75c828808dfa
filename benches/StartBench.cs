using System.Globalization;
using System.Text.Json;

namespace Broadsheet.Bench;

/// <summary>How long the published program takes from being started to its first pages, on data that is there already, and how much memory it holds when nothing happens.</summary>
internal static class StartBench
{
    private const int Rounds = 7;
    private const int Traffic = 3000;
    private const double GoalSeconds = 1.5;
    private const double GoalMegabytes = 150;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Stocking = TimeSpan.FromMinutes(1);

    public static async Task<int> Run(string program)
    {
        await using var paper = await BenchPaper.Make();
        var starts = new List<Start>();
        for (var i = 0; i <= Rounds; i++)
        {
            await using var served = Served.Start(program, paper.Folder);
            var start = new Start(await served.Read("/"), await served.Read(BenchPaper.Path(0)), served.ProcessorTime);
            if (i > 0)
            {
                starts.Add(start);
                continue;
            }

            // The first start brings the files into the machine's cache, and lays ready on disk what readers can reach, as on a node that has run before.
            await Task.Delay(Stocking);
        }

        await using var running = Served.Start(program, paper.Folder);
        await running.Read("/");
        await Task.Delay(Idle);
        var fresh = running.Megabytes;
        for (var i = 0; i < Traffic; i++)
        {
            await running.Read(BenchPaper.Path(i));
        }

        var busy = running.Megabytes;
        await Task.Delay(Idle);
        var used = running.Megabytes;

        var front = Median(starts.Select(s => s.Front));
        var story = Median(starts.Select(s => s.Story));
        var processor = Median(starts.Select(s => s.Processor));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            start: the published program on existing data, SQLite, {Environment.ProcessorCount} cores, median of {Rounds}
              front page after     {front.TotalSeconds,10:N2} s   (least {starts.Min(s => s.Front).TotalSeconds:N2}, most {starts.Max(s => s.Front).TotalSeconds:N2}; goal {GoalSeconds:N1})
              a story after        {story.TotalSeconds,10:N2} s
              processor time       {processor.TotalSeconds,10:N2} s until then, all threads
              memory, idle         {fresh,10:N0} MB resident {Idle.TotalMinutes:N0} minutes after the start (goal {GoalMegabytes:N0})
              memory, busy         {busy,10:N0} MB after {Traffic:N0} stories
              memory, idle again   {used,10:N0} MB {Idle.TotalMinutes:N0} minutes later
            """));
        Directory.CreateDirectory("artifacts/bench");
        await File.WriteAllTextAsync("artifacts/bench/start.json", JsonSerializer.Serialize(new
        {
            frontSeconds = front.TotalSeconds,
            storySeconds = story.TotalSeconds,
            processorSeconds = processor.TotalSeconds,
            ofGoal = front.TotalSeconds / GoalSeconds,
            idleMegabytes = fresh,
            busyMegabytes = busy,
            idleAgainMegabytes = used,
            rounds = starts.Select(s => new { front = s.Front.TotalSeconds, story = s.Story.TotalSeconds, processor = s.Processor.TotalSeconds }),
        }));
        return 0;
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Rounds / 2);

    private sealed record Start(TimeSpan Front, TimeSpan Story, TimeSpan Processor);
}
