using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>The built program as a process of its own: for commands, for signals, and for what a kill must not break.</summary>
public sealed class BuiltProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Captured _output;
    private readonly Captured _error;

    private BuiltProgram(Process process)
    {
        _process = process;
        _output = new Captured(process.StandardOutput);
        _error = new Captured(process.StandardError);
    }

    /// <summary>Where a serving program listens.</summary>
    public Uri Address { get; private init; } = new("http://localhost");

    public HttpClient Http { get; private init; } = new();

    /// <summary>What it has written so far.</summary>
    public string Output => _output.Text;

    /// <inheritdoc cref="Output"/>
    public string Error => _error.Text;

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ended> Run(IReadOnlyList<string> arguments, IReadOnlyList<(string Key, string Value)>? environment = null)
    {
        await using var program = Start(arguments, environment);
        return await program.End();
    }

    /// <summary>Runs a command on a test's database.</summary>
    public static Task<Ended> Run(TestDatabase on, params string[] arguments) => Run([.. arguments, .. Where(on)]);

    /// <summary>Starts a command and comes back at once.</summary>
    public static BuiltProgram Start(IReadOnlyList<string> arguments, IReadOnlyList<(string Key, string Value)>? environment = null) => new(Process.Start(Described(arguments, environment))!);

    /// <summary>Starts <c>serve</c> on a test's database and waits until it answers readers.</summary>
    public static async Task<BuiltProgram> Serve(TestDatabase on, IReadOnlyList<(string Key, string Value)>? environment = null, string command = "serve")
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort.Take()}"));
        var process = Process.Start(Described([command, "--urls", address.GetLeftPart(UriPartial.Authority), .. Where(on)], environment))!;
        var program = new BuiltProgram(process) { Address = address, Http = new HttpClient { BaseAddress = address } };
        await program.Ready();
        return program;
    }

    /// <summary>Waits for a line on standard output.</summary>
    public async Task<Match> Line(Regex wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (wanted.Match(Output) is { Success: true } found)
            {
                return found;
            }

            await asking.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to end (SIGTERM) and waits until it has.</summary>
    public async Task<Ended> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await End();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<Ended> End()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new Ended(_process.ExitCode, await _output.All(), await _error.All());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        Http.Dispose();
        _process.Dispose();
    }

    private async Task Ready()
    {
        // It says so on standard output when it listens; the database may take a little longer.
        if (!await _output.AnyLine().WaitAsync(Patience))
        {
            throw new InvalidOperationException($"The program ended before it listened.\n{Error}");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            using var answer = await Http.GetAsync("/readyz", patience.Token);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }
        }
        while (await asking.WaitForNextTickAsync(patience.Token));
    }

    private static string[] Where(TestDatabase on) => on.Connection is { } connection ? ["--data", on.Data, "--database", connection] : ["--data", on.Data];

    private static ProcessStartInfo Described(IReadOnlyList<string> arguments, IReadOnlyList<(string Key, string Value)>? environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "broadsheet.exe" : "broadsheet"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var key in start.Environment.Keys.Where(k => k.StartsWith("BROADSHEET_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(key);
        }

        foreach (var (key, value) in environment ?? [])
        {
            start.Environment[key] = value;
        }

        return start;
    }

    private sealed class Captured
    {
        private readonly StringBuilder _text = new();
        private readonly TaskCompletionSource<bool> _anyLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task _read;

        public Captured(StreamReader stream) => _read = Read(stream);

        public string Text
        {
            get
            {
                lock (_text)
                {
                    return _text.ToString();
                }
            }
        }

        /// <summary>True at the first line, false where it ends without one.</summary>
        public Task<bool> AnyLine() => _anyLine.Task;

        public async Task<string> All()
        {
            await _read;
            return Text;
        }

        private async Task Read(StreamReader stream)
        {
            while (await stream.ReadLineAsync() is { } line)
            {
                lock (_text)
                {
                    _text.Append(line).Append('\n');
                }

                _anyLine.TrySetResult(true);
            }

            _anyLine.TrySetResult(false);
        }
    }
}
