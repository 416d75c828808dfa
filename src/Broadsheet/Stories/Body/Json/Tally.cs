namespace Broadsheet.Stories.Body.Json;

/// <summary>Counts nodes and characters of one reading.</summary>
internal sealed class Tally
{
    private int _nodes;
    private int _characters;

    public bool IsFull => _nodes > BodyLimits.Nodes || _characters > BodyLimits.Characters;

    public void AddNode() => _nodes++;

    public void Add(string text) => _characters += text.Length;

    /// <summary>What is too large, or null.</summary>
    public string? Refusal() => (_nodes, _characters) switch
    {
        ( > BodyLimits.Nodes, _) => "The document has more than 20,000 blocks and runs of text.",
        (_, > BodyLimits.Characters) => "The document has more than 500,000 characters.",
        _ => null,
    };
}
