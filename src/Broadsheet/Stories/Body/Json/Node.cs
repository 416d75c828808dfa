using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>The parts of one node's JSON, in whatever order they stood.</summary>
internal readonly record struct Node(NodeType Type, JsonElement Attrs, JsonElement Content, JsonElement Marks, JsonElement Text)
{
    private static readonly Names Parts = new("type", "text", "marks", "attrs", "content");

    /// <summary>Whether nothing was put inside.</summary>
    public bool IsEmpty => Content.ValueKind is JsonValueKind.Undefined || (Content.ValueKind is JsonValueKind.Array && Content.GetArrayLength() is 0);

    /// <summary>Takes a node apart; null where it is none that we know, which is a fault then.</summary>
    /// <param name="inText">Whether it stands in a line of text.</param>
    public static Node? Read(JsonElement json, Findings findings, bool inText)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            findings.Add("", "A node is an object with a “type”.");
            return null;
        }

        var parts = Parts.Take(json, findings, "", "property");
        if (parts[0].ValueKind is not JsonValueKind.String)
        {
            findings.Add(".type", "A node needs a “type”.");
            return null;
        }

        if (NodeType.Find(parts[0]) is not { } type)
        {
            var name = Findings.Quoted(Texts.Find(parts[0]) ?? "\uFFFD");
            findings.Add(".type", $"There is no {(inText ? "inline node" : "block")} named “{name}”.");
            return null;
        }

        return new Node(type, parts[3], parts[4], parts[2], parts[1]);
    }

    /// <summary>The nodes inside; none where there is no list, which is a fault where there is something else.</summary>
    public JsonElement Children(Findings findings)
    {
        if (Content.ValueKind is JsonValueKind.Array or JsonValueKind.Undefined)
        {
            return Content;
        }

        findings.Add(".content", "“content” is a list of nodes.");
        return default;
    }

    public void RefuseContent(Findings findings)
    {
        if (!IsEmpty)
        {
            findings.Add(".content", $"“{Type.Name}” holds nothing.");
        }
    }

    public void RefuseText(Findings findings)
    {
        if (Text.ValueKind is not JsonValueKind.Undefined)
        {
            findings.Add(".text", "Only “text” has text.");
        }
    }

    public void RefuseMarks(Findings findings)
    {
        if (Marks.ValueKind is not JsonValueKind.Undefined && !(Marks.ValueKind is JsonValueKind.Array && Marks.GetArrayLength() is 0))
        {
            findings.Add(".marks", "Marks stand on text, not on blocks.");
        }
    }
}
