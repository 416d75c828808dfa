using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Feeds;

/// <summary>A story as feeds need it. What of its body a visitor may read is the gate's business.</summary>
public sealed record FeedStory(
    Guid Id, StoryState State, Guid SectionId, string Slug, Access Access, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt,
    string Headline, string Standfirst, Guid? LeadImageId, string? Dateline, string? Language, string Body);

public static class FeedStories
{
    /// <summary>Entries of a feed, apart from those that come back.</summary>
    private const int Length = 30;

    /// <summary>How many come back at most, corrected or withdrawn.</summary>
    private const int MostBack = 30;

    extension(BroadsheetDb db)
    {
        /// <summary>The newest that readers may be shown, and older ones that were corrected since an instant: whoever has the wrong version is to get the right one.</summary>
        public async Task<List<FeedStory>> LiveForFeed(FeedScope scope, DateTimeOffset since, CancellationToken cancellation)
        {
            var newest = await scope.Live.Take(Length).ToListAsync(cancellation);
            List<Guid> back = newest.Count < Length ? [] : await db.Corrected(scope, since, cancellation);
            List<Guid> shown = [.. newest, .. back.Except(newest).Take(MostBack)];
            return await db.Take(db.Stories.AsNoTracking().Where(s => shown.Contains(s.Id)), shown.Count, cancellation);
        }

        /// <summary>Those that were withdrawn since an instant. A withheld version's headline may be the very thing that was withheld, so none of them is here.</summary>
        public Task<List<FeedStory>> WithdrawnForFeed(FeedScope scope, DateTimeOffset since, CancellationToken cancellation) =>
            db.Take(scope.Stories.Where(s => s.State == StoryState.Withdrawn && s.IsWithheld == EF.Parameter(false) && db.Set<Withdrawal>().Any(w => w.StoryId == s.Id && w.EndedAt == null && w.At > since)), MostBack, cancellation);

        private async Task<List<Guid>> Corrected(FeedScope scope, DateTimeOffset since, CancellationToken cancellation)
        {
            var corrected = await db.Corrections.Where(c => c.At > since).Select(c => c.StoryId).Distinct().ToListAsync(cancellation);
            return await db.LiveAmong(scope.Stories.Where(s => corrected.Contains(s.Id)), cancellation);
        }

        private Task<List<FeedStory>> Take(IQueryable<Story> stories, int count, CancellationToken cancellation) => stories
            .OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id)
            .Take(count)
            .Join(db.Set<Revision>(), s => s.LiveId, r => (Guid?)r.Id, (story, live) => new { story, live })
            .OrderByDescending(s => s.story.PublishedAt).ThenByDescending(s => s.story.Id)
            .Select(s => new FeedStory(
                s.story.Id, s.story.State, s.story.SectionId!.Value, s.story.Slug!, s.story.Access, s.story.PublishedAt!.Value, s.story.UpdatedAt!.Value,
                s.live.Headline, s.live.Standfirst, s.live.LeadImageId, s.live.Dateline, s.live.Language, s.live.Body))
            .ToListAsync(cancellation);
    }
}
