using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Walks over the nodes of a list; each is the present one of the findings while it is looked at.</summary>
internal static class Nodes
{
    /// <summary>The nodes that may stand in <paramref name="setting"/>; the others are faults. It ends early where there is no need to read on.</summary>
    public static IEnumerable<Node> Of(JsonElement content, Findings findings, Tally tally, Setting setting)
    {
        if (content.ValueKind is not JsonValueKind.Array)
        {
            yield break;
        }

        if (setting.Depth >= BodyLimits.Depth && content.GetArrayLength() > 0)
        {
            findings.Add(".content", "A document is 24 levels deep at most.");
            yield break;
        }

        var index = 0;
        foreach (var json in content.EnumerateArray())
        {
            if (tally.IsFull || findings.AreEnough)
            {
                break;
            }

            tally.AddNode();
            findings.Enter(index++);
            if (Fitting(json, findings, setting) is { } node)
            {
                yield return node;
            }

            findings.Leave();
        }
    }

    private static Node? Fitting(JsonElement json, Findings findings, Setting setting)
    {
        if (Node.Read(json, findings, inText: setting.Parent.Holds is Holds.Inline) is not { } node)
        {
            return null;
        }

        if (setting.Refusal(node.Type) is { } refusal)
        {
            findings.Add(".type", refusal);
            return null;
        }

        return node;
    }
}
