using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>
/// What the newsroom searches as it types: headline, standfirst, authors, topics and address of every working copy, as each engine indexes them: FTS5 on SQLite, <c>tsvector</c> on PostgreSQL. Nobody else knows which.
/// It is written in the transaction of each save, so that what was just saved is found; <see cref="Fill"/> makes up what came by another way.
/// </summary>
public sealed class DeskIndex(BroadsheetDb db) : IHandle<AuthorRenamed>, IHandle<TopicRenamed>
{
    private const int AtOnce = 100;

    // A word that is common is met often enough among so many; one that is not leaves few to be sorted.
    private const int Newest = 1000;

    private bool IsPostgres => db.Engine is Engine.Postgres;

    public Task Handle(AuthorRenamed message, CancellationToken cancellation) => PutTagged(DeskText.Author(message.Author), cancellation);

    public Task Handle(TopicRenamed message, CancellationToken cancellation) => PutTagged(DeskText.Topic(message.Topic), cancellation);

    /// <summary>Takes in a story as it was just saved; to be called in that transaction.</summary>
    public Task Put(Story story, CancellationToken cancellation) => Put([story], cancellation);

    /// <summary>Takes out stories that are about to be deleted.</summary>
    public async Task Remove(IReadOnlyList<Guid> stories, CancellationToken cancellation)
    {
        foreach (var story in stories)
        {
            await Remove(story, cancellation);
        }
    }

    /// <summary>The ids of the stories that hold the words, newest first.</summary>
    public async Task<List<Guid>> Find(DeskQuery query, DeskFilter filter, Guid? after, int most, CancellationToken cancellation)
    {
        if (query.Terms.Count == 0)
        {
            return [];
        }

        var before = after is { } last ? await db.DeskEntries.Where(e => e.StoryId == last).Select(e => (long?)e.Number).SingleOrDefaultAsync(cancellation) ?? DeskEntry.NumberOf(last) : long.MaxValue;
        return await (IsPostgres ? FindInVectors(Tsquery(query, filter), before, most, cancellation) : FindInTable(Match(query, filter), before, most, cancellation));
    }

    /// <summary>Takes in every working copy that is not there as it stands, newest first: those from before there was an index, from a backup, or saved by a node of an earlier version.</summary>
    /// <returns>How many stories.</returns>
    public async Task<int> Fill(CancellationToken cancellation)
    {
        var filled = 0;
        while (await db.Unlisted.OrderByDescending(s => s.Id).Select(s => s.Id).Take(AtOnce).ToArrayAsync(cancellation) is { Length: > 0 } stories)
        {
            await Put(stories, cancellation);
            filled += stories.Length;
        }

        return filled;
    }

    private async Task PutTagged(string tag, CancellationToken cancellation)
    {
        var tagged = await (IsPostgres
            ? db.Database.SqlQuery<Guid>($"SELECT story_id AS \"Value\" FROM desk WHERE words @@ CAST({$"'{tag}'"} AS text)::tsquery").ToListAsync(cancellation)
            : db.Database.SqlQuery<Guid>($"SELECT story_id AS \"Value\" FROM desk_words JOIN desk ON number = desk_words.rowid WHERE desk_words MATCH {$"\"{tag}\""}").ToListAsync(cancellation));
        foreach (var stories in tagged.Chunk(AtOnce))
        {
            await Put(stories, cancellation);
        }
    }

    // One at a time may index a story.
    private Task Put(Guid[] ids, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (IsPostgres)
            {
                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM stories WHERE id = ANY({ids}) ORDER BY id FOR UPDATE", token);
            }

            await db.Stories.Where(s => ids.Contains(s.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.DraftSectionId, s => db.Set<Revision>().Where(r => r.Id == s.DraftId).Select(r => r.SectionId).FirstOrDefault()), token);
            await Put(await db.Stories.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(token), token);
        },
        cancellation);

