namespace Broadsheet.Outlets.Themes.Views;

/// <summary>The way to newer and older pages of a list; null addresses where there is none.</summary>
public sealed record Pager
{
    public string? Newer { get; init; }

    public string? Older { get; init; }

    /// <summary>Where the reader is: <c>Page 2 of 14</c>.</summary>
    public required string Text { get; init; }
}
