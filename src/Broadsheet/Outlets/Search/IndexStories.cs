using Broadsheet.Images;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Time;
using Broadsheet.Readers;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Search;

/// <summary>
/// Keeps the index in step with what is published: a second after a commit by the outbox, and whatever that missed by <see cref="Fill"/>. An entry that has not followed yet is never shown, since it names its revision.
/// </summary>
public sealed class IndexStories(BroadsheetDb db, SearchIndex index, TimeProvider time)
    : IHandle<StoryPublished>, IHandle<StoryWithdrawn>, IHandle<VersionWithheld>, IHandle<AuthorRenamed>, IHandle<TopicRenamed>, IHandle<ImageChanged>, IHandle<ImageExpired>
{
    private const int AtOnce = 100;

    public Task Handle(StoryPublished message, CancellationToken cancellation) => Index(message.Story, cancellation);

    public Task Handle(StoryWithdrawn message, CancellationToken cancellation) => Index(message.Story, cancellation);

    public Task Handle(VersionWithheld message, CancellationToken cancellation) => Index(message.Story, cancellation);

    public async Task Handle(AuthorRenamed message, CancellationToken cancellation) =>
        await Index(await db.Bylines.Where(b => b.AuthorId == message.Author).Select(b => b.StoryId).ToListAsync(cancellation), cancellation);

    public async Task Handle(TopicRenamed message, CancellationToken cancellation) =>
        await Index(await db.StoryTopics.Where(t => t.TopicId == message.Topic).Select(t => t.StoryId).ToListAsync(cancellation), cancellation);

    public Task Handle(ImageChanged message, CancellationToken cancellation) => IndexShowing(message.Image, cancellation);

    public Task Handle(ImageExpired message, CancellationToken cancellation) => IndexShowing(message.Image, cancellation);

    /// <summary>Indexes every live story that has no entry of its live version yet, newest first: those from before there was an index, or before words were cut as they are now.</summary>
    /// <returns>How many stories.</returns>
    public async Task<int> Fill(CancellationToken cancellation)
    {
        var filled = 0;
        while (await db.Unindexed.OrderByDescending(s => s.PublishedAt).Select(s => s.Id).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } stories)
        {
            await Index(stories, cancellation);
            filled += stories.Count;
        }

        return filled;
    }

    private async Task IndexShowing(Guid image, CancellationToken cancellation)
    {
        var written = image.ToString();
        await Index(
            await db.LiveStories.Where(s => db.Set<Revision>().Any(r => r.Id == s.LiveId && (r.LeadImageId == image || r.Body.Contains(written)))).Select(s => s.Id).ToListAsync(cancellation),
            cancellation);
    }

    private async Task Index(List<Guid> stories, CancellationToken cancellation)
    {
        foreach (var story in stories)
        {
            await Index(story, cancellation);
        }
    }

    private Task Index(Guid id, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            await index.Lock(id, token);
            var found = await db.LiveStories.Where(s => s.Id == id).Join(db.Revisions.AsNoTracking(), s => s.LiveId, r => (Guid?)r.Id, (story, live) => new { story, live }).SingleOrDefaultAsync(token);
            if (found is null)
            {
                await index.Remove(id, token);
            }
            else
            {
                await index.Put(await Entry(found.story, found.live, token), token);
            }
        },
        cancellation);

    private async Task<SearchEntry> Entry(Story story, Revision live, CancellationToken cancellation)
    {
        var authors = await db.AuthorsOf(story.Id, cancellation);
        var topics = await db.TopicsOf(story.Id, cancellation);
        var body = StoredDocument.Read(live.Body);
        var pictures = await db.Pictures([.. body.ImageIds(), .. live.LeadImageId is { } id ? [id] : Array.Empty<Guid>()], time.Now(), cancellation);
        // What a visitor is given is everybody's; all that a story open to everybody would give besides is guarded.
        List<Block> free = [.. Gate.Admit(body, story.Access, Audience.Visitor).Blocks.Where(b => b is not GateBlock)];
        var whole = Gate.Admit(body, Access.Public, Audience.Visitor).Blocks;
        List<string> guarded = [.. SearchText.Passages(whole.Skip(free.Count), pictures)];
        var lead = live.LeadImageId is { } image ? pictures.GetValueOrDefault(image)?.Caption : null;
        List<string> tags = [SearchTags.Section(story.SectionId!.Value), .. authors.Select(a => SearchTags.Author(a.Id))];
        if (guarded.Count > 0)
        {
            tags.Add(SearchTags.Access(story.Access));
        }

        return new SearchEntry
        {
            Number = await Number(story, cancellation),
            StoryId = story.Id,
            LiveId = live.Id,
            Cut = CutText.Version,
            Head = IndexedText.Of([live.Headline, live.Standfirst, .. authors.Select(a => a.Name), .. topics.Select(t => t.Name)]),
            Body = IndexedText.Of([.. lead is null ? Array.Empty<string>() : [lead], .. SearchText.Passages(free, pictures)]),
            Guarded = guarded.Count == 0 ? "" : IndexedText.Of(guarded),
            Tags = string.Join(' ', tags),
        };
    }

    private async Task<long> Number(Story story, CancellationToken cancellation)
    {
        var number = SearchMoment.Of(story.PublishedAt!.Value);
        while (await db.SearchEntries.AnyAsync(e => e.Number == number && e.StoryId != story.Id, cancellation))
        {
            number++;
        }

        return number;
    }
}
