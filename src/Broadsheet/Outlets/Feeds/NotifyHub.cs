using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Feeds;

/// <summary>
/// Tells the hub (WebSub) which feeds have changed: a form with <c>hub.mode=publish</c> and the address of each. Not before every node has the change, or the hub would fetch the old feed once more.
/// </summary>
public sealed class NotifyHub(Settings settings, BroadsheetDb db, ChangeFeed changes, HttpClient http, TimeProvider time, ILogger<NotifyHub> log) : IHandle<StoryPublished>, IHandle<StoryCorrected>, IHandle<StoryWithdrawn>, IHandle<VersionWithheld>
{
    // Hubs look at feeds by themselves, too; one that has not answered for a day is not one.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public Task Handle(StoryPublished message, CancellationToken cancellation) => Notify(message.Story, cancellation);

    public Task Handle(StoryCorrected message, CancellationToken cancellation) => Notify(message.Story, cancellation);

    public Task Handle(StoryWithdrawn message, CancellationToken cancellation) => Notify(message.Story, cancellation);

    public Task Handle(VersionWithheld message, CancellationToken cancellation) => Notify(message.Story, cancellation);

    /// <exception cref="HttpRequestException">The hub can't be reached or refuses; the outbox tries again, for <see cref="Patience"/>.</exception>
    private async Task Notify(Guid story, CancellationToken cancellation)
    {
        if (settings.WebSubHub is not { } hub)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(ChangeFeed.LongestTelling);
        await changes.Everywhere(await db.Changes.MaxAsync(c => (long?)c.Number, patience.Token) ?? 0, patience.Token);
        var site = settings.Url.GetLeftPart(UriPartial.Authority);
        using var form = new FormUrlEncodedContent(
            (await Homes(story, cancellation)).SelectMany(home => FeedFormat.All.Select(format => KeyValuePair.Create("hub.url", site + format.PathOf(home)))).Prepend(KeyValuePair.Create("hub.mode", "publish")));
        try
        {
            using var answer = await http.PostAsync(hub, form, cancellation);
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            if (await Since(story, cancellation) is not { } since || time.Now() - since < Patience)
            {
                throw;
            }

            log.LogWarning("The hub {Hub} was not told that the feeds of story {Story} have changed: it has not answered since {Since:u}, and is not asked again", hub, story, since);
        }
    }

    // When the first message about the story that is still waiting was written.
    private Task<DateTimeOffset?> Since(Guid story, CancellationToken cancellation)
    {
        var written = story.ToString();
        return db.Outbox.Where(m => m.DoneAt == null && m.Payload.Contains(written)).MinAsync(m => (DateTimeOffset?)m.At, cancellation);
    }

    // The version before may have stood in another section, under other names: its feeds have changed too.
    private async Task<IReadOnlyList<string>> Homes(Guid story, CancellationToken cancellation)
    {
        var versions = await db.Publications.AsNoTracking()
            .Where(p => p.StoryId == story)
            .OrderByDescending(p => p.Number)
            .Take(2)
            .Join(db.Revisions, p => p.RevisionId, r => r.Id, (_, r) => new { r.SectionId, r.AuthorIds, r.TopicIds })
            .ToListAsync(cancellation);
        var sections = versions.Select(v => v.SectionId).OfType<Guid>().ToList();
        var parents = await db.Sections.AsNoTracking().Where(s => sections.Contains(s.Id) && s.ParentId != null).Select(s => s.ParentId!.Value).ToListAsync(cancellation);
        List<Guid> shown = [.. sections, .. parents];
        List<Guid> authors = [.. versions.SelectMany(v => v.AuthorIds)];
        List<Guid> topics = [.. versions.SelectMany(v => v.TopicIds)];
        return
        [
            "/",
            .. (await db.Sections.AsNoTracking().Where(s => shown.Contains(s.Id)).OrderBy(s => s.Slug).Select(s => s.Slug).ToListAsync(cancellation)).Select(StoryAddress.Section),
            .. (await db.Topics.AsNoTracking().Where(t => topics.Contains(t.Id)).OrderBy(t => t.Slug).Select(t => t.Slug).ToListAsync(cancellation)).Select(StoryAddress.Topic),
            .. (await db.Authors.AsNoTracking().Where(a => authors.Contains(a.Id)).OrderBy(a => a.Slug).Select(a => a.Slug).ToListAsync(cancellation)).Select(StoryAddress.Author),
        ];
    }
}
