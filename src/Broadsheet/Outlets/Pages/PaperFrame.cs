using Broadsheet.Paper;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using NodaTime;

namespace Broadsheet.Outlets.Pages;

/// <summary>What stands around every page: the paper, its sections, its tiers. Read once and kept until one of them changes.</summary>
public sealed class PaperFrame
{
    private readonly Dictionary<string, Section> _bySlug;
    private readonly Dictionary<Guid, Section> _byId;

    public PaperFrame(PaperSettings paper, IReadOnlyList<Section> sections, IReadOnlyDictionary<string, string> movedSections, IReadOnlyDictionary<string, int> ranks)
    {
        Paper = paper;
        Sections = sections;
        MovedSections = movedSections;
        Ranks = ranks;
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(paper.TimeZone) ?? DateTimeZone.Utc;
        _bySlug = sections.ToDictionary(s => s.Slug, StringComparer.Ordinal);
        _byId = sections.ToDictionary(s => s.Id);
    }

    public PaperSettings Paper { get; }

    /// <summary>All sections, by position.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>Earlier slugs of sections and the slug of today.</summary>
    public IReadOnlyDictionary<string, string> MovedSections { get; }

    /// <summary>The rank of each tier.</summary>
    public IReadOnlyDictionary<string, int> Ranks { get; }

    public DateTimeZone Zone { get; }

    public IEnumerable<Section> TopSections => Sections.Where(s => s.ParentId is null);

    public Section? FindSection(string slug) => _bySlug.GetValueOrDefault(slug);

    public Section? FindSection(Guid? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    public IEnumerable<Section> Nested(Section parent) => Sections.Where(s => s.ParentId == parent.Id);

    /// <summary>The section and those nested in it.</summary>
    public IReadOnlyList<Guid> WithNested(Section section) => [section.Id, .. Nested(section).Select(s => s.Id)];

    /// <summary>The language of a story or a section: its own, its section's, the parent section's, the paper's.</summary>
    public Tongue LanguageOf(string? own, Section? section) =>
        Tongue.Of(own ?? section?.Language ?? FindSection(section?.ParentId)?.Language ?? Paper.Language);

    public int? RankOf(Access access) => access.Tier is { } tier && Ranks.TryGetValue(tier, out var rank) ? rank : null;
}
