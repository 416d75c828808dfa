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

    /// <summary>Opinion: with the authors' portraits instead of pictures.</summary>
    public bool IsOpinion => Layout is "opinion";

    /// <summary>Every story shows its picture; otherwise the first one alone does.</summary>
    public bool IsPictured => Layout is not ("lead" or "columns" or "feature" or "opinion");

    /// <summary>The section's language, where it isn't the page's.</summary>
    public string? Language { get; init; }

    /// <summary>The section's direction, where it isn't the page's.</summary>
    public string? Direction { get; init; }
}
