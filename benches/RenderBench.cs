using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Broadsheet.Readers;

namespace Broadsheet.Bench;

/// <summary>
/// How many uncached story pages a second come out of the database as identity bytes, in process, on SQLite: 1,000 words, 5 pictures, two authors, three topics, a correction.
/// Every page is another story. What other programs on the machine take away from the rate they hardly add to the processor time, so both are told.
/// </summary>
internal static class RenderBench
{
    private const int Rounds = 9;
    private const int Length = 1000;
    private const int WarmUps = 6;
    private const int Goal = 2000;

    public static async Task<int> Run()
    {
        await using var paper = await BenchPaper.Make();
        for (var i = 0; i < WarmUps; i++)
        {
            await Round(paper);
            // What is used much is compiled again in the background, after a moment's quiet.
            await Task.Delay(TimeSpan.FromMilliseconds(300));
        }

        var rates = new List<double>();
        var costs = new List<double>();
        var allocated = GC.GetTotalAllocatedBytes();
        for (var i = 0; i < Rounds; i++)
        {
            var (rate, cost) = await Round(paper);
            rates.Add(rate);
            costs.Add(cost);
        }

        allocated = (GC.GetTotalAllocatedBytes() - allocated) / (Rounds * Length);
        var page = await paper.Render(0, Audience.Visitor);
        var gzip = Compression(page, bytes => new GZipStream(bytes, CompressionLevel.Optimal));
        var brotli = Compression(page, bytes => new BrotliStream(bytes, CompressionLevel.Optimal));
        rates.Sort();
        costs.Sort();
        var medianRate = rates[Rounds / 2];
        var medianCost = costs[Rounds / 2];
        var onTwoCores = 2e6 / medianCost;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            render: uncached story page, SQLite, in process, {Environment.ProcessorCount} cores, median of {Rounds} × {Length} pages
              pages a second       {medianRate,10:N0}   as the clock says (least {rates[0]:N0}, most {rates[^1]:N0})
              processor time       {medianCost,10:N0} µs a page, all threads, collections included (least {costs[0]:N0}, most {costs[^1]:N0})
              on two cores         {onTwoCores,10:N0} pages a second of processor time (goal {Goal:N0}: {onTwoCores / Goal:N2} ×)
              allocated            {allocated,10:N0} bytes a page
              page                 {page.Length,10:N0} bytes
              gzip, one core       {gzip.PerSecond,10:N0} pages a second, {gzip.Bytes:N0} bytes
              brotli, one core     {brotli.PerSecond,10:N0} pages a second, {brotli.Bytes:N0} bytes
            """));
        Directory.CreateDirectory("artifacts/bench");
        await File.WriteAllTextAsync("artifacts/bench/render.json", JsonSerializer.Serialize(new
        {
            pagesPerSecond = medianRate,
            processorMicroseconds = medianCost,
            pagesPerSecondOnTwoCores = onTwoCores,
            ofGoal = onTwoCores / Goal,
            rounds = rates,
            processorRounds = costs,
            allocated,
            bytes = page.Length,
            gzip = new { gzip.PerSecond, gzip.Bytes },
            brotli = new { brotli.PerSecond, brotli.Bytes },
        }));
        return 0;
    }

    private static async Task<(double Rate, double Cost)> Round(BenchPaper paper)
    {
        var next = 0;
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i <= Length; i = Interlocked.Increment(ref next))
            {
                await paper.Render(i, Audience.Visitor);
            }
        })));
        return (Length / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Length);
    }

    private static (double PerSecond, int Bytes) Compression(byte[] page, Func<Stream, Stream> compress)
    {
        var watch = Stopwatch.StartNew();
        var count = 0;
        var size = 0;
        while (watch.Elapsed < TimeSpan.FromSeconds(1))
        {
            using var bytes = new MemoryStream();
            using (var stream = compress(bytes))
            {
                stream.Write(page);
            }

            size = bytes.ToArray().Length;
            count++;
        }

        return (count / watch.Elapsed.TotalSeconds, size);
    }
}