    private async Task Put(IReadOnlyList<Story> stories, CancellationToken cancellation)
    {
        List<Guid> ids = [.. stories.Select(s => s.DraftId)];
        var drafts = await db.Revisions.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Headline, r.Standfirst, r.Slug, r.SectionId, r.AuthorIds, r.TopicIds }).ToDictionaryAsync(r => r.Id, cancellation);
        List<Guid> authorIds = [.. drafts.Values.SelectMany(d => d.AuthorIds).Distinct()];
        List<Guid> topicIds = [.. drafts.Values.SelectMany(d => d.TopicIds).Distinct()];
        var authors = await db.Authors.Where(a => authorIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var topics = await db.Topics.Where(t => topicIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, cancellation);
        foreach (var story in stories)
        {
            var draft = drafts[story.DraftId];
            string?[] texts = [draft.Headline, draft.Standfirst, draft.Slug ?? story.Slug, .. draft.AuthorIds.Select(authors.GetValueOrDefault), .. draft.TopicIds.Select(topics.GetValueOrDefault)];
            await Write(
                story,
                [
                    .. DeskText.Words(texts.OfType<string>()),
                    story.ThrownAwayAt is null ? DeskText.State(story.State) : DeskText.Bin,
                    .. draft.SectionId is { } section ? new[] { DeskText.Section(section) } : [],
                    .. draft.AuthorIds.Select(DeskText.Author),
                    .. draft.TopicIds.Select(DeskText.Topic),
                ],
                cancellation);
        }
    }

    private async Task Write(Story story, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        var number = await Number(story.Id, cancellation);
        await Remove(story.Id, cancellation);
        var (state, isThrownAway) = (story.State.ToString(), story.ThrownAwayAt is not null);
        if (IsPostgres)
        {
            var vector = string.Join(' ', words.Select(w => $"'{w}'"));
            // Two nodes may have taken the same number in the same moment; Fill makes up the second.
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO desk (number, story_id, draft_id, state, is_thrown_away, cut, words) VALUES ({number}, {story.Id}, {story.DraftId}, {state}, {isThrownAway}, {CutText.Version}, {vector}::tsvector) ON CONFLICT DO NOTHING",
                cancellation);
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO desk (number, story_id, draft_id, state, is_thrown_away, cut) VALUES ({number}, {story.Id}, {story.DraftId}, {state}, {isThrownAway}, {CutText.Version})", cancellation);
        await db.Database.ExecuteSqlAsync($"INSERT INTO desk_words (rowid, words) VALUES ({number}, {string.Join(' ', words)})", cancellation);
    }

    private async Task Remove(Guid story, CancellationToken cancellation)
    {
        if (!IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM desk_words WHERE rowid IN (SELECT number FROM desk WHERE story_id = {story})", cancellation);
        }

        await db.Database.ExecuteSqlAsync($"DELETE FROM desk WHERE story_id = {story}", cancellation);
    }

    private async Task<long> Number(Guid story, CancellationToken cancellation)
    {
        var number = DeskEntry.NumberOf(story);
        while (await db.DeskEntries.AnyAsync(e => e.Number == number && e.StoryId != story, cancellation))
        {
            number++;
        }

        return number;
    }

    private Task<List<Guid>> FindInTable(string match, long before, int most, CancellationToken cancellation) => db.Database
        .SqlQuery<Guid>($"SELECT story_id AS \"Value\" FROM desk_words CROSS JOIN desk ON number = desk_words.rowid WHERE desk_words MATCH {match} AND desk_words.rowid < {before} ORDER BY desk_words.rowid DESC LIMIT {most}")
        .ToListAsync(cancellation);

    // The planner knows neither what is common nor what is new, so it is not asked: “+ 0” and the setting leave it the index of the words alone.
    private Task<List<Guid>> FindInVectors(string tsquery, long before, int most, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var near = await db.Database.SqlQuery<Guid>(
                $"""
                WITH near AS MATERIALIZED (SELECT number, story_id, words FROM desk WHERE number < {before} ORDER BY number DESC LIMIT {Newest})
                SELECT story_id AS "Value" FROM near WHERE words @@ CAST({tsquery} AS text)::tsquery ORDER BY number DESC LIMIT {most}
                """).ToListAsync(token);
            if (near.Count == most)
            {
                return near;
            }

            await db.Database.ExecuteSqlAsync($"SET LOCAL enable_seqscan = off", token);
            return await db.Database
                .SqlQuery<Guid>($"SELECT story_id AS \"Value\" FROM desk WHERE words @@ CAST({tsquery} AS text)::tsquery AND number + 0 < {before} ORDER BY number + 0 DESC LIMIT {most}")
                .ToListAsync(token);
        },
        cancellation);

    private static string Match(DeskQuery query, DeskFilter filter)
    {
        var words = string.Join(" AND ", query.Terms.Select(term => $"({string.Join(" OR ", term.Beginnings.Select(b => $"\"{b}\" *").Concat(term.Tags.Select(Quoted)))})"));
        var all = string.Join(" AND ", Tags(filter).Select(Quoted).Prepend($"({words})"));
        return IsAnyState(filter) ? $"({all}) NOT {Quoted(DeskText.Bin)}" : all;

        static string Quoted(string tag) => $"\"{tag}\"";
    }

    private static string Tsquery(DeskQuery query, DeskFilter filter)
    {
        var words = query.Terms.Select(term => $"({string.Join(" | ", term.Beginnings.Select(b => $"'{b}':*").Concat(term.Tags.Select(Quoted)))})");
        var all = string.Join(" & ", words.Concat(Tags(filter).Select(Quoted)));
        return IsAnyState(filter) ? $"{all} & !{Quoted(DeskText.Bin)}" : all;

        static string Quoted(string tag) => $"'{tag}'";
    }

    private static IEnumerable<string> Tags(DeskFilter filter)
    {
        if (!IsAnyState(filter))
        {
            yield return filter.IsBin ? DeskText.Bin : DeskText.State(filter.State!.Value);
        }

        if (filter.SectionId is { } section)
        {
            yield return DeskText.Section(section);
        }
    }

    private static bool IsAnyState(DeskFilter filter) => filter is { IsBin: false, State: null };
}
