using System.Collections.Frozen;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes.Views;

/// <summary>The head, masthead, navigation and footer that all pages share.</summary>
public sealed record PageFrame
{
    private static readonly FrozenSet<string> Arabic =
        new[] { "ar", "ckb", "fa", "ps", "sd", "ug", "ur" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OtherLetters =
        new[] { "am", "be", "bg", "bn", "dv", "el", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "mk", "ml", "mn", "mr", "my", "ne", "pa", "ru", "si", "sr", "ta", "te", "tg", "th", "uk", "yi", "zh" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The page's language, BCP 47: <c>en</c>, <c>ar</c>, <c>pt-BR</c>. It chooses the words.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The class the page is made for, for <c>data-audience</c>: <c>visitor</c>, <c>reader</c> or <c>member</c>.</summary>
    public required string Audience { get; init; }

    /// <summary>The newspaper's name, the nameplate.</summary>
    public required string SiteName { get; init; }

    /// <summary>The line under the nameplate.</summary>
    public string? Tagline { get; init; }

    /// <summary>The whole of <c>&lt;title&gt;</c>, the newspaper's name included.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences for search engines.</summary>
    public string? Description { get; init; }

    /// <summary>The page's one public address, absolute.</summary>
    public string? Canonical { get; init; }

    /// <summary>Search engines are asked to leave the page out.</summary>
    public bool NoIndex { get; init; }

    /// <summary>The page in all its languages, itself among them, by <see cref="LinkView.Language"/>; <c>x-default</c> is the original. Empty where there is one alone.</summary>
    public IReadOnlyList<LinkView> Alternates { get; init; } = [];

    /// <summary>The feeds of what the page shows.</summary>
    public IReadOnlyList<FeedView> Feeds { get; init; } = [];

    /// <summary>How the page looks where it is shared.</summary>
    public SharingView? Sharing { get; init; }

    /// <summary>The page's JSON-LD, escaped for a script element; it stands at the end of the page.</summary>
    public Markup? StructuredData { get; init; }

    /// <summary>Today in the newspaper's time zone, for the masthead.</summary>
    public TimeView? Today { get; init; }

    /// <summary>The front page's address: <c>/</c>, or <c>/lite</c> on lite pages.</summary>
    public required string Home { get; init; }

    /// <summary>The page is the front page: the large nameplate, which is then the page's only first-level heading.</summary>
    public bool IsFront { get; init; }

    /// <summary>The sections in order, the front page first; nested ones are <see cref="LinkView.Children"/>.</summary>
    public IReadOnlyList<LinkView> Sections { get; init; } = [];

    /// <summary>Links at the masthead's end: languages, search, sign in or account.</summary>
    public IReadOnlyList<LinkView> Utility { get; init; } = [];

    /// <summary>The button to join; null for those who have.</summary>
    public LinkView? Join { get; init; }

    /// <summary>Columns of links at the foot, beside the sections.</summary>
    public IReadOnlyList<LinkColumn> Footer { get; init; } = [];

    /// <summary>The last line of the page: who publishes it.</summary>
    public string? Imprint { get; init; }

    /// <summary>The newspaper is the invented one; every page says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>This page as text only; null on lite pages and where there is none.</summary>
    public string? LiteAddress { get; init; }

    /// <summary>This page in full; null on full pages.</summary>
    public string? FullAddress { get; init; }

    /// <summary>The language is written in Latin letters: decides which fonts are fetched first.</summary>
    public bool IsLatin => !IsArabic && !OtherLetters.Contains(PrimaryLanguage);

    /// <summary>The language is written in Arabic letters: decides which fonts are fetched first.</summary>
    public bool IsArabic => Arabic.Contains(PrimaryLanguage);

    private string PrimaryLanguage => Language.Split('-')[0];
}
