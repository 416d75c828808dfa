using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A page that isn't a story: about, terms, privacy.</summary>
public sealed record StaticPage : PageView
{
    public required string Heading { get; init; }

    public required Markup Body { get; init; }

    /// <summary>When it last changed, or from when it holds.</summary>
    public TimeView? Updated { get; init; }

    /// <summary>Earlier versions, of the terms.</summary>
    public IReadOnlyList<LinkView> Versions { get; init; } = [];
}
