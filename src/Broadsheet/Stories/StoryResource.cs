using System.Text.Json;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>A story as the API shows it: its working copy, and where it stands.</summary>
public sealed record StoryResource
{
    public required Guid Id { get; init; }

    /// <summary>The public address, percent-encoded; null until the story has one.</summary>
    public string? Url { get; init; }

    public required StoryState State { get; init; }

    /// <summary>The working copy differs from what readers see.</summary>
    public required bool HasChanges { get; init; }

    public required string Headline { get; init; }

    public required string Standfirst { get; init; }

    /// <summary>The section's slug.</summary>
    public string? Section { get; init; }

    public string? Slug { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary><c>public</c>, <c>readers</c>, <c>members</c> or <c>tier:SLUG</c>.</summary>
    public required string Access { get; init; }

    public Guid? LeadImage { get; init; }

    public string? Dateline { get; init; }

    public string? Language { get; init; }

    public Guid? TranslationOf { get; init; }

    public required bool NoAppeals { get; init; }

    public string? SeoTitle { get; init; }

    public string? SeoDescription { get; init; }

    /// <summary>The document; lists leave it out.</summary>
    public JsonElement? Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the working copy goes out.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>The number of the version that readers see; 0 before the first.</summary>
    public required int LiveVersion { get; init; }

    /// <summary>In the bin since; it can be restored for thirty days.</summary>
    public DateTimeOffset? ThrownAwayAt { get; init; }

    /// <summary>What of a Markdown or HTML body could not be kept, by name.</summary>
    public IReadOnlyList<string>? NotKept { get; init; }
}

/// <summary>Reads stories as the API shows them.</summary>
public sealed class StoryResources(BroadsheetDb db, Settings settings)
{
    /// <summary>One story, with its body.</summary>
    public async Task<StoryResource> Of(Story story, CancellationToken cancellation, IReadOnlyList<string>? notKept = null)
    {
        var draft = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == story.DraftId, cancellation);
        var shown = (await Of([(story, draft)], cancellation))[0];
        using var body = JsonDocument.Parse(draft.Body);
        return shown with { Body = body.RootElement.Clone(), NotKept = notKept is { Count: > 0 } ? notKept : null };
    }

    /// <summary>Several stories without their bodies; names, sections and hours are fetched once for all.</summary>
    public async Task<IReadOnlyList<StoryResource>> Of(IReadOnlyList<(Story Story, Revision Draft)> rows, CancellationToken cancellation)
    {
        List<Guid> authorIds = [.. rows.SelectMany(r => r.Draft.AuthorIds).Distinct()];
        List<Guid> topicIds = [.. rows.SelectMany(r => r.Draft.TopicIds).Distinct()];
        List<Guid> storyIds = [.. rows.Select(r => r.Story.Id)];
        var authors = await db.Authors.AsNoTracking().Where(a => authorIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var topics = await db.Topics.AsNoTracking().Where(t => topicIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, cancellation);
        var sections = await db.Sections.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Slug, cancellation);
        var hours = await db.Schedules.AsNoTracking().Where(s => s.EndedAt == null && storyIds.Contains(s.StoryId)).ToDictionaryAsync(s => s.StoryId, s => s.At, cancellation);
        return [.. rows.Select(r => Show(r.Story, r.Draft, authors, topics, sections, hours))];
    }

    /// <summary>The public address of a story that has one.</summary>
    public string? UrlOf(Story story, IReadOnlyDictionary<Guid, string> sections) => story is { SectionId: { } section, Slug: { } slug } && sections.TryGetValue(section, out var sectionSlug)
        ? $"{settings.Url.GetLeftPart(UriPartial.Authority)}/{Uri.EscapeDataString(sectionSlug)}/{Uri.EscapeDataString(slug)}"
        : null;

    // A draft's address is what publishing would most likely give it; the live one is what readers have.
    private string? Expected(Story story, Revision draft, Dictionary<Guid, string> sections)
    {
        var made = draft.Slug ?? Slug.From(draft.Headline, draft.Language);
        return draft.SectionId is { } section && made.Length > 0 && sections.TryGetValue(section, out var sectionSlug)
            ? $"{settings.Url.GetLeftPart(UriPartial.Authority)}/{Uri.EscapeDataString(sectionSlug)}/{Uri.EscapeDataString(made)}"
            : UrlOf(story, sections);
    }

    private StoryResource Show(
        Story story, Revision draft, Dictionary<Guid, string> authors, Dictionary<Guid, string> topics, Dictionary<Guid, string> sections, Dictionary<Guid, DateTimeOffset> hours) => new()
        {
            Id = story.Id,
            Url = UrlOf(story, sections) ?? Expected(story, draft, sections),
            State = story.State,
            HasChanges = story.HasChanges,
            Headline = draft.Headline,
            Standfirst = draft.Standfirst,
            Section = draft.SectionId is { } section ? sections.GetValueOrDefault(section) : null,
            Slug = draft.Slug ?? story.Slug,
            Authors = [.. draft.AuthorIds.Select(id => authors.GetValueOrDefault(id)).OfType<string>()],
            Topics = [.. draft.TopicIds.Select(id => topics.GetValueOrDefault(id)).OfType<string>()],
            Access = draft.Access.ToString(),
            LeadImage = draft.LeadImageId,
            Dateline = draft.Dateline,
            Language = draft.Language,
            TranslationOf = draft.TranslationOfId,
            NoAppeals = draft.NoAppeals,
            SeoTitle = draft.SeoTitle,
            SeoDescription = draft.SeoDescription,
            CreatedAt = story.CreatedAt,
            CreatedBy = story.CreatedBy,
            SavedAt = draft.SavedAt,
            PublishedAt = story.PublishedAt,
            UpdatedAt = story.UpdatedAt,
            ScheduledAt = hours.TryGetValue(story.Id, out var at) ? at : null,
            LiveVersion = story.LiveNumber,
            ThrownAwayAt = story.ThrownAwayAt,
        };
}
