using System.Diagnostics;
using Broadsheet.Tests.Architecture;
using Xunit;

namespace Broadsheet.Tests.Checks;

/// <summary>Programs that are not ours and read what we publish.</summary>
internal static class OtherProgram
{
    /// <summary>The folder with the scripts, and with what npm fetched.</summary>
    public static readonly string Folder = Path.Combine(Repository.Root, "tests/Broadsheet.BrowserTests");

    /// <summary>Runs one to its end.</summary>
    /// <param name="name">What it is called on the path.</param>
    /// <param name="home">Where it keeps what it keeps.</param>
    public static async Task<(int Code, string Output, string Error)> Run(string name, IEnumerable<string> arguments, string? home = null)
    {
        var start = new ProcessStartInfo(name, arguments) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (home is not null)
        {
            start.Environment["HOME"] = home;
        }

        using var program = Process.Start(start)!;
        var said = await Task.WhenAll(program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (program.ExitCode, said[0], said[1]);
    }
}
