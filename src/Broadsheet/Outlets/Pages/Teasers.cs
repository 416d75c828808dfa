using Broadsheet.Images;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes teasers of listed stories: what they need beside the stories is fetched once for all of them.</summary>
public sealed class Teasers
{
    private readonly PageContext _page;
    private readonly Dictionary<Guid, List<TeaserAuthor>> _authors;
    private readonly IReadOnlyDictionary<Guid, Picture> _pictures;
    private readonly Dictionary<Guid, string> _topics;
    private readonly Dictionary<Guid, CorrectionKind> _corrected;

    private Teasers(PageContext page, Dictionary<Guid, List<TeaserAuthor>> authors, IReadOnlyDictionary<Guid, Picture> pictures, Dictionary<Guid, string> topics, Dictionary<Guid, CorrectionKind> corrected) =>
        (_page, _authors, _pictures, _topics, _corrected) = (page, authors, pictures, topics, corrected);

    public static async Task<Teasers> For(PageContext page, BroadsheetDb db, IReadOnlyCollection<ListedStory> stories, CancellationToken cancellation)
    {
        List<Guid> ids = [.. stories.Select(s => s.Id).Distinct()];
        var authors = (await db.Bylines.AsNoTracking()
                .Where(b => ids.Contains(b.StoryId))
                .Join(db.Authors, b => b.AuthorId, a => a.Id, (b, a) => new { b.StoryId, b.Position, Author = new TeaserAuthor(a.Id, a.Name, a.PictureId) })
                .ToListAsync(cancellation))
            .OrderBy(b => b.Position)
            .GroupBy(b => b.StoryId, b => b.Author)
            .ToDictionary(g => g.Key, g => g.ToList());
        var topics = (await db.StoryTopics.AsNoTracking()
                .Where(t => ids.Contains(t.StoryId))
                .Join(db.Topics, t => t.TopicId, t => t.Id, (link, topic) => new { link.StoryId, link.Position, topic.Id, topic.Name })
                .ToListAsync(cancellation))
            .GroupBy(t => t.StoryId)
            .ToDictionary(g => g.Key, g => g.MinBy(t => t.Position)!);
        var corrected = (await db.Corrections.AsNoTracking()
                .Where(c => ids.Contains(c.StoryId))
                .Select(c => new { c.StoryId, c.Kind })
                .ToListAsync(cancellation))
            .GroupBy(c => c.StoryId, c => c.Kind)
            .ToDictionary(g => g.Key, Gravest);
        List<Guid> images = page.Request.IsLite ? [] : [.. stories.Select(s => s.LeadImageId).OfType<Guid>(), .. authors.Values.SelectMany(a => a).Select(a => a.Picture).OfType<Guid>()];
        var pictures = await db.Pictures(images, page.Now, cancellation);
        page.Tag(ids.Select(StoryTags.Story));
        page.Tag(authors.Values.SelectMany(a => a).Select(a => StoryTags.Author(a.Id)));
        page.Tag(topics.Values.Select(t => StoryTags.Topic(t.Id)));
        page.Tag(images.Select(ImageTags.Image));
        return new Teasers(page, authors, pictures, topics.ToDictionary(t => t.Key, t => t.Value.Name), corrected);
    }

    /// <summary>One story, shown at a size: <c>lead</c>, <c>large</c>, <c>medium</c>, <c>small</c> or <c>brief</c>.</summary>
    /// <param name="withSection">Whether the section may stand above a headline that has no topic.</param>
    /// <param name="withPortrait">Whether the author's portrait stands beside it, as beside opinion.</param>
    public Teaser Of(ListedStory story, string size, bool withSection = true, bool withPortrait = false)
    {
        var section = _page.Frame.FindSection(story.SectionId);
        var tongue = _page.Frame.LanguageOf(story.Language, section);
        var authors = _authors.GetValueOrDefault(story.Id) ?? [];
        return new Teaser
        {
            Kicker = size == "brief" ? null : _topics.GetValueOrDefault(story.Id) ?? (withSection ? section?.Name : null),
            Headline = story.Headline,
            Address = _page.Request.To(StoryAddress.Of(section!.Slug, story.Slug)),
            Standfirst = size is "brief" ? null : story.Standfirst.Length == 0 ? null : story.Standfirst,
            Byline = authors.Count == 0 ? null : _page.Join([.. authors.Select(a => a.Name)]),
            Time = _page.Moments.Short(story.PublishedAt),
            Picture = size is not "brief" && story.LeadImageId is { } image && _pictures.TryGetValue(image, out var picture) ? PictureViews.Of(picture, size is "lead" || IsThreeByTwo(picture) ? Shape.Full : Shape.FourByThree, isFirst: size is "lead") : null,
            Portrait = !withPortrait ? null : authors.Select(a => a.Picture).OfType<Guid>().Select(id => _pictures.GetValueOrDefault(id)).OfType<Picture>().Select(p => PictureViews.Of(p, Shape.Square)).FirstOrDefault(),
            AccessLabel = _page.AccessLabel(story.Access),
            Flag = _corrected.TryGetValue(story.Id, out var kind) ? _page.Words[FlagWord(kind)] : null,
            Size = size,
            Language = tongue.Tag == _page.Tongue.Tag ? null : tongue.Tag,
            Direction = tongue.IsRightToLeft == _page.Tongue.IsRightToLeft ? null : tongue.Direction,
        };
    }

    // As most cameras take it and as lists show it: there is nothing to cut.
    private static bool IsThreeByTwo(Picture picture) => Math.Abs(((double)picture.Width / picture.Height) - 1.5) < 0.03;

    private static CorrectionKind Gravest(IEnumerable<CorrectionKind> kinds) => kinds.MaxBy(kind => kind switch
    {
        CorrectionKind.Retraction => 5,
        CorrectionKind.Correction => 4,
        CorrectionKind.EditorsNote => 3,
        CorrectionKind.Clarification => 2,
        CorrectionKind.Update => 1,
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    });

    private static string FlagWord(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Retraction => "retracted",
        CorrectionKind.Correction => "corrected",
        CorrectionKind.EditorsNote => "noted",
        CorrectionKind.Clarification => "clarified",
        CorrectionKind.Update => "updated",
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };

    private sealed record TeaserAuthor(Guid Id, string Name, Guid? Picture);
}
