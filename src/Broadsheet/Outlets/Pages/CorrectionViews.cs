using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Stories;

namespace Broadsheet.Outlets.Pages;

/// <summary>Corrections as templates take them.</summary>
public static class CorrectionViews
{
    /// <param name="place">Counts the corrections of a page, from 1.</param>
    public static CorrectionView Of(PageContext page, Correction correction, int place, LinkView? story = null) => new()
    {
        Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"correction-{place}"),
        Kind = KindName(correction.Kind),
        Label = page.Words["correctionKind." + KindName(correction.Kind)],
        Time = page.Moments.Day(correction.At),
        Text = correction.Text,
        Wrong = correction.Wrong,
        Right = correction.Right,
        Story = story,
    };

    /// <summary>What readers have to know before they read stands above the story, all else below it.</summary>
    public static bool IsNotice(CorrectionKind kind) => kind is CorrectionKind.Retraction or CorrectionKind.EditorsNote;

    /// <summary>As the API and the attribute <c>data-correction</c> name it.</summary>
    public static string KindName(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Correction => "correction",
        CorrectionKind.Clarification => "clarification",
        CorrectionKind.Update => "update",
        CorrectionKind.EditorsNote => "editorsNote",
        CorrectionKind.Retraction => "retraction",
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };
}
