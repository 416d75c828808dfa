namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A correction, clarification, update, editor’s note or retraction.</summary>
public sealed record CorrectionView
{
    /// <summary>Unique on the page, for links to it: <c>correction-2</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>correction</c>, <c>clarification</c>, <c>update</c>, <c>editorsNote</c> or <c>retraction</c>: for class names and <c>data-correction</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind in the page's language: <c>Correction</c>.</summary>
    public required string Label { get; init; }

    public required TimeView Time { get; init; }

    public required string Text { get; init; }

    /// <summary>What was written.</summary>
    public string? Wrong { get; init; }

    /// <summary>What should have been.</summary>
    public string? Right { get; init; }

    /// <summary>The story; set on the corrections page.</summary>
    public LinkView? Story { get; init; }
}
