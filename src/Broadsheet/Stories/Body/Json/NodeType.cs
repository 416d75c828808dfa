using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>A kind of node: its name, what it holds, and the attributes it may carry.</summary>
internal sealed class NodeType(string name, Holds holds, params string[] attributes)
{
    public static readonly NodeType Doc = new("doc", Holds.Blocks);

    private static readonly NodeType[] All =
    [
        new("text", Holds.Nothing),
        new("paragraph", Holds.Inline, "id"),
        Doc,
        new("hardBreak", Holds.Nothing),
        new("heading", Holds.Inline, "id", "level"),
        new("figure", Holds.Nothing, "id", "image", "caption", "credit", "size"),
        new("bulletList", Holds.Items, "id"),
        new("orderedList", Holds.Items, "id", "start"),
        new("listItem", Holds.Blocks, "id"),
        new("blockquote", Holds.Blocks, "id"),
        new("pullQuote", Holds.Inline, "id", "attribution"),
        new("gallery", Holds.Nothing, "id", "images"),
        new("comparison", Holds.Nothing, "id", "before", "after", "caption", "credit"),
        new("factbox", Holds.Blocks, "id", "title"),
        new("table", Holds.Rows, "id"),
        new("tableRow", Holds.Cells, "id"),
        new("tableHeader", Holds.Blocks, "id", "colspan", "rowspan", "colwidth"),
        new("tableCell", Holds.Blocks, "id", "colspan", "rowspan", "colwidth"),
        new("embed", Holds.Nothing, "id", "url", "caption"),
        new("timeline", Holds.Nothing, "id", "topic", "question"),
        new("whatWeKnow", Holds.Nothing, "id", "question"),
        new("background", Holds.Nothing, "id", "background", "version"),
        new("gate", Holds.Nothing, "id"),
        new("horizontalRule", Holds.Nothing, "id"),
    ];

    private readonly JsonEncodedText _utf8 = JsonEncodedText.Encode(name);

    public string Name => name;

    public Holds Holds => holds;

    public Names Attributes { get; } = new(attributes);

    /// <summary>Whether it stands in a line of text.</summary>
    public bool IsInline => Name is "text" or "hardBreak";

    public static NodeType? Find(JsonElement name)
    {
        foreach (var type in All)
        {
            if (Texts.Is(name, type._utf8.EncodedUtf8Bytes))
            {
                return type;
            }
        }

        return null;
    }
}

/// <summary>What a node holds.</summary>
internal enum Holds
{
    Nothing,
    Inline,
    Blocks,
    Items,
    Rows,
    Cells,
}
