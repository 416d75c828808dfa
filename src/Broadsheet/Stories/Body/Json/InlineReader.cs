using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Reads a line of text. Runs with the same marks that stand side by side become one.</summary>
internal sealed class InlineReader(Findings findings, Tally tally)
{
    private readonly MarkReader _marks = new(findings, tally);

    public IReadOnlyList<Inline> Read(Node parent, Setting setting)
    {
        var line = new Line();
        foreach (var node in Nodes.Of(parent.Children(findings), findings, tally, setting))
        {
            // A break takes the marks that TipTap sets on it, and drops them: it has no looks of its own.
            node.RefuseContent(findings);
            Attributes.Of(node.Attrs, node.Type.Attributes, findings, tally, ".attrs");
            var marks = _marks.Read(node.Marks);
            if (node.Type.Name is "text")
            {
                line.Add(Text(node.Text), marks);
            }
            else
            {
                node.RefuseText(findings);
                line.Break();
            }
        }

        return line.End();
    }

    private string Text(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.String)
        {
            findings.Add(".text", "Text needs its “text”.");
            return "";
        }

        if (Texts.Refusal(json, int.MaxValue, out var text) is { } refusal)
        {
            findings.Add(".text", refusal);
        }
        else if (text.Length is 0)
        {
            findings.Add(".text", "A run of text can’t be empty.");
        }

        tally.Add(text);
        return text;
    }
}
