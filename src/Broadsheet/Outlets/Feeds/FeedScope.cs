using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Feeds;

/// <summary>What a feed is of: the whole paper, a section, a topic, an author.</summary>
/// <param name="Home">The path of the page that shows the same.</param>
/// <param name="Stories">In whatever state.</param>
/// <param name="Live">The ids of those that readers may be shown, newest first.</param>
public sealed record FeedScope(string Name, string? Description, string Home, Tongue Tongue, IQueryable<Story> Stories, IQueryable<Guid> Live, IReadOnlyList<string> Tags)
{
    /// <summary>Names that nobody has read of yet must not be found by guessing.</summary>
    public bool IsShownEmpty { get; init; }

    /// <summary>The scope at a path, without the feed's file name; null where there is none.</summary>
    public static async Task<FeedScope?> Find(PageMaking making, PageContext page, string[] place, CancellationToken cancellation) => place switch
    {
        [] => new(page.Frame.Paper.Name, page.Frame.Paper.Tagline, "/", page.Tongue, making.Db.Stories.AsNoTracking(), Newest(making.Db.LiveStories), [StoryTags.Front]) { IsShownEmpty = true },
        ["topics", var slug] => await Topic(making, page, slug, cancellation),
        ["authors", var slug] => await Author(making, page, slug, cancellation),
        [var slug] when page.Frame.FindSection(slug) is { } section => Section(making, page, section),
        _ => null,
    };

    private static FeedScope Section(PageMaking making, PageContext page, Section section) => new(
        $"{section.Name} – {page.Frame.Paper.Name}",
        section.Description,
        StoryAddress.Section(section.Slug),
        page.Frame.LanguageOf(null, section),
        In(section, making.Db.Stories.AsNoTracking()),
        Newest(In(section, making.Db.LiveStories)),
        [StoryTags.Section(section.Id)])
    { IsShownEmpty = true };

    private static IQueryable<Story> In(Section section, IQueryable<Story> stories) =>
        section.ParentId is null ? stories.Where(s => s.TopSectionId == section.Id) : stories.Where(s => s.SectionId == section.Id);

    private static IQueryable<Guid> Newest(IQueryable<Story> stories) => stories.OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).Select(s => s.Id);

    private static async Task<FeedScope?> Topic(PageMaking making, PageContext page, string slug, CancellationToken cancellation)
    {
        var db = making.Db;
        return await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, cancellation) is not { } topic ? null : new(
            $"{topic.Name} – {page.Frame.Paper.Name}",
            topic.Description,
            StoryAddress.Topic(topic.Slug),
            page.Tongue,
            db.Stories.AsNoTracking().Where(s => db.Set<StoryTopic>().Any(t => t.StoryId == s.Id && t.TopicId == topic.Id)),
            db.LiveAbout(topic.Id),
            [StoryTags.Topic(topic.Id), StoryTags.About(topic.Id)]);
    }

    private static async Task<FeedScope?> Author(PageMaking making, PageContext page, string slug, CancellationToken cancellation)
    {
        var db = making.Db;
        return await db.Authors.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, cancellation) is not { } author ? null : new(
            $"{author.Name} – {page.Frame.Paper.Name}",
            author.Biography,
            StoryAddress.Author(author.Slug),
            page.Tongue,
            db.Stories.AsNoTracking().Where(s => db.Set<Byline>().Any(b => b.StoryId == s.Id && b.AuthorId == author.Id)),
            db.LiveBy(author.Id),
            [StoryTags.Author(author.Id), StoryTags.SignedBy(author.Id)]);
    }
}
