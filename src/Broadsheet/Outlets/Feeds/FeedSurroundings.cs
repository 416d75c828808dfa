using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Feeds;

/// <summary>What stands beside the stories of a feed: authors, topics, corrections, withdrawals, fetched once for all.</summary>
public sealed class FeedSurroundings
{
    private readonly ILookup<Guid, FeedAuthor> _authors;
    private readonly ILookup<Guid, FeedTopic> _topics;
    private readonly ILookup<Guid, Correction> _corrections;
    private readonly Dictionary<Guid, FeedWithdrawal> _withdrawals;

    private FeedSurroundings(ILookup<Guid, FeedAuthor> authors, ILookup<Guid, FeedTopic> topics, ILookup<Guid, Correction> corrections, Dictionary<Guid, FeedWithdrawal> withdrawals) =>
        (_authors, _topics, _corrections, _withdrawals) = (authors, topics, corrections, withdrawals);

    public IEnumerable<string> Tags => _authors.SelectMany(a => a).Select(a => StoryTags.Author(a.Id)).Concat(_topics.SelectMany(t => t).Select(t => StoryTags.Topic(t.Id)));

    /// <summary>When something was corrected or taken back.</summary>
    public IEnumerable<DateTimeOffset> Changes => _corrections.SelectMany(c => c).Select(c => c.At).Concat(_withdrawals.Values.Select(w => w.At));

    public static async Task<FeedSurroundings> Of(BroadsheetDb db, IReadOnlyList<Guid> stories, CancellationToken cancellation)
    {
        var authors = await db.Bylines.AsNoTracking()
            .Where(b => stories.Contains(b.StoryId))
            .Join(db.Authors, b => b.AuthorId, a => a.Id, (b, a) => new { b.StoryId, b.Position, Author = new FeedAuthor(a.Id, a.Slug, a.Name) })
            .ToListAsync(cancellation);
        var topics = await db.StoryTopics.AsNoTracking()
            .Where(t => stories.Contains(t.StoryId))
            .Join(db.Topics, t => t.TopicId, t => t.Id, (link, topic) => new { link.StoryId, link.Position, Topic = new FeedTopic(topic.Id, topic.Name) })
            .ToListAsync(cancellation);
        var corrections = await db.Corrections.AsNoTracking().Where(c => stories.Contains(c.StoryId)).OrderBy(c => c.At).ToListAsync(cancellation);
        var withdrawals = await db.Withdrawals.AsNoTracking().Where(w => stories.Contains(w.StoryId) && w.EndedAt == null).ToListAsync(cancellation);
        return new FeedSurroundings(
            authors.OrderBy(a => a.Position).ToLookup(a => a.StoryId, a => a.Author),
            topics.OrderBy(t => t.Position).ToLookup(t => t.StoryId, t => t.Topic),
            corrections.ToLookup(c => c.StoryId),
            withdrawals.ToDictionary(w => w.StoryId, w => new FeedWithdrawal(w.At, w.Reason)));
    }

    /// <summary>In the byline's order.</summary>
    public IEnumerable<FeedAuthor> AuthorsOf(Guid story) => _authors[story];

    public IReadOnlyList<string> TopicsOf(Guid story) => [.. _topics[story].Select(t => t.Name)];

    /// <summary>Oldest first.</summary>
    public IEnumerable<Correction> CorrectionsOf(Guid story) => _corrections[story];

    public FeedWithdrawal WithdrawalOf(Guid story) => _withdrawals[story];

    /// <summary>Who signs a story.</summary>
    public sealed record FeedAuthor(Guid Id, string Slug, string Name);

    private sealed record FeedTopic(Guid Id, string Name);
}
