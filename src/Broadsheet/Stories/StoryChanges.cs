using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

public static class StoryChanges
{
    extension(BroadsheetDb db)
    {
        /// <summary>Says that after this transaction nothing may be shown that was made before it from a story: its page, what tells of it, its address in the sitemap.</summary>
        public async Task RevokeEverywhere(Story story, CancellationToken cancellation)
        {
            db.Revoke(StoryTags.Story(story.Id));
            if (story.PublishedAt is { } published)
            {
                db.Revoke(StoryTags.SitemapOf(published));
            }

            await db.RefreshLists(story, cancellation);
        }

        /// <summary>Says that this transaction changes the lists that a live story stands in: fronts, topics, authors, languages. To be called before and after what moves it from one to another.</summary>
        public async Task RefreshLists(Story story, CancellationToken cancellation)
        {
            db.Refresh(StoryTags.Front, StoryTags.Corrections, StoryTags.Languages(story.Id), StoryTags.Languages(story.TranslationOfId ?? story.Id));
            if (story.PublishedAt is { } published)
            {
                db.Refresh(StoryTags.Sitemap, StoryTags.SitemapOf(published));
            }

            db.Refresh(new[] { story.SectionId, story.TopSectionId }.OfType<Guid>().Select(StoryTags.Section).ToArray());
            db.Refresh((await db.Bylines.Where(b => b.StoryId == story.Id).Select(b => b.AuthorId).ToListAsync(cancellation)).Select(StoryTags.SignedBy).ToArray());
            db.Refresh((await db.StoryTopics.Where(t => t.StoryId == story.Id).Select(t => t.TopicId).ToListAsync(cancellation)).Select(StoryTags.About).ToArray());
        }
    }
}
