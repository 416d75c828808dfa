using Broadsheet.Front;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Paper;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes section fronts and the pages of their older stories.</summary>
public sealed class SectionPages(PageMaking making, NotFoundPages notFound)
{
    private const int Seconds = 4;
    /// <summary>Stories of a page.</summary>
    public const int Length = 24;

    public async Task<RenderedPage> Make(PageRequest request, string slug, CancellationToken cancellation)
    {
        var paper = await making.Begin(request, cancellation);
        if (paper.Frame.FindSection(slug) is not { } section)
        {
            return paper.Frame.MovedSections.TryGetValue(slug, out var now) ? RenderedPage.Moved(request.To(StoryAddress.Section(now)), PaperTags.Frame) : await notFound.Make(request, cancellation);
        }

        var page = making.Begin(request, paper.Frame, paper.Frame.LanguageOf(null, section));
        page.Tag(StoryTags.Section(section.Id));
        var all = section.ParentId is null
            ? making.Db.LiveStories.Where(s => s.TopSectionId == section.Id)
            : making.Db.LiveStories.Where(s => s.SectionId == section.Id);
        var placed = await Placed(page, section, cancellation);
        List<Guid> placedIds = [.. placed.Select(s => s.Id)];
        var rest = placedIds.Count == 0 ? all : all.Where(s => !placedIds.Contains(s.Id));
        // The first page begins with what editors placed, so it takes fewer of the others; later pages go on from there.
        var first = Math.Max(0, Length - placed.Count);
        var skip = request.Number == 1 ? 0 : first + (request.Number - 2) * Length;
        var stories = await making.Db.Newest(rest, skip, (request.Number == 1 ? first : Length) + 1, cancellation);
        var hasOlder = stories.Count > (request.Number == 1 ? first : Length);
        List<ListedStory> shown = [.. request.Number == 1 ? placed : [], .. stories.Take(request.Number == 1 ? first : Length)];
        if (shown.Count == 0 && request.Number > 1)
        {
            return await notFound.Make(request, cancellation);
        }

        var teasers = await Teasers.For(page, making.Db, shown, cancellation);
        var isFront = request.Number == 1;
        var view = new SectionPage
        {
            Frame = page.Frame(section.Name, section.Description, section, sharing: page.Sharing("website", section.Name, section.Description, null), feeds: new LinkView(section.Name, StoryAddress.Section(section.Slug)), data: StructuredData.Section(page, section)),
            Name = section.Name,
            Description = section.Description,
            Parent = page.Frame.FindSection(section.ParentId) is { } parent ? page.LinkTo(parent) : null,
            Children = [.. page.Frame.Nested(section).Select(s => page.LinkTo(s))],
            Lead = isFront && shown.Count > 0 ? teasers.Of(shown[0], "lead", withSection: false) : null,
            Seconds = isFront ? [.. shown.Skip(1).Take(Seconds).Select(s => teasers.Of(s, "medium", withSection: false))] : [],
            Stories = [.. shown.Skip(isFront ? 1 + Seconds : 0).Select(s => teasers.Of(s, "small", withSection: false))],
            Pager = Pagers.Of(page, StoryAddress.Section(section.Slug), hasOlder),
        };
        return making.Draw(page, StatusCodes.Status200OK, view);
    }

    private async Task<List<ListedStory>> Placed(PageContext page, Section section, CancellationToken cancellation)
    {
        var order = await making.Db.FrontPlaces.AsNoTracking().Where(p => p.SectionId == section.Id).OrderBy(p => p.Position).Select(p => p.StoryId).Take(Length).ToListAsync(cancellation);
        // Also those that readers can't be shown yet: they come in with their publication.
        page.Tag(order.Select(StoryTags.Story));
        return await making.Db.InOrder(order, cancellation);
    }
}
