using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes.Views;

/// <summary>An author and what they wrote.</summary>
public sealed record AuthorPage : PageView
{
    public required string Name { get; init; }

    /// <summary>The author's beat: <c>Chief reporter</c>.</summary>
    public string? Role { get; init; }

    public PictureView? Portrait { get; init; }

    public Markup? Biography { get; init; }

    /// <summary>Where to write to them.</summary>
    public IReadOnlyList<LinkView> Links { get; init; } = [];

    public required IReadOnlyList<Teaser> Stories { get; init; }

    public Pager? Pager { get; init; }
}
