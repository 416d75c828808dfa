namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A story's published versions, newest first.</summary>
public sealed record HistoryPage : PageView
{
    public required string Headline { get; init; }

    /// <summary>The story.</summary>
    public required string Address { get; init; }

    public required IReadOnlyList<VersionView> Versions { get; init; }

    /// <summary>What was corrected, newest first.</summary>
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];
}
