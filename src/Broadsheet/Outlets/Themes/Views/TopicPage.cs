using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes.Views;

/// <summary>All stories on a topic.</summary>
public sealed record TopicPage : PageView
{
    public required string Name { get; init; }

    /// <summary>What the topic is about.</summary>
    public Markup? Description { get; init; }

    /// <summary>How many stories: <c>24 stories</c>.</summary>
    public string? CountText { get; init; }

    public required IReadOnlyList<Teaser> Stories { get; init; }

    public Pager? Pager { get; init; }
}
