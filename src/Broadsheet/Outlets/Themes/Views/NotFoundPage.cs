namespace Broadsheet.Outlets.Themes.Views;

/// <summary>404: nothing is here and nothing was.</summary>
public sealed record NotFoundPage : PageView
{
    /// <summary>What to read instead: the latest.</summary>
    public IReadOnlyList<Teaser> Latest { get; init; } = [];
}
