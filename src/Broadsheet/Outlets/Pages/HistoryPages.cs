using System.Globalization;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Paper;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the public history of a story: every version with its note and what it changed, cut by the gate under today's access.</summary>
public sealed class HistoryPages(PageMaking making, StoryPages stories, TakenPages taken, NotFoundPages notFound)
{
    /// <summary>Versions whose changes are worked out; older ones are listed.</summary>
    private const int MostCompared = 50;

    public async Task<RenderedPage> Make(PageRequest request, string sectionSlug, string slug, CancellationToken cancellation)
    {
        var paper = await making.Begin(request, cancellation);
        if (await stories.Find(paper, sectionSlug, slug) is not { } story)
        {
            return await notFound.Make(request, cancellation);
        }

        var section = paper.Frame.FindSection(story.SectionId)!;
        if (section.Slug != sectionSlug || story.Slug != slug)
        {
            return RenderedPage.Moved(request.To(StoryAddress.History(section.Slug, story.Slug)), PaperTags.Frame, StoryTags.Story(story.Id));
        }

        var page = making.Begin(request, paper.Frame, paper.Frame.LanguageOf(story.Language, section));
        page.Tag(StoryTags.Story(story.Id));
        if (story.State is StoryState.Withdrawn)
        {
            return await taken.Gone(page, story, section, cancellation);
        }

        var versions = await Versions(story.Id, cancellation);
        var shown = Shown(page, story, versions);
        var headline = story.IsWithheld ? page.Words["withheldTitle"] : story.Headline;
        var corrections = await making.Db.CorrectionsOf(story.Id, cancellation);
        corrections.Reverse();
        var view = new HistoryPage
        {
            Frame = page.Frame(page.Say("historyOf", headline), current: section, noIndex: true),
            Headline = headline,
            Address = page.Request.To(StoryAddress.Of(section.Slug, story.Slug)),
            Versions = shown,
            Corrections = [.. corrections.Select((c, i) => CorrectionViews.Of(page, c, i + 1))],
        };
        return making.Draw(page, StatusCodes.Status200OK, view);
    }

    private Task<List<PastVersion>> Versions(Guid story, CancellationToken cancellation)
    {
        var db = making.Db;
        return db.Publications.AsNoTracking()
            .Where(p => p.StoryId == story)
            .OrderByDescending(p => p.Number)
            .Take(MostCompared + 1)
            .Join(db.Revisions, p => p.RevisionId, r => r.Id, (p, r) => new { p, r })
            .OrderByDescending(x => x.p.Number)
            .Select(x => new PastVersion(
                x.p.Number, x.p.At, x.p.Note, x.r.Headline, x.r.Standfirst, x.r.Body,
                db.Set<Withholding>().Where(w => w.PublicationId == x.p.Id && w.LiftedAt == null).Select(w => w.Reason).FirstOrDefault()))
            .ToListAsync(cancellation);
    }

    private static List<VersionView> Shown(PageContext page, LiveStory story, List<PastVersion> versions)
    {
        var rank = page.Frame.RankOf(story.Access);
        var today = StoredDocument.Read(story.Body);
        var bodies = versions.ConvertAll(v => v.Withheld is null ? Gate.AdmitPast(StoredDocument.Read(v.Body), today, story.Access, page.Request.Audience, rank) : null);
        var views = new List<VersionView>();
        for (var i = 0; i < versions.Count; i++)
        {
            // The last one was only fetched to compare with.
            if (i == MostCompared)
            {
                break;
            }

            var version = versions[i];
            var before = i + 1 < versions.Count ? bodies[i + 1] : null;
            List<ChangeView> changes = bodies[i] is { } now && before is not null ? [.. Changes(page, versions[i + 1], before, version, now)] : [];
            views.Add(new VersionView
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"version-{version.Number}"),
                Name = page.Say("version", version.Number.ToString("N0", page.Tongue.Culture)),
                Time = page.Moments.Full(version.At),
                IsCurrent = version.Number == story.LiveNumber,
                Note = version.Withheld is null ? version.Note : null,
                Withheld = version.Withheld,
                Changes = changes,
                Summary = version switch
                {
                    { Withheld: not null } => null,
                    { Number: 1 } => page.Words["firstPublished"],
                    _ when before is null => null,
                    _ when changes.Count == 0 => page.Words["noVisibleChanges"],
                    _ => page.Words.Count("passagesChanged", changes.Count),
                },
            });
        }

        return views;
    }

    private static IEnumerable<ChangeView> Changes(PageContext page, PastVersion before, ReadableBody oldBody, PastVersion after, ReadableBody newBody) =>
    [
        .. Shown(page.Words["headline"], WordDiff.Between(before.Headline, after.Headline)),
        .. Shown(page.Words["standfirst"], WordDiff.Between(before.Standfirst, after.Standfirst)),
        .. Shown(null, WordDiff.Between(oldBody.Blocks, newBody.Blocks)),
    ];

    private static IEnumerable<ChangeView> Shown(string? label, WordDiff diff) => diff.Collapsed().Blocks
        .Where(b => b.ChangesWords)
        .Select(b => new ChangeView(label, [.. b.Runs.Select(r => new RunView(r.Kind is RunKind.Skipped ? " … " : r.Text, r.Kind is RunKind.Removed, r.Kind is RunKind.Added))]));

    private sealed record PastVersion(int Number, DateTimeOffset At, string? Note, string Headline, string Standfirst, string Body, string? Withheld);
}
