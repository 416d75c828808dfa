using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the list of all that the paper has corrected, newest first.</summary>
public sealed class CorrectionsPages(PageMaking making, NotFoundPages notFound)
{
    private const int Length = 30;

    public async Task<RenderedPage> Make(PageRequest request, CancellationToken cancellation)
    {
        var db = making.Db;
        var page = await making.Begin(request, cancellation);
        page.Tag(StoryTags.Corrections);
        var live = db.LiveStories;
        var rows = await db.Corrections.AsNoTracking()
            .Where(c => live.Any(s => s.Id == c.StoryId))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Skip((request.Number - 1) * Length).Take(Length + 1)
            .Join(db.Stories, c => c.StoryId, s => s.Id, (correction, story) => new { correction, story })
            .Join(db.Revisions, x => x.story.LiveId, r => (Guid?)r.Id, (x, words) => new { x.correction, x.story, words.Headline })
            .OrderByDescending(x => x.correction.At).ThenByDescending(x => x.correction.Id)
            .Select(x => new { x.correction, x.story.Id, SectionId = x.story.SectionId!.Value, Slug = x.story.Slug!, x.Headline })
            .ToListAsync(cancellation);
        if (rows.Count == 0 && request.Number > 1)
        {
            return await notFound.Make(request, cancellation);
        }

        page.Tag(rows.Select(r => StoryTags.Story(r.Id)));
        var views = rows.Take(Length).Select((r, i) => (
            Day: page.Moments.Day(r.correction.At),
            View: CorrectionViews.Of(page, r.correction, i + 1, new LinkView(r.Headline, page.Request.To(StoryAddress.Of(page.Frame.FindSection(r.SectionId)!.Slug, r.Slug))))));
        var view = new CorrectionsPage
        {
            Frame = page.Frame(page.Words["corrections"], page.Words["correctionsIntro"]),
            Days = [.. views.GroupBy(v => v.Day.Text, StringComparer.Ordinal).Select(day => new CorrectionDay(day.First().Day, [.. day.Select(v => v.View)]))],
            Pager = Pagers.Of(page, "/corrections", rows.Count > Length),
        };
        return making.Draw(page, StatusCodes.Status200OK, view);
    }
}
