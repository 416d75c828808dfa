using System.Diagnostics;
using System.Globalization;
using Broadsheet.Tests.Architecture;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

/// <summary>A short <c>./bench outage</c>: the same program, for seconds instead of minutes.</summary>
public sealed class OutageBenchTests
{
    private const string Minutes = "0.3";

    [PostgresFact]
    public async Task While_PostgreSQL_and_nodes_are_killed_readers_meet_nothing_wrong_stale_missing_or_withdrawn()
    {
        var bench = Path.Combine(Repository.Root, "benches", "bin", Configuration, "net10.0", "Broadsheet.Bench.dll");
        Assert.True(File.Exists(bench), $"{bench} is missing; “dotnet build” in the repository's folder makes it.");
        using var work = new TestFolder();
        var seed = Random.Shared.Next(100_000).ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet", [bench, "outage", Path.Combine(AppContext.BaseDirectory, "broadsheet"), Suite.PostgresPrograms, Minutes, seed])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = work.Path,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{output}\n{await error}");
    }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
