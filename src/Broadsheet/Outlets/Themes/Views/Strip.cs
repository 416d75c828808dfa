namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A section's stories across the front page.</summary>
public sealed record Strip
{
    public required string Name { get; init; }

    /// <summary>The section front; null for a strip that has none.</summary>
    public string? Address { get; init; }

    /// <summary>How they are laid out; the default theme knows <c>cards</c>, <c>lead</c>, <c>columns</c>, <c>feature</c> and <c>opinion</c>.</summary>
    public required string Layout { get; init; }

    public required IReadOnlyList<Teaser> Teasers { get; init; }

    /// <summary>The section's language, where it isn't the page's.</summary>
    public string? Language { get; init; }

    /// <summary>The section's direction, where it isn't the page's.</summary>
    public string? Direction { get; init; }
}
