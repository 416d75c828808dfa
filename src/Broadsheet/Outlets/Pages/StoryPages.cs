using Broadsheet.Images;
using Broadsheet.Outlets.Bodies;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Paper;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the page of a story: the live version, cut by the gate for the class that reads it.</summary>
public sealed class StoryPages(PageMaking making, BodyPictures pictures, NotFoundPages notFound, TakenPages taken)
{
    private const int RelatedStories = 4;
    private static readonly TimeSpan RelatedAge = TimeSpan.FromMinutes(10);

    public async Task<RenderedPage> Make(PageRequest request, string sectionSlug, string slug, CancellationToken cancellation)
    {
        var paper = await making.Begin(request, cancellation);
        if (await Find(paper, sectionSlug, slug) is not { } story)
        {
            return await notFound.Make(request, cancellation);
        }

        var section = paper.Frame.FindSection(story.SectionId)!;
        if (section.Slug != sectionSlug || story.Slug != slug)
        {
            return RenderedPage.Moved(request.To(StoryAddress.Of(section.Slug, story.Slug)), PaperTags.Frame, StoryTags.Story(story.Id));
        }

        var page = making.Begin(request, paper.Frame, paper.Frame.LanguageOf(story.Language, section));
        page.Tag(StoryTags.Story(story.Id));
        return story switch
        {
            { State: StoryState.Withdrawn } => await taken.Gone(page, story, section, cancellation),
            { IsWithheld: true } => await taken.Withheld(page, story, section, cancellation),
            _ => await Draw(page, story, section, cancellation),
        };
    }

    /// <summary>The story at an address of today, or at one that it or its section had before.</summary>
    internal async Task<LiveStory?> Find(PageContext page, string sectionSlug, string slug)
    {
        var section = page.Frame.FindSection(sectionSlug) ?? (page.Frame.MovedSections.TryGetValue(sectionSlug, out var now) ? page.Frame.FindSection(now) : null);
        return section is null ? null : await making.Db.FindLive(section.Id, slug);
    }

    private async Task<RenderedPage> Draw(PageContext page, LiveStory story, Section section, CancellationToken cancellation)
    {
        var db = making.Db;
        var authors = await db.AuthorsOf(story.Id, cancellation);
        var topics = await db.TopicsOf(story.Id, cancellation);
        var corrections = await db.CorrectionsOf(story.Id, cancellation);
        var related = making.HasExtras(page) ? await Related(page, story, section, cancellation) : [];
        var languages = await Languages(page, story, cancellation);
        var readable = Gate.Admit(StoredDocument.Read(story.Body), story.Access, page.Request.Audience, page.Frame.RankOf(story.Access));
        var path = StoryAddress.Of(section.Slug, story.Slug);
        var around = await pictures.Around(
            page, readable, path, firstIsEager: story.LeadImageId is null, cancellation,
            page.Request.IsLite ? [story.LeadImageId] : [story.LeadImageId, .. authors.Select(a => a.PictureId), .. related.Select(s => s.LeadImageId)]);
        page.Tag(authors.Select(a => StoryTags.Author(a.Id)));
        page.Tag(topics.Select(t => StoryTags.Topic(t.Id)));
        page.Tag(related.Select(s => StoryTags.Story(s.Id)));

        var lead = story.LeadImageId is { } id && around.Pictures.TryGetValue(id, out var picture) ? picture : null;
        var image = lead is null ? ShareCards.Of(page, story.Id, story.RevisionId, section, story.Headline) : PictureViews.Share(lead);
        var views = corrections.Select((c, i) => (c.Kind, View: CorrectionViews.Of(page, c, i + 1))).ToList();
        List<CorrectionView> below = [.. views.Where(v => !CorrectionViews.IsNotice(v.Kind)).Select(v => v.View)];
        var title = story.SeoTitle ?? story.Headline;
        var description = story.SeoDescription ?? (story.Standfirst.Length > 0 ? story.Standfirst : null);
        var view = new StoryPage
        {
            Frame = page.Frame(title, description, section, sharing: page.Sharing("article", title, description, image, story.PublishedAt, story.UpdatedAt), alternates: Alternates(page, story, languages), feeds: new LinkView(section.Name, StoryAddress.Section(section.Slug)), data: StructuredData.Story(page, story, section, authors, topics, corrections, lead, image)),
            Kicker = topics.Count > 0 ? new LinkView(topics[0].Name, page.Request.To(StoryAddress.Topic(topics[0].Slug))) : page.LinkTo(section),
            Headline = story.Headline,
            Standfirst = story.Standfirst.Length == 0 ? null : story.Standfirst,
            Bylines = page.Row([.. authors.Select(a => Byline(page, a, around.Pictures))]),
            Published = page.Moments.Full(story.PublishedAt),
            Updated = story.LiveNumber > 1 ? page.Moments.Full(story.UpdatedAt) : null,
            History = story.LiveNumber > 1 ? new LinkView(page.Words.Count("updates", story.LiveNumber - 1), page.Request.To(StoryAddress.History(section.Slug, story.Slug))) : null,
            AccessLabel = page.AccessLabel(story.Access),
            Lead = lead is null ? null : new FigureView(PictureViews.Of(lead, Shape.Full, isFirst: true), "wide"),
            Notices = [.. views.Where(v => CorrectionViews.IsNotice(v.Kind)).Select(v => v.View)],
            Corrections = below,
            Corrected = below.Count == 0 ? null : new LinkView(page.Say("correctedOn", below[^1].Label, below[^1].Time.Text), "#" + below[^1].Id),
            Dateline = story.Dateline,
            Body = page.Request.IsLite ? LiteBody.Render(readable, around) : SiteBody.Render(readable, around),
            Gate = readable.HasMore ? Offer(page, story.Access) : null,
            Translations = Translations(page, story, languages),
            Topics = [.. topics.Select(t => new LinkView(t.Name, page.Request.To(StoryAddress.Topic(t.Slug))))],
            Related = [.. related.Select(s => RelatedTeaser(page, s, around.Pictures))],
        };
        return making.Draw(page, StatusCodes.Status200OK, view);
    }

