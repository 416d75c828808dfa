using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Bench;

/// <summary>A node of the published program at an address of its own that stays, however often it is killed and started again.</summary>
internal sealed class OutageNode : IAsyncDisposable
{
    private readonly string _program;
    private readonly string _database;
    private readonly string _media;
    private readonly List<string> _lines = [];
    private Process? _process;

    public OutageNode(string program, int number, string database, string folder)
    {
        (_program, Number, _database, _media) = (program, number, database, Path.Combine(folder, "media"));
        Data = Directory.CreateDirectory(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"node-{number}"))).FullName;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Served.FreePort()}"));
    }

    public int Number { get; }

    public string Data { get; }

    public Uri Address { get; }

    /// <summary>Since when it answers, in the checker's time; null while it is down.</summary>
    public TimeSpan? UpSince { get; set; }

    /// <summary>What it logged above information, over all its lives.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Starts it, and comes back when it can answer readers.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo(_program, ["serve", "--data", Data, "--database", _database, "--urls", Address.GetLeftPart(UriPartial.Authority)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["BROADSHEET_Media"] = _media;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{_program} can't be started.");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(2);)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !_process.HasExited)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException($"Node {Number} can't be started.\n{string.Join('\n', Complaints)}");
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task Kill()
    {
        UpSince = null;
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync() => await Kill();

    // What is wrong stands at the beginning; behind it there are stacks.
    private void Note(string? line)
    {
        if (line is not null && !line.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal))
        {
            lock (_lines)
            {
                _lines.Add(line.Length > 300 ? line[..300] : line);
            }
        }
    }
}
