using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Reads the marks of a run of text.</summary>
internal sealed class MarkReader(Findings findings, Tally tally)
{
    private static readonly Names Parts = new("type", "attrs");
    private static readonly Names NoAttributes = new();
    private static readonly Names LinkAttributes = new("href", "title");
    private static readonly Names StatementAttributes = new("ids", "role");

    public Marks Read(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Undefined)
        {
            return Marks.None;
        }

        if (json.ValueKind is not JsonValueKind.Array)
        {
            findings.Add(".marks", "“marks” is a list.");
            return Marks.None;
        }

        var marks = Marks.None;
        var index = 0;
        foreach (var mark in json.EnumerateArray())
        {
            if (findings.AreEnough)
            {
                break;
            }

            findings.Mark(index++);
            marks = Add(marks, mark);
        }

        findings.Mark(null);
        return marks;
    }

    private Marks Add(Marks marks, JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            findings.Add("", "A mark is an object with a “type”.");
            return marks;
        }

        var parts = Parts.Take(json, findings, "", "property");
        var name = parts[0].ValueKind is JsonValueKind.String ? Texts.Find(parts[0]) ?? "\uFFFD" : "";
        switch (name)
        {
            case "bold" when !marks.Bold:
                Attributes.Of(parts[1], NoAttributes, findings, tally, ".attrs");
                return marks with { Bold = true };
            case "italic" when !marks.Italic:
                Attributes.Of(parts[1], NoAttributes, findings, tally, ".attrs");
                return marks with { Italic = true };
            case "link" when marks.Link is null:
                return marks with { Link = Link(Attributes.Of(parts[1], LinkAttributes, findings, tally, ".attrs")) };
            case "statement" when marks.Statement is null:
                return marks with { Statement = Statement(Attributes.Of(parts[1], StatementAttributes, findings, tally, ".attrs")) };
            case "bold" or "italic" or "link" or "statement":
                findings.Add(".type", $"A run of text carries “{name}” once.");
                return marks;
            default:
                findings.Add(".type", name.Length is 0 ? "A mark needs a “type”." : $"There is no mark named “{Findings.Quoted(name)}”.");
                return marks;
        }
    }

    private static LinkMark Link(Attributes attributes)
    {
        var href = attributes.NeededText("href", BodyLimits.Address).Trim();
        if (href.Length > 0 && !Links.Allows(href))
        {
            attributes.Add(".href", Links.Rule);
        }

        return new LinkMark(href, attributes.Text("title", BodyLimits.Label));
    }

    private static StatementMark Statement(Attributes attributes)
    {
        var ids = attributes.List("ids", BodyLimits.StatementsInMark, (json, at) =>
        {
            var id = attributes.Read(json, at, BodyLimits.Id) ?? "";
            if (!BlockIds.IsOne(id))
            {
                attributes.Add(at, BlockIds.Rule);
            }

            return id;
        });
        return new StatementMark(ids, attributes.Choice("role", NamesOf.Roles));
    }
}
