using System.Collections.Concurrent;
using System.Diagnostics;

namespace Broadsheet.Bench;

/// <summary>Connections that read pages for as long as it lives, each so many a second; how long each page took is kept by rounds.</summary>
internal sealed class ReadingLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 });
    private readonly Task _all;
    private ConcurrentBag<double> _times = [];

    public ReadingLoad(IReadOnlyList<Uri> nodes, IReadOnlyList<string> paths, int connections, TimeSpan every) =>
        _all = Task.WhenAll(Enumerable.Range(0, connections).Select(i => Task.Run(() => Read(nodes[i % nodes.Count], paths, new Random(i), every))));

    /// <summary>What the pages of some time took, in milliseconds: the slowest of a hundred, and the middle one.</summary>
    public async Task<(double P99, double Median, int Pages)> Measure(TimeSpan time)
    {
        var times = _times = [];
        await Task.Delay(time);
        _times = [];
        double[] sorted = [.. times.Order()];
        return (sorted[sorted.Length * 99 / 100], sorted[sorted.Length / 2], sorted.Length);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _all;
        _client.Dispose();
        _end.Dispose();
    }

    private async Task Read(Uri node, IReadOnlyList<string> paths, Random random, TimeSpan every)
    {
        await Task.Delay(every * random.NextDouble());
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                var watch = Stopwatch.StartNew();
                using var answer = await _client.GetAsync(new Uri(node, paths[random.Next(paths.Count)]), _end.Token);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(_end.Token);
                _times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The measurement is over.
        }
    }
}
