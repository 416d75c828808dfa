using Broadsheet.Outlets.Themes.Views;

namespace Broadsheet.Outlets.Feeds;

/// <summary>What a feed says, the same in every format. All addresses are absolute.</summary>
public sealed record Feed
{
    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The page that shows the same.</summary>
    public required string Home { get; init; }

    /// <summary>The feed itself, in this format.</summary>
    public required string Self { get; init; }

    /// <summary>The hub that tells of changes (WebSub); null where there is none.</summary>
    public string? Hub { get; init; }

    /// <summary>When an entry last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }
}

/// <summary>A story in a feed, as a visitor may read it.</summary>
public sealed record FeedEntry
{
    public required Guid Story { get; init; }

    public required string Address { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    /// <summary>Well-formed, so that it stands in XML as well as in HTML.</summary>
    public required string Html { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>The newest version, correction or withdrawal.</summary>
    public required DateTimeOffset Updated { get; init; }

    public IReadOnlyList<LinkView> Authors { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public FeedPicture? Picture { get; init; }

    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];

    /// <summary>Why the story was taken back; null where it stands.</summary>
    public FeedWithdrawal? Withdrawal { get; init; }

    /// <summary>There is nothing more for those with access.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The same whatever becomes of the story's address.</summary>
    public string Id => $"urn:uuid:{Story}";
}

/// <summary>A lead picture. Sizes are pixels.</summary>
public sealed record FeedPicture(string Address, int Width, int Height, string Alt, string? Caption, string? Credit);

/// <summary>That a story was taken back.</summary>
public sealed record FeedWithdrawal(DateTimeOffset At, string Reason);
