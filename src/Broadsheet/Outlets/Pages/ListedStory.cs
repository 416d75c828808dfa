using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>A live story as lists show it: never more than headline, standfirst and lead image, which are everybody's.</summary>
public sealed record ListedStory(
    Guid Id, Guid SectionId, Guid TopSectionId, string Slug, Access Access, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, string Headline, string Standfirst, Guid? LeadImageId, string? Language);

public static class ListedStories
{
    extension(BroadsheetDb db)
    {
        /// <summary>Stories that readers may be shown: published, and the live version not withheld.</summary>
        // SQLite goes by an index only where a column is compared: “NOT is_withheld” would sort all that was ever published.
        public IQueryable<Story> LiveStories => db.Stories.AsNoTracking().Where(s => s.State == StoryState.Published && s.IsWithheld == EF.Parameter(false));

        /// <summary>A stretch of a list, newest first; ties by id, so that pages of a list never overlap.</summary>
        // Cut before it is joined: what is skipped needs no words.
        public Task<List<ListedStory>> Newest(IQueryable<Story> stories, int skip, int take, CancellationToken cancellation) => stories
            .OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id)
            .Skip(skip).Take(take)
            .Join(db.Set<Revision>(), s => s.LiveId, r => (Guid?)r.Id, (story, live) => new { story, live })
            .OrderByDescending(s => s.story.PublishedAt).ThenByDescending(s => s.story.Id)
            .Select(s => new ListedStory(
                s.story.Id, s.story.SectionId!.Value, s.story.TopSectionId!.Value, s.story.Slug!, s.story.Access, s.story.PublishedAt!.Value, s.story.UpdatedAt!.Value,
                s.live.Headline, s.live.Standfirst, s.live.LeadImageId, s.live.Language))
            .ToListAsync(cancellation);

        /// <summary>Those of the ids that readers may be shown, in the given order.</summary>
        public async Task<List<ListedStory>> InOrder(IReadOnlyList<Guid> ids, CancellationToken cancellation) => ids.Count == 0
            ? []
            : await db.Listed(ids, [.. await db.LiveAmong(db.Stories.AsNoTracking().Where(s => ids.Contains(s.Id)), cancellation)], cancellation);

        /// <summary>A stretch of a list that goes by other rows than the stories' own.</summary>
        public async Task<List<ListedStory>> Newest(IQueryable<Guid> live, int skip, int take, CancellationToken cancellation)
        {
            var ids = await live.Skip(skip).Take(take).ToListAsync(cancellation);
            return await db.Listed(ids, [.. ids], cancellation);
        }

        /// <summary>The ids of the live stories that an author signs, newest first.</summary>
        public IQueryable<Guid> LiveBy(Guid author)
        {
            var live = db.LiveStories;
            return db.Bylines.Where(b => b.AuthorId == author && live.Any(s => s.Id == b.StoryId)).OrderByDescending(b => b.PublishedAt).ThenByDescending(b => b.StoryId).Select(b => b.StoryId);
        }

        /// <summary>The ids of the live stories that are about a topic, newest first.</summary>
        public IQueryable<Guid> LiveAbout(Guid topic)
        {
            var live = db.LiveStories;
            return db.StoryTopics.Where(t => t.TopicId == topic && live.Any(s => s.Id == t.StoryId)).OrderByDescending(t => t.PublishedAt).ThenByDescending(t => t.StoryId).Select(t => t.StoryId);
        }

        /// <summary>How many live stories are about a topic.</summary>
        // All less the few that were taken back: they are found by what they are, and nobody looks at each story of a large topic.
        public async Task<int> CountLiveAbout(Guid topic, CancellationToken cancellation)
        {
            var taken = db.Stories.Where(s => (s.State == StoryState.Withdrawn || s.State == StoryState.Scheduled || s.State == StoryState.InReview || s.State == StoryState.Draft) && s.PublishedAt != null);
            var withheld = db.Stories.Where(s => s.State == StoryState.Published && s.IsWithheld == EF.Parameter(true));
            return await db.StoryTopics.CountAsync(t => t.TopicId == topic, cancellation)
                - await taken.CountAsync(s => db.Set<StoryTopic>().Any(t => t.StoryId == s.Id && t.TopicId == topic), cancellation)
                - await withheld.CountAsync(s => db.Set<StoryTopic>().Any(t => t.StoryId == s.Id && t.TopicId == topic), cancellation);
        }

        /// <summary>The ids of those of a few stories that readers may be shown, newest first.</summary>
        // Told afterwards: asked for it, SQLite would look for the few among all live stories.
        public async Task<List<Guid>> LiveAmong(IQueryable<Story> few, CancellationToken cancellation) =>
        [
            .. (await few.Select(s => new { s.Id, s.State, s.IsWithheld, s.PublishedAt }).ToListAsync(cancellation))
                .Where(s => s is { State: StoryState.Published, IsWithheld: false })
                .OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id)
                .Select(s => s.Id),
        ];

        private async Task<List<ListedStory>> Listed(IReadOnlyList<Guid> order, HashSet<Guid> live, CancellationToken cancellation)
        {
            List<Guid> ids = [.. live];
            var stories = (await db.Newest(db.Stories.AsNoTracking().Where(s => ids.Contains(s.Id)), 0, ids.Count, cancellation)).ToDictionary(s => s.Id);
            return [.. order.Where(stories.ContainsKey).Select(id => stories[id])];
        }
    }
}
