namespace Broadsheet.Outlets.Themes;

/// <summary>A theme's <c>theme.json</c>.</summary>
public sealed record ThemeManifest
{
    /// <summary>What the newsroom calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The theme whose files stand in for those that this one lacks; null for a theme that is whole.</summary>
    public string? Extends { get; init; }

    /// <summary>Each stylesheet and the files of <c>assets</c> it is put together from, in order. Where empty, those of the extended theme.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Stylesheets { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
