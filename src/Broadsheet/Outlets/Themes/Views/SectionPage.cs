namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A section's front and the pages of its older stories.</summary>
public sealed record SectionPage : PageView
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The section it is nested in.</summary>
    public LinkView? Parent { get; init; }

    /// <summary>The sections nested in it.</summary>
    public IReadOnlyList<LinkView> Children { get; init; } = [];

    /// <summary>What leads; null on later pages.</summary>
    public Teaser? Lead { get; init; }

    /// <summary>The stories beside the lead; empty on later pages.</summary>
    public IReadOnlyList<Teaser> Seconds { get; init; } = [];

    /// <summary>The others, newest first.</summary>
    public IReadOnlyList<Teaser> Stories { get; init; } = [];

    public Pager? Pager { get; init; }
}
