using System.Text.Json;
using System.Text.RegularExpressions;
using Broadsheet.Images;
using Broadsheet.Outlets.Search;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Broadsheet.Readers;
using Broadsheet.Staff;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench;

/// <summary>
/// The rows of published stories, made many times faster than the program makes them: nothing is asked of the database for each. That they are the rows that the program writes is compared whenever an archive is made.
/// </summary>
internal sealed partial class ArchiveRows
{
    private readonly Dictionary<string, Section> _sections;
    private readonly Dictionary<string, Author> _authors;
    private readonly Dictionary<string, Topic> _topics;
    private readonly Dictionary<Guid, string?> _captions;
    private readonly Actor _desk;

    private ArchiveRows(Dictionary<string, Section> sections, Dictionary<string, Author> authors, Dictionary<string, Topic> topics, Dictionary<Guid, string?> captions, Actor desk) =>
        (_sections, _authors, _topics, _captions, _desk) = (sections, authors, topics, captions, desk);

    /// <summary>Knows all names that stories of an archive can carry; those that are missing are made.</summary>
    public static async Task<ArchiveRows> Prepare(BroadsheetDb db, Names names, Actor desk, CancellationToken cancellation)
    {
        await names.Authors([.. Enumerable.Range(0, ArchiveStories.Authors).Select(ArchiveStories.Author)], cancellation);
        await names.Topics([.. Enumerable.Range(0, ArchiveStories.Topics).Select(ArchiveStories.Topic)], cancellation);
        return new ArchiveRows(
            await db.Sections.AsNoTracking().ToDictionaryAsync(s => s.Slug, StringComparer.Ordinal, cancellation),
            await db.Authors.AsNoTracking().ToDictionaryAsync(a => a.Name, StringComparer.Ordinal, cancellation),
            await db.Topics.AsNoTracking().ToDictionaryAsync(t => t.Name, StringComparer.Ordinal, cancellation),
            await db.Images.AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Caption, cancellation),
            desk);
    }

    /// <summary>Adds a story that was saved and published at a moment to a context, and gives its entry in the search.</summary>
    public SearchEntry Add(BroadsheetDb db, StoryInput input, DateTimeOffset at)
    {
        var section = _sections[input.Section.Value!];
        var story = new Story { CreatedAt = at, CreatedBy = _desk.Name, DraftId = Guid.Empty };
        var body = BodyInput.Read(input.Body, default, default, new())!;
        var draft = new Revision
        {
            StoryId = story.Id,
            Number = 1,
            SavedAt = at,
            SavedBy = _desk.Name,
            Headline = input.Headline.Value!,
            Standfirst = input.Standfirst.Value!,
            SectionId = section.Id,
            Slug = input.Slug.Value,
            AuthorIds = [.. input.Authors.Value!.Select(name => _authors[name].Id)],
            TopicIds = [.. input.Topics.Value!.Select(name => _topics[name].Id)],
            Access = Access.Parse(input.Access.Value!)!,
            LeadImageId = input.LeadImage.Value,
            Dateline = input.Dateline.Value,
            Language = input.Language.Value,
            Body = body.Json,
        };
        db.Record(_desk, "story.created", story.Id.ToString(), at, null, new { revision = 1, draft.Headline, access = draft.Access.ToString() });
        db.Record(
            _desk, "story.published", story.Id.ToString(), at, new { state = StoryState.Draft, version = 0 }, new { state = StoryState.Published, version = 1, draft.Headline, access = draft.Access.ToString(), Note = (string?)null, secondsLate = (int?)null });
        (story.DraftId, story.LiveId, story.LiveNumber, story.State) = (draft.Id, draft.Id, 1, StoryState.Published);
        (story.PublishedAt, story.UpdatedAt, story.Access, story.Language) = (at, at, draft.Access, draft.Language);
        (story.SectionId, story.TopSectionId, story.DraftSectionId, story.Slug) = (section.Id, section.ParentId ?? section.Id, section.Id, draft.Slug);
        db.Stories.Add(story);
        db.Revisions.Add(draft);
        db.Publications.Add(new Publication { StoryId = story.Id, RevisionId = draft.Id, Number = 1, At = at, By = _desk.Name });
        db.Addresses.Add(new Address { SectionId = section.Id, Slug = draft.Slug!, StoryId = story.Id });
        db.Bylines.AddRange(draft.AuthorIds.Select((author, i) => new Byline { StoryId = story.Id, AuthorId = author, Position = i, PublishedAt = at }));
        db.StoryTopics.AddRange(draft.TopicIds.Select((topic, i) => new StoryTopic { StoryId = story.Id, TopicId = topic, Position = i, PublishedAt = at }));
        return Entry(story, draft, input, body.Document);
    }

    /// <summary>Counts versions as two saves would have: the draft, and its publication.</summary>
    public static Task Count(BroadsheetDb db, CancellationToken cancellation) =>
        db.Stories.Where(s => s.Version == 1 && s.State == StoryState.Published).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, 2), cancellation);

    /// <summary>All rows of a story as text; what an id is doesn't count, only where the same one stands.</summary>
    public static async Task<string> Show(BroadsheetDb db, Guid story, CancellationToken cancellation)
    {
        var subject = story.ToString();
        var rows = JsonSerializer.Serialize(new
        {
            story = await db.Stories.AsNoTracking().SingleAsync(s => s.Id == story, cancellation),
            revisions = await db.Revisions.AsNoTracking().Where(r => r.StoryId == story).ToListAsync(cancellation),
            publications = await db.Publications.AsNoTracking().Where(p => p.StoryId == story).ToListAsync(cancellation),
            addresses = await db.Addresses.AsNoTracking().Where(a => a.StoryId == story).ToListAsync(cancellation),
            bylines = await db.Bylines.AsNoTracking().Where(b => b.StoryId == story).OrderBy(b => b.Position).ToListAsync(cancellation),
            topics = await db.StoryTopics.AsNoTracking().Where(t => t.StoryId == story).OrderBy(t => t.Position).ToListAsync(cancellation),
            audit = await db.Audit.AsNoTracking().Where(a => a.Subject == subject).OrderBy(a => a.Act).ToListAsync(cancellation),
            search = await db.SearchEntries.AsNoTracking().SingleAsync(e => e.StoryId == story, cancellation),
        });
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return Id().Replace(rows, found => $"id {(ids.TryGetValue(found.Value, out var known) ? known : ids[found.Value] = ids.Count)}");
    }

    private SearchEntry Entry(Story story, Revision draft, StoryInput input, Document body)
    {
        var pictures = body.ImageIds().ToDictionary(id => id, id => new Picture(id, "", _captions[id], null, null, 1, 1, ""));
        List<Block> free = [.. Gate.Admit(body, story.Access, Audience.Visitor).Blocks.Where(b => b is not GateBlock)];
        List<string> guarded = [.. SearchText.Passages(Gate.Admit(body, Access.Public, Audience.Visitor).Blocks.Skip(free.Count), pictures)];
        var lead = draft.LeadImageId is { } image ? _captions[image] : null;
        List<string> tags = [SearchTags.Section(story.SectionId!.Value), .. draft.AuthorIds.Select(SearchTags.Author)];
        if (guarded.Count > 0)
        {
            tags.Add(SearchTags.Access(story.Access));
        }

        return new SearchEntry
        {
            Number = SearchMoment.Of(story.PublishedAt!.Value),
            StoryId = story.Id,
            LiveId = draft.Id,
            Cut = CutText.Version,
            Head = IndexedText.Of([draft.Headline, draft.Standfirst, .. input.Authors.Value!, .. input.Topics.Value!]),
            Body = IndexedText.Of([.. lead is null ? Array.Empty<string>() : [lead], .. SearchText.Passages(free, pictures)]),
            Guarded = guarded.Count == 0 ? "" : IndexedText.Of(guarded),
            Tags = string.Join(' ', tags),
        };
    }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
