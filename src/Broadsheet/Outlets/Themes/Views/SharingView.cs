namespace Broadsheet.Outlets.Themes.Views;

/// <summary>What other sites show of a page (Open Graph). All addresses are absolute.</summary>
public sealed record SharingView
{
    /// <summary><c>article</c> or <c>website</c>.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public string? Image { get; init; }

    public int? ImageWidth { get; init; }

    public int? ImageHeight { get; init; }

    public string? ImageAlt { get; init; }

    /// <summary>When a story was published, RFC 3339.</summary>
    public string? Published { get; init; }

    /// <summary>When a story last changed, RFC 3339.</summary>
    public string? Modified { get; init; }
}
