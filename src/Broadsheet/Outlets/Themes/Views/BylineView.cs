namespace Broadsheet.Outlets.Themes.Views;

/// <summary>One author of a story.</summary>
public sealed record BylineView(string Name)
{
    /// <summary>The author's page; null for a name without one.</summary>
    public string? Address { get; init; }

    /// <summary>What stands before the name in a row of names: nothing, <c>, </c> or <c> and </c>.</summary>
    public string Before { get; init; } = "";

    public PictureView? Portrait { get; init; }

    /// <summary>A sentence on the author, at the story's end.</summary>
    public string? Note { get; init; }
}
