using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Broadsheet.Platform.Database;

namespace Broadsheet.Bench;

/// <summary>The published program, serving a data folder until it is disposed.</summary>
internal sealed class Served(Process process, Stopwatch sinceStart, HttpClient client) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Uri Address => client.BaseAddress!;

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <param name="database">Another than SQLite in the data folder.</param>
    public static Served Start(string program, string data, DatabaseAddress? database = null)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(program, ["serve", "--data", data, "--urls", address, .. database is { Engine: Engine.Postgres } other ? ["--database", other.ConnectionString] : Array.Empty<string>()]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Clients say who they are, so that no limit of requests an address stands in the way.
        start.Environment["BROADSHEET_Proxies"] = "127.0.0.1";
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} can't be started.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Served(process, watch, new HttpClient { BaseAddress = new Uri(address) });
    }

    /// <summary>Reads a page, waiting for the server where it doesn't listen yet.</summary>
    /// <returns>How long after the start it was there.</returns>
    public async Task<TimeSpan> Read(string path)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    return sinceStart.Elapsed;
                }
            }
            catch (HttpRequestException) when (!process.HasExited && sinceStart.Elapsed < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
                continue;
            }

            throw new InvalidOperationException($"The program did not answer {path} with a page.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