    private static BylineView Byline(PageContext page, SigningAuthor author, IReadOnlyDictionary<Guid, Picture> known) => new(author.Name)
    {
        Address = page.Request.To(StoryAddress.Author(author.Slug)),
        Note = author.Biography,
        Portrait = author.PictureId is { } id && known.TryGetValue(id, out var portrait) ? PictureViews.Of(portrait, Shape.Square) : null,
    };

    private static GateView Offer(PageContext page, Access access) => new()
    {
        Heading = page.Words[access.Level is AccessLevel.Readers ? "gateReadersHeading" : "gateMembersHeading"],
        Text = page.Say(access.Level is AccessLevel.Readers ? "gateReadersText" : "gateMembersText", page.Frame.Paper.Name),
    };

    private async Task<List<ListedStory>> Related(PageContext page, LiveStory story, Section section, CancellationToken cancellation)
    {
        // A newer story beside this one is no change of this one: it would make every story of a section anew for each that appears. So the row is right when it is made, and a little old at most.
        page.ValidFor(RelatedAge);
        var top = section.ParentId ?? section.Id;
        var newest = await making.Db.NewestIn(top, RelatedStories + 1, cancellation);
        return [.. newest.Where(s => s.Id != story.Id).Take(RelatedStories)];
    }

    private static Teaser RelatedTeaser(PageContext page, ListedStory story, IReadOnlyDictionary<Guid, Picture> known)
    {
        var section = page.Frame.FindSection(story.SectionId)!;
        var tongue = page.Frame.LanguageOf(story.Language, section);
        return new Teaser
        {
            Headline = story.Headline,
            Address = page.Request.To(StoryAddress.Of(section.Slug, story.Slug)),
            Time = page.Moments.Short(story.PublishedAt),
            Picture = !page.Request.IsLite && story.LeadImageId is { } id && known.TryGetValue(id, out var picture) ? PictureViews.Of(picture, Shape.FourByThree) : null,
            AccessLabel = page.AccessLabel(story.Access),
            Size = "small",
            Language = tongue.Tag == page.Tongue.Tag ? null : tongue.Tag,
            Direction = tongue.IsRightToLeft == page.Tongue.IsRightToLeft ? null : tongue.Direction,
        };
    }

    private async Task<List<LanguageVersion>> Languages(PageContext page, LiveStory story, CancellationToken cancellation)
    {
        page.Tag(StoryTags.Languages(story.TranslationOfId ?? story.Id));
        List<Translation> all = [new(story.Id, story.SectionId, story.Slug, story.Language), .. await making.Db.TranslationsOf(story, cancellation)];
        return all.ConvertAll(t =>
        {
            var section = page.Frame.FindSection(t.SectionId)!;
            return new LanguageVersion(t.Story, page.Frame.LanguageOf(t.Language, section), StoryAddress.Of(section.Slug, t.Slug));
        });
    }

    private static IReadOnlyList<LinkView> Translations(PageContext page, LiveStory story, List<LanguageVersion> languages) =>
    [
        .. languages.Where(l => l.Story != story.Id).Select(l =>
            new LinkView(Tongue.Of(l.Tongue.Culture.TwoLetterISOLanguageName).Culture.NativeName, page.Request.To(l.Path)) { Language = l.Tongue.Tag, Direction = l.Tongue.Direction }),
    ];

    // Lite pages ask not to be listed, so they have no versions either.
    private static IReadOnlyList<LinkView> Alternates(PageContext page, LiveStory story, List<LanguageVersion> languages) => languages.Count < 2 || page.Request.IsLite
        ? []
        :
        [
            .. languages.DistinctBy(l => l.Tongue.Tag, StringComparer.Ordinal).Select(l => new LinkView(l.Tongue.Tag, page.Absolute(l.Path)) { Language = l.Tongue.Tag }),
            .. languages.Where(l => l.Story == (story.TranslationOfId ?? story.Id)).Select(l => new LinkView("x-default", page.Absolute(l.Path)) { Language = "x-default" }),
        ];

    private sealed record LanguageVersion(Guid Story, Tongue Tongue, string Path);
}
