namespace Broadsheet.Stories.Body;

/// <summary>A story's body: the ProseMirror document of the API, as values.</summary>
public sealed record Document(IReadOnlyList<Block> Blocks)
{
    /// <summary>No text at all: what a new story starts with.</summary>
    public static Document Empty { get; } = new([]);
}
