using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Broadsheet.Stories.Body;
using Broadsheet.Tests.Architecture;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

/// <summary>What the newsroom's editor makes, the server takes as it is. <c>EDITED_DOCUMENTS</c> says how many are tried; 1,000 unless told otherwise.</summary>
public sealed class EditedDocumentTests
{
    private const int FirstSeed = 1;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("EDITED_DOCUMENTS"), CultureInfo.InvariantCulture, out var count) ? count : 1000;

    [Fact]
    public async Task Whatever_edits_by_chance_leave_is_taken_and_written_the_same() => await AssertTaken(Count, FirstSeed);

    [Fact]
    public async Task So_are_edits_that_were_never_tried_before() => await AssertTaken(100, Random.Shared.Next(1_000_000, 1_000_000_000));

    private static async Task AssertTaken(int count, int first)
    {
        var bodies = await Bodies(count, first);
        Assert.Equal(count, bodies.Count);
        foreach (var (index, body) in bodies.Index())
        {
            var seed = $"seed {first + index}";
            var reading = new DocumentReader(new Random(0)).Read(body);
            Assert.True(reading.IsSound, $"{seed}: {string.Join(" ", reading.Faults.Select(f => $"{f.Place}: {f.Sentence}"))} {body}");
            var written = DocumentWriter.ToJson(reading.Document);
            Assert.True(JsonNode.DeepEquals(WithoutNewIds(written, body), JsonNode.Parse(body)), $"{seed}: {body}\nbecame\n{written}");
        }
    }

    /// <summary>What the server wrote, without the ids that it gave to blocks that had none.</summary>
    private static JsonNode WithoutNewIds(string written, string sent)
    {
        var (whole, asked) = (JsonNode.Parse(written)!, JsonNode.Parse(sent)!);
        Strip(whole, asked);
        return whole;
    }

    private static void Strip(JsonNode written, JsonNode sent)
    {
        if (sent["attrs"] is JsonObject attrs && !attrs.ContainsKey("id"))
        {
            (written["attrs"] as JsonObject)?.Remove("id");
        }

        if (written["content"] is JsonArray inside && sent["content"] is JsonArray same)
        {
            foreach (var (one, other) in inside.Zip(same))
            {
                Strip(one!, other!);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> Bodies(int count, int first)
    {
        string[] arguments = ["documents.mjs", count.ToString(CultureInfo.InvariantCulture), first.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = Path.Combine(Repository.Root, "newsroom-ui"), UseShellExecute = false, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
