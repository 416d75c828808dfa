using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the pages of topics.</summary>
public sealed class TopicPages(PageMaking making, NotFoundPages notFound)
{
    private const int Length = 24;

    public async Task<RenderedPage> Make(PageRequest request, string slug, CancellationToken cancellation)
    {
        var db = making.Db;
        var topic = await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, cancellation);
        if (topic is null)
        {
            return await notFound.Make(request, cancellation);
        }

        var page = await making.Begin(request, cancellation);
        page.Tag([StoryTags.Topic(topic.Id), StoryTags.About(topic.Id)]);
        var stories = await db.Newest(db.LiveAbout(topic.Id), (request.Number - 1) * Length, Length + 1, cancellation);
        if (stories.Count == 0)
        {
            return await notFound.Make(request, cancellation);
        }

        List<ListedStory> shown = [.. stories.Take(Length)];
        var teasers = await Teasers.For(page, db, shown, cancellation);
        var view = new TopicPage
        {
            Frame = page.Frame(topic.Name, topic.Description, sharing: page.Sharing("website", topic.Name, topic.Description, null), feeds: new LinkView(topic.Name, StoryAddress.Topic(topic.Slug))),
            Name = topic.Name,
            Description = topic.Description is { } text ? Prose.Paragraphs(text) : null,
            CountText = page.Words.Count("stories", await db.CountLiveAbout(topic.Id, cancellation)),
            Stories = [.. shown.Select(s => teasers.Of(s, "medium"))],
            Pager = Pagers.Of(page, StoryAddress.Topic(topic.Slug), stories.Count > Length),
        };
        return making.Draw(page, StatusCodes.Status200OK, view);
    }
}
