using Broadsheet.Images;
using Broadsheet.Outlets.Themes.Views;

namespace Broadsheet.Outlets.Bodies;

/// <summary>What stands above and below a story's body, and belongs to it wherever it is read: what a reader must know before reading, the lead picture, where it was written; what was corrected.</summary>
public sealed record FeedEdges(IReadOnlyList<CorrectionView> Notices, Picture? Lead, string? Dateline, IReadOnlyList<CorrectionView> Corrections)
{
    /// <summary>The body alone.</summary>
    public static FeedEdges None { get; } = new([], null, null, []);
}
