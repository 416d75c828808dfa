namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A named address.</summary>
public sealed record LinkView(string Name, string Address)
{
    /// <summary>The page itself, or the section it belongs to.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>The language of the name, where it isn't the page's.</summary>
    public string? Language { get; init; }

    /// <summary>The direction of the name, where it isn't the page's.</summary>
    public string? Direction { get; init; }

    /// <summary>What is nested under it: a section's sections.</summary>
    public IReadOnlyList<LinkView> Children { get; init; } = [];
}
