using Broadsheet.Images;
using Broadsheet.Outlets.Bodies;
using Broadsheet.Outlets.Pages;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Paper;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Configuration;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Feeds;

/// <summary>Makes feeds: always the visitor's, whoever asks.</summary>
public sealed class FeedPages(PageMaking making, NotFoundPages notFound, Settings settings)
{
    /// <summary>How long a correction of an old story, and a withdrawal, stand in the feeds.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <param name="place">The path without the file name.</param>
    public async Task<RenderedPage> Make(PageRequest request, string[] place, FeedFormat format, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        if (place is [var slug] && page.Frame.FindSection(slug) is null && page.Frame.MovedSections.TryGetValue(slug, out var now))
        {
            return RenderedPage.Moved(format.PathOf(StoryAddress.Section(now)), PaperTags.Frame);
        }

        if (await FeedScope.Find(making, page, place, cancellation) is not { } scope)
        {
            return await notFound.Make(request, cancellation);
        }

        page.Tag(scope.Tags);
        var since = page.Now - Kept;
        var live = await making.Db.LiveForFeed(scope, since, cancellation);
        var withdrawn = await making.Db.WithdrawnForFeed(scope, since, cancellation);
        if (live.Count + withdrawn.Count == 0 && !scope.IsShownEmpty)
        {
            return await notFound.Make(request, cancellation);
        }

        var stories = live.Concat(withdrawn).OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).ToList();
        var beside = await FeedSurroundings.Of(making.Db, [.. stories.Select(s => s.Id)], cancellation);
        var entries = await Entries(page, stories, beside, cancellation);
        var feed = new Feed
        {
            Title = scope.Name,
            Description = scope.Description,
            Language = scope.Tongue.Tag,
            Home = page.Absolute(scope.Home),
            Self = page.Absolute(format.PathOf(scope.Home)),
            Hub = settings.WebSubHub?.AbsoluteUri,
            Updated = entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(e => e.Updated),
            Entries = entries,
        };
        return new RenderedPage
        {
            Status = StatusCodes.Status200OK,
            Bytes = format.Write(feed),
            ContentType = format.MediaType + "; charset=utf-8",
            Tags = page.Tags,
            // Not the newest entry's moment: an entry that is taken away changes the feed too.
            ValidUntil = beside.Changes.Select(at => (DateTimeOffset?)(at + Kept)).Where(until => until > page.Now).Min(),
        };
    }

    private async Task<IReadOnlyList<FeedEntry>> Entries(PageContext page, List<FeedStory> stories, FeedSurroundings beside, CancellationToken cancellation)
    {
        var live = stories.Where(s => s.State is StoryState.Published).ToList();
        var readable = making.Readable(page, live.Select(s => (s.Id, s.Body, s.Access)));
        List<Guid> images = [.. readable.Values.SelectMany(body => new Document(body.Blocks).ImageIds()).Concat(live.Select(s => s.LeadImageId).OfType<Guid>()).Distinct()];
        var pictures = await making.Db.Pictures(images, page.Now, cancellation);
        page.Tag(images.Select(ImageTags.Image));
        page.Tag(stories.Select(s => StoryTags.Story(s.Id)));
        page.Tag(beside.Tags);
        var languages = new Dictionary<string, PageContext>(StringComparer.Ordinal);
        return [.. stories.Where(s => s.State is not StoryState.Published || readable.ContainsKey(s.Id)).Select(s => readable.TryGetValue(s.Id, out var body) ? Entry(In(s), s, body, beside, pictures) : Withdrawn(In(s), s, beside))];

        PageContext In(FeedStory story)
        {
            var tongue = page.Frame.LanguageOf(story.Language, page.Frame.FindSection(story.SectionId));
            return languages.TryGetValue(tongue.Tag, out var known) ? known : languages[tongue.Tag] = making.Begin(page.Request, page.Frame, tongue);
        }
    }

    private static FeedEntry Entry(PageContext page, FeedStory story, ReadableBody body, FeedSurroundings beside, IReadOnlyDictionary<Guid, Picture> pictures)
    {
        var lead = story.LeadImageId is { } image ? pictures.GetValueOrDefault(image) : null;
        var path = Path(page, story);
        var corrections = beside.CorrectionsOf(story.Id).Select((c, i) => (c.Kind, View: CorrectionViews.Of(page, c, i + 1))).ToLookup(c => CorrectionViews.IsNotice(c.Kind), c => c.View);
        return Bare(page, story, beside) with
        {
            Title = story.Headline,
            Summary = story.Standfirst.Length == 0 ? null : story.Standfirst,
            Html = FeedBody.Render(body, Around(page, path, pictures), new FeedEdges([.. corrections[true]], lead, story.Dateline, [.. corrections[false]])).ToString(),
            Updated = story.UpdatedAt,
            Picture = lead is null ? null : PictureOf(page, lead),
            Corrections = [.. corrections[true], .. corrections[false]],
            IsWhole = !body.HasMore,
        };
    }

    private static FeedEntry Withdrawn(PageContext page, FeedStory story, FeedSurroundings beside)
    {
        var withdrawal = beside.WithdrawalOf(story.Id);
        return Bare(page, story, beside) with
        {
            Title = $"{page.Words["goneTitle"]}: {story.Headline}",
            Summary = withdrawal.Reason,
            Html = FeedBody.RenderWithdrawn(Around(page, Path(page, story), new Dictionary<Guid, Picture>()), page.Words["goneHeading"], withdrawal.Reason).ToString(),
            Updated = withdrawal.At,
            Withdrawal = withdrawal,
        };
    }

    private static FeedEntry Bare(PageContext page, FeedStory story, FeedSurroundings beside) => new()
    {
        Story = story.Id,
        Address = page.Absolute(Path(page, story)),
        Title = "",
        Html = "",
        Language = page.Tongue.Tag,
        Published = story.PublishedAt,
        Updated = story.UpdatedAt,
        Authors = [.. beside.AuthorsOf(story.Id).Select(a => new LinkView(a.Name, page.Absolute(StoryAddress.Author(a.Slug))))],
        Topics = beside.TopicsOf(story.Id),
        IsWhole = true,
    };

    private static string Path(PageContext page, FeedStory story) => StoryAddress.Of(page.Frame.FindSection(story.SectionId)!.Slug, story.Slug);

    private static BodySurroundings Around(PageContext page, string path, IReadOnlyDictionary<Guid, Picture> pictures) => new()
    {
        Pictures = pictures,
        Words = page.Words,
        Language = page.Tongue.Culture,
        IsRightToLeft = page.Tongue.IsRightToLeft,
        Site = page.Site,
        StoryPath = path,
    };

    private static FeedPicture PictureOf(PageContext page, Picture picture)
    {
        var width = picture.WidthWithin(Shape.Full, FeedBody.PictureWidth);
        return new(page.Absolute(picture.Address(Shape.Full, width, PictureFormat.Jpeg)), width, picture.HeightAt(Shape.Full, width), picture.Alt, picture.Caption, picture.Credit);
    }
}
