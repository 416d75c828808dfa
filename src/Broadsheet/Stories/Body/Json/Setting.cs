namespace Broadsheet.Stories.Body.Json;

/// <summary>Where a node stands: what holds it, how deep, and inside which boxes that may not stand in themselves.</summary>
internal readonly record struct Setting(NodeType Parent, int Depth, bool InFactbox, bool InTable)
{
    public static Setting Top { get; } = new(NodeType.Doc, 0, InFactbox: false, InTable: false);

    /// <summary>The setting of what <paramref name="type"/> holds, itself standing here.</summary>
    public Setting Within(NodeType type) =>
        new(type, Depth + 1, InFactbox || type.Name is "factbox", InTable || type.Name is "table");

    /// <summary>Why a block can't stand here, or null where it can.</summary>
    public string? Refusal(NodeType type)
    {
        if (type.Name is "text" or "hardBreak" && Parent.Holds is not Holds.Inline)
        {
            return $"Text can’t stand in “{Parent.Name}” by itself: it needs a paragraph.";
        }

        if (type.Name is "gate" && Depth > 0)
        {
            return "The gate stands at the top level, in no other block.";
        }

        if ((InFactbox && type.Name is "factbox") || (InTable && type.Name is "table"))
        {
            return $"A {type.Name} can’t stand in a {type.Name}.";
        }

        return Admits(type) ? null : $"“{type.Name}” can’t stand in “{Parent.Name}”.";
    }

    private bool Admits(NodeType type) => Parent.Holds switch
    {
        Holds.Nothing => false,
        Holds.Inline => type.IsInline,
        Holds.Items => type.Name is "listItem",
        Holds.Rows => type.Name is "tableRow",
        Holds.Cells => type.Name is "tableCell" or "tableHeader",
        Holds.Blocks => type.Name is not ("doc" or "listItem" or "tableRow" or "tableCell" or "tableHeader") && !type.IsInline,
        _ => throw new InvalidOperationException($"Unknown content {Parent.Holds}."),
    };
}
