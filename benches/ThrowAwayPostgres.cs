using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace Broadsheet.Bench;

/// <summary>A PostgreSQL server of one's own in a temporary folder, which may be killed, paused and filled. What was committed survives a kill, as on a real server; a power cut it would not.</summary>
internal sealed class ThrowAwayPostgres : IAsyncDisposable
{
    private const int Stop = 19;
    private const int Continue = 18;
    private const int Interrupt = 2;
    private const int MostConnections = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("broadsheet-pg-").FullName;
    private readonly string _programs;
    private Process? _server;

    private ThrowAwayPostgres(string programs) => _programs = programs;

    /// <summary>As <c>--database</c> takes it.</summary>
    public string Address => Connection("broadsheet");

    /// <param name="programs">The folder of <c>initdb</c> and <c>postgres</c>.</param>
    public static async Task<ThrowAwayPostgres> Make(string programs)
    {
        var postgres = new ThrowAwayPostgres(programs);
        if (Environment.UserName == "root")
        {
            await Run("chown", "postgres", postgres._folder);
        }

        await Run([.. postgres.AsItself("initdb"), "--pgdata", postgres.Data, "--auth", "trust", "--username", "broadsheet", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]);
        await postgres.Start();
        return postgres;
    }

    /// <summary>Starts the server, and comes back when it answers.</summary>
    public async Task Start()
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            _server ??= Launch();
            if (await Answers())
            {
                return;
            }

            if (_server.HasExited)
            {
                // What the last one left behind is still going away.
                _server.Dispose();
                _server = null;
            }

            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException($"PostgreSQL in {_folder} can't be started.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Ends it as a crash would, with all its processes.</summary>
    public async Task Kill()
    {
        if (_server is { } server)
        {
            foreach (var process in Family())
            {
                _ = kill(process, 9);
            }

            await server.WaitForExitAsync();
            server.Dispose();
            _server = null;
        }
    }

    /// <summary>Ends it in good order, cutting off whoever is connected.</summary>
    public async Task ShutDown()
    {
        if (_server is { } server)
        {
            _ = kill(server.Id, Interrupt);
            await server.WaitForExitAsync();
            server.Dispose();
            _server = null;
        }
    }

    /// <summary>Nothing moves any more, and nobody is told.</summary>
    public void Pause() => Signal(Stop);

    public void GoOn() => Signal(Continue);

    public async Task ReadOnly(bool isReadOnly)
    {
        await using var connection = await Open();
        await Execute(connection, isReadOnly ? "ALTER SYSTEM SET default_transaction_read_only = on" : "ALTER SYSTEM RESET default_transaction_read_only");
        await Execute(connection, "SELECT pg_reload_conf()");
    }

    /// <summary>Cuts everybody off and takes all places.</summary>
    /// <returns>Gives them back when it is disposed.</returns>
    public async Task<IAsyncDisposable> Fill()
    {
        var taken = new Taken();
        var first = await Open();
        taken.Add(first);
        for (var i = 0; i < 4 * MostConnections; i++)
        {
            await Execute(first, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name <> 'outage' AND backend_type = 'client backend'");
            try
            {
                taken.Add(await Open());
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.TooManyConnections)
            {
                break;
            }
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        GoOn();
        await Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private Process Launch()
    {
        List<string> command =
        [
            .. AsItself("postgres"), "-D", Data, "-c", "listen_addresses=", "-c", $"unix_socket_directories={_folder}", "-c", "fsync=off", "-c", "full_page_writes=off",
            "-c", string.Create(CultureInfo.InvariantCulture, $"max_connections={MostConnections}"), "-c", "restart_after_crash=off",
        ];
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = "/" };
        var server = Process.Start(start) ?? throw new InvalidOperationException("PostgreSQL can't be started.");
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return server;
    }

    // PostgreSQL refuses to run as root.
    private string[] AsItself(string program) => Environment.UserName == "root"
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", Path.Combine(_programs, program)]
        : [Path.Combine(_programs, program)];

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]}: {await output}{error}");
        }
    }

    private async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection("postgres", timeout: 1));
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(Connection("postgres") + ";Options=-c default_transaction_read_only=off");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Connection(string database, int timeout = 15) => database == "broadsheet"
        ? $"Host={_folder};Username=broadsheet;Database=broadsheet;Maximum Pool Size=20"
        : string.Create(CultureInfo.InvariantCulture, $"Host={_folder};Username=broadsheet;Database={database};Pooling=false;Timeout={timeout};Application Name=outage");

    private void Signal(int signal)
    {
        foreach (var process in Family())
        {
            _ = kill(process, signal);
        }
    }

    // The server first, so that it starts no more.
    private IEnumerable<int> Family()
    {
        if (_server is not { HasExited: false } server)
        {
            return [];
        }

        return
        [
            server.Id,
            .. Directory.EnumerateDirectories("/proc")
                .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id > 0 && ParentOf(id) == server.Id),
        ];
    }

    private static int ParentOf(int process)
    {
        try
        {
            // The name in brackets may hold anything.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);

    private sealed class Taken : IAsyncDisposable
    {
        private readonly List<NpgsqlConnection> _connections = [];

        public void Add(NpgsqlConnection connection) => _connections.Add(connection);

        public async ValueTask DisposeAsync()
        {
            foreach (var connection in _connections)
            {
                await connection.DisposeAsync();
            }
        }
    }
}
