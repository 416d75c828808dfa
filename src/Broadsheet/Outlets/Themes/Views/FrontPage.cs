namespace Broadsheet.Outlets.Themes.Views;

/// <summary>The front page.</summary>
public sealed record FrontPage : PageView
{
    /// <summary>What leads; null on a newspaper without stories.</summary>
    public Teaser? Lead { get; init; }

    /// <summary>Two to four stories beside the lead, each with its picture: how many of them there is room for, the theme knows.</summary>
    public IReadOnlyList<Teaser> Seconds { get; init; } = [];

    /// <summary>The rest of what the editors placed, in a row below.</summary>
    public IReadOnlyList<Teaser> Thirds { get; init; } = [];

    /// <summary>The latest, newest first: headline and hour.</summary>
    public IReadOnlyList<Teaser> Briefs { get; init; } = [];

    public IReadOnlyList<Strip> Strips { get; init; } = [];
}
