namespace Broadsheet.Outlets.Themes.Views;

/// <summary>410: a story that was withdrawn, with the reason given to readers.</summary>
public sealed record GonePage : PageView
{
    /// <summary>The headline it had; null where that may not be said.</summary>
    public string? Headline { get; init; }

    public required string Reason { get; init; }

    public required TimeView Withdrawn { get; init; }

    /// <summary>Its public history, where that may be read.</summary>
    public string? HistoryAddress { get; init; }

    /// <summary>What to read instead: the latest.</summary>
    public IReadOnlyList<Teaser> Latest { get; init; } = [];
}
