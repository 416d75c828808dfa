namespace Broadsheet.Outlets.Themes.Views;

/// <summary>429, 500 or 503. <see cref="RequestId"/> lets the newsroom find what happened.</summary>
public sealed record ErrorPage : PageView
{
    public required string RequestId { get; init; }

    /// <summary>429: nothing is broken, the reader asks too often.</summary>
    public bool IsTooMany { get; init; }

    /// <summary>503: nothing is broken, what the page is made of can't be had for a moment.</summary>
    public bool IsAway { get; init; }
}
