using Broadsheet.Front;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the front page: what editors placed, then the newest, then a strip a section.</summary>
public sealed class FrontPages(PageMaking making)
{
    private const int Seconds = 3;
    private const int Thirds = 4;
    private const int Briefs = 9;
    private const int StripLength = 5;

    // By how many stories of a strip have pictures: one with none is set in columns of text, and none is laid out like the one above where there is a choice.
    private static readonly string[][] Layouts = [["columns"], ["lead", "feature"], ["lead", "feature"], ["cards", "feature"]];

    public async Task<RenderedPage> Make(PageRequest request, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        page.Tag(StoryTags.Front);
        var placed = await Placed(cancellation);
        var newest = await making.Db.Newest(making.Db.LiveStories, 0, 1 + Seconds + Thirds + Briefs + StripLength, cancellation);
        // What leads is in the paper's own language; a section in another one has its strip.
        List<ListedStory> own = [.. placed, .. newest.Where(s => placed.All(p => p.Id != s.Id) && IsOwn(page, s))];
        List<ListedStory> top = [.. own.Take(1 + Seconds + Thirds)];
        List<ListedStory> briefs = [.. newest.Where(s => IsOwn(page, s) && top.All(t => t.Id != s.Id)).Take(Briefs)];
        var strips = await Strips(page, [.. top.Select(s => s.Id)], cancellation);
        var teasers = await Teasers.For(page, making.Db, [.. top, .. briefs, .. strips.SelectMany(s => s.Stories)], cancellation);

        var paper = page.Frame.Paper;
        var view = new FrontPage
        {
            Frame = page.Frame(null, paper.Tagline, sharing: page.Sharing("website", paper.Name, paper.Tagline, null), data: StructuredData.Front(page)),
            Lead = top.Count == 0 ? null : teasers.Of(top[0], "lead"),
            Seconds = [.. top.Skip(1).Take(Seconds).Select((s, i) => teasers.Of(s, i == 0 ? "large" : "medium"))],
            Thirds = [.. top.Skip(1 + Seconds).Select(s => teasers.Of(s, "medium"))],
            Briefs = [.. briefs.Select(s => teasers.Of(s, "brief"))],
            Strips = Shown(page, teasers, strips),
        };
        return making.Draw(page, StatusCodes.Status200OK, view);
    }

    private static List<Strip> Shown(PageContext page, Teasers teasers, List<(Section Section, List<ListedStory> Stories)> strips)
    {
        var shown = new List<Strip>();
        foreach (var strip in strips)
        {
            shown.Add(Shown(page, teasers, strip, above: shown.LastOrDefault()?.Layout));
        }

        return shown;
    }

    private static Strip Shown(PageContext page, Teasers teasers, (Section Section, List<ListedStory> Stories) strip, string? above)
    {
        var tongue = page.Frame.LanguageOf(null, strip.Section);
        var isOpinion = strip.Section.Slug == "opinion";
        return new Strip
        {
            Name = strip.Section.Name,
            Address = page.Request.To(StoryAddress.Section(strip.Section.Slug)),
            Layout = isOpinion ? "opinion" : Layout(strip.Stories, above),
            Teasers = [.. strip.Stories.Select((s, i) => teasers.Of(s, i == 0 ? "medium" : "small", withSection: false, withPortrait: isOpinion))],
            Language = tongue.Tag == page.Tongue.Tag ? null : tongue.Tag,
            Direction = tongue.IsRightToLeft == page.Tongue.IsRightToLeft ? null : tongue.Direction,
        };
    }

    private static string Layout(List<ListedStory> stories, string? above)
    {
        var fitting = Layouts[Math.Min(stories.Count(s => s.LeadImageId is not null), Layouts.Length - 1)];
        return fitting.FirstOrDefault(layout => layout != above, fitting[0]);
    }

    private static bool IsOwn(PageContext page, ListedStory story) =>
        page.Frame.LanguageOf(story.Language, page.Frame.FindSection(story.SectionId)).Culture.TwoLetterISOLanguageName == page.Tongue.Culture.TwoLetterISOLanguageName;

    private async Task<List<ListedStory>> Placed(CancellationToken cancellation)
    {
        var order = await making.Db.FrontPlaces.AsNoTracking().Where(p => p.SectionId == null).OrderBy(p => p.Position).Select(p => p.StoryId).ToListAsync(cancellation);
        return await making.Db.InOrder(order, cancellation);
    }

    private async Task<List<(Section Section, List<ListedStory> Stories)>> Strips(PageContext page, HashSet<Guid> shown, CancellationToken cancellation)
    {
        var strips = new List<(Section, List<ListedStory>)>();
        foreach (var section in page.Frame.TopSections)
        {
            page.Tag(StoryTags.Section(section.Id));
            var stories = await making.Db.Newest(making.Db.LiveStories.Where(s => s.TopSectionId == section.Id), 0, shown.Count + StripLength, cancellation);
            // The newest with a picture stands first, where the picture is shown large.
            stories = [.. stories.Where(s => !shown.Contains(s.Id)).Take(StripLength)];
            stories = [.. stories.Where(s => s.LeadImageId is not null).Take(1).UnionBy(stories, s => s.Id)];
            if (stories.Count > 0)
            {
                strips.Add((section, stories));
            }
        }

        return strips;
    }
}
