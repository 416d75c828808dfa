namespace Broadsheet.Outlets.Themes.Views;

/// <summary>Everything the newspaper has corrected, newest first.</summary>
public sealed record CorrectionsPage : PageView
{
    public IReadOnlyList<CorrectionDay> Days { get; init; } = [];

    public Pager? Pager { get; init; }
}

/// <summary>The corrections of one day.</summary>
public sealed record CorrectionDay(TimeView Day, IReadOnlyList<CorrectionView> Corrections);
