using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A story, as one class of reader may read it.</summary>
public sealed record StoryPage : PageView
{
    /// <summary>A word or two above the headline: the topic, or the section, and its page.</summary>
    public LinkView? Kicker { get; init; }

    public required string Headline { get; init; }

    public string? Standfirst { get; init; }

    /// <summary>In order; each carries what stands before its name.</summary>
    public IReadOnlyList<BylineView> Bylines { get; init; } = [];

    public required TimeView Published { get; init; }

    /// <summary>When it last changed in substance.</summary>
    public TimeView? Updated { get; init; }

    /// <summary>How often it was updated, and its history: <c>2 updates</c>.</summary>
    public LinkView? History { get; init; }

    /// <summary>Who may read past the gate, where not everybody: <c>Members</c>.</summary>
    public string? AccessLabel { get; init; }

    public FigureView? Lead { get; init; }

    /// <summary>What a reader must know before reading: retractions, editor’s notes.</summary>
    public IReadOnlyList<CorrectionView> Notices { get; init; } = [];

    /// <summary>All others, told in full after the story; the first one is linked above it.</summary>
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];

    /// <summary>A line above the story that it was corrected, and the place: <c>Corrected on 22 November</c>.</summary>
    public LinkView? Corrected { get; init; }

    /// <summary>Where it was written. Null where <see cref="Body"/> begins with it.</summary>
    public string? Dateline { get; init; }

    /// <summary>The blocks this reader may read; null where there is no free part.</summary>
    public Markup? Body { get; init; }

    /// <summary>Set when there is more for those with access.</summary>
    public GateView? Gate { get; init; }

    /// <summary>The story in other languages; <see cref="LinkView.Language"/> is set.</summary>
    public IReadOnlyList<LinkView> Translations { get; init; } = [];

    public IReadOnlyList<LinkView> Topics { get; init; } = [];

    public IReadOnlyList<Teaser> Related { get; init; } = [];
}
