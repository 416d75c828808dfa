using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Broadsheet.Readers;

namespace Broadsheet.Bench;

/// <summary>How many uncached story pages a second come out of the database as identity bytes, in process, on SQLite: 1,000 words, 5 pictures, two authors, three topics, a correction.</summary>
internal static class RenderBench
{
    private const int Rounds = 7;
    private const int Goal = 2000;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static async Task<int> Run()
    {
        await using var paper = await BenchPaper.Make();
        await Burst(paper, TimeSpan.FromSeconds(4));
        var rates = new List<double>();
        var before = Environment.CpuUsage.TotalTime;
        var pages = 0.0;
        for (var i = 0; i < Rounds; i++)
        {
            rates.Add(await Burst(paper, Length));
            pages += rates[^1] * Length.TotalSeconds;
        }

        // What other programs on the machine take away from the rate, they don't add to this.
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / pages;

        var page = await paper.Render(Audience.Visitor);
        var gzip = Compression(page, bytes => new GZipStream(bytes, CompressionLevel.Optimal));
        var brotli = Compression(page, bytes => new BrotliStream(bytes, CompressionLevel.Optimal));
        rates.Sort();
        var median = rates[Rounds / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            render: uncached story page, SQLite, in process, {Environment.ProcessorCount} cores, median of {Rounds}
              pages a second       {median,10:N0}   (least {rates[0]:N0}, most {rates[^1]:N0}; goal {Goal:N0}: {median / Goal:N2} ×)
              processor time       {processor,10:N0} µs a page, all threads, collections included
              page                 {page.Length,10:N0} bytes
              gzip, one core       {gzip.PerSecond,10:N0} pages a second, {gzip.Bytes:N0} bytes
              brotli, one core     {brotli.PerSecond,10:N0} pages a second, {brotli.Bytes:N0} bytes
            """));
        Directory.CreateDirectory("artifacts/bench");
        await File.WriteAllTextAsync("artifacts/bench/render.json", JsonSerializer.Serialize(new
        {
            pagesPerSecond = median,
            processorMicroseconds = processor,
            rounds = rates,
            ofGoal = median / Goal,
            bytes = page.Length,
            gzip = new { gzip.PerSecond, gzip.Bytes },
            brotli = new { brotli.PerSecond, brotli.Bytes },
        }));
        return 0;
    }

    private static async Task<double> Burst(BenchPaper paper, TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (watch.Elapsed < length)
            {
                await paper.Render(Audience.Visitor);
                count++;
            }

            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
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
