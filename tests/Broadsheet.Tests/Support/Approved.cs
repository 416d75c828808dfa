using System.Runtime.CompilerServices;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>Holds a rendering against the approved one beside the test: <c>Approved/NAME</c>.</summary>
internal static class Approved
{
    public static void Equal(string name, string received, [CallerFilePath] string test = "")
    {
        var approvedFile = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name);
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (approved.Equals(received, StringComparison.Ordinal))
        {
            return;
        }

        var receivedFile = Path.Combine(AppContext.BaseDirectory, "received", name);
        Directory.CreateDirectory(Path.GetDirectoryName(receivedFile)!);
        File.WriteAllText(receivedFile, received);
        Assert.Fail($"{name} is no longer what was approved. {FirstDifference(approved, received)}\nIf the change is meant: cp {receivedFile} {approvedFile}");
    }

    private static string FirstDifference(string approved, string received)
    {
        var (before, now) = (approved.Split('\n'), received.Split('\n'));
        var line = before.Zip(now).TakeWhile(pair => pair.First.Equals(pair.Second, StringComparison.Ordinal)).Count();
        return $"Line {line + 1}:\n  approved: {before.ElementAtOrDefault(line) ?? "(ends)"}\n  received: {now.ElementAtOrDefault(line) ?? "(ends)"}";
    }
}
