namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A story as other pages show it.</summary>
public sealed record Teaser
{
    /// <summary>A word or two above the headline: the topic, or the section.</summary>
    public string? Kicker { get; init; }

    public required string Headline { get; init; }

    public required string Address { get; init; }

    /// <summary>Left out where the layout has no room for it.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The authors in one line: <c>Mira Solvane and Tobin Ashgrove</c>.</summary>
    public string? Byline { get; init; }

    public TimeView? Time { get; init; }

    public PictureView? Picture { get; init; }

    /// <summary>The author's portrait, beside opinion.</summary>
    public PictureView? Portrait { get; init; }

    /// <summary>Who may read past the gate, where not everybody: <c>Members</c>.</summary>
    public string? AccessLabel { get; init; }

    /// <summary>A word on its state: <c>Corrected</c>.</summary>
    public string? Flag { get; init; }

    /// <summary>How large to show it: <c>lead</c>, <c>large</c>, <c>medium</c>, <c>small</c> or <c>brief</c>.</summary>
    public string Size { get; init; } = "medium";

    /// <summary>The story's language, where it isn't the page's.</summary>
    public string? Language { get; init; }

    /// <summary>The story's direction, where it isn't the page's.</summary>
    public string? Direction { get; init; }
}
