namespace Broadsheet.Outlets.Themes.Views;

/// <summary>One published version of a story.</summary>
public sealed record VersionView
{
    /// <summary>For links to it: <c>version-3</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>Version 3</c>.</summary>
    public required string Name { get; init; }

    public required TimeView Time { get; init; }

    /// <summary>What readers are reading now.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>The public note of what changed and why.</summary>
    public string? Note { get; init; }

    /// <summary>Why it is withheld; then it has no changes to show.</summary>
    public string? Withheld { get; init; }

    /// <summary>What differs from the version before, in reading order; empty for the first.</summary>
    public IReadOnlyList<ChangeView> Changes { get; init; } = [];

    /// <summary>How much: <c>3 passages changed</c>, or <c>First published</c>.</summary>
    public string? Summary { get; init; }
}

/// <summary>A block that changed. <see cref="Label"/> says which where it isn't a paragraph: <c>Headline</c>.</summary>
public sealed record ChangeView(string? Label, IReadOnlyList<RunView> Runs);

/// <summary>Words that stayed, went or came; at most one of <see cref="IsRemoved"/> and <see cref="IsAdded"/>.</summary>
public sealed record RunView(string Text, bool IsRemoved = false, bool IsAdded = false);
