using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Copies.Exports;

/// <summary>All that an export says of some stories, fetched together.</summary>
internal sealed record StoryBatch(
    IReadOnlyDictionary<Guid, Revision> Revisions,
    ILookup<Guid, Publication> Publications,
    ILookup<Guid, Correction> Corrections,
    ILookup<Guid, Address> Addresses,
    IReadOnlyDictionary<Guid, Image> Images)
{
    public required ILookup<Guid, Withdrawal> Withdrawals { get; init; }

    public required ILookup<Guid, Schedule> Schedules { get; init; }

    public required ILookup<Guid, (int Number, Withholding Withholding)> Withholdings { get; init; }

    public static async Task<StoryBatch> Read(BroadsheetDb db, IReadOnlyList<Story> stories, bool withVersions, CancellationToken cancellation)
    {
        List<Guid> ids = [.. stories.Select(s => s.Id)];
        var publications = withVersions ? await db.Publications.AsNoTracking().Where(p => ids.Contains(p.StoryId)).OrderBy(p => p.Number).ToListAsync(cancellation) : [];
        List<Guid> wanted = [.. stories.SelectMany(s => new[] { s.DraftId, s.LiveId ?? s.DraftId }).Concat(publications.Select(p => p.RevisionId)).Distinct()];
        var revisions = await db.Revisions.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
        List<Guid> images = [.. revisions.Values.SelectMany(ImagesOf).Distinct()];
        var withheld = await db.Withholdings.AsNoTracking().Where(w => w.LiftedAt == null)
            .Join(db.Publications.Where(p => ids.Contains(p.StoryId)), w => w.PublicationId, p => p.Id, (w, p) => new { p.StoryId, p.Number, Withholding = w }).ToListAsync(cancellation);
        return new StoryBatch(
            revisions,
            publications.ToLookup(p => p.StoryId),
            (await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.StoryId)).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancellation)).ToLookup(c => c.StoryId),
            (await db.Addresses.AsNoTracking().Where(a => ids.Contains(a.StoryId)).ToListAsync(cancellation)).ToLookup(a => a.StoryId),
            await db.Images.AsNoTracking().Where(i => images.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation))
        {
            Withdrawals = (await db.Withdrawals.AsNoTracking().Where(w => ids.Contains(w.StoryId) && w.EndedAt == null).OrderBy(w => w.At).ToListAsync(cancellation)).ToLookup(w => w.StoryId),
            Schedules = (await db.Schedules.AsNoTracking().Where(s => ids.Contains(s.StoryId) && s.EndedAt == null).OrderBy(s => s.At).ToListAsync(cancellation)).ToLookup(s => s.StoryId),
            Withholdings = withheld.ToLookup(w => w.StoryId, w => (w.Number, w.Withholding)),
        };
    }

    /// <summary>The images of a revision in the order in which they are met, the lead first.</summary>
    public static IEnumerable<Guid> ImagesOf(Revision revision) =>
        (revision.LeadImageId is { } lead ? [lead] : Array.Empty<Guid>()).Concat(StoredDocument.Read(revision.Body).ImageIds()).Distinct();

    public Withdrawal? Withdrawal(Story story) => story.State is StoryState.Withdrawn ? Withdrawals[story.Id].LastOrDefault() : null;

    public DateTimeOffset? ScheduledAt(Story story) => Schedules[story.Id].FirstOrDefault()?.At;

    /// <summary>What keeps the live version from readers; null when nothing does.</summary>
    public Withholding? Withheld(Story story) => Withholding(story.Id, story.LiveNumber);

    public Withholding? Withheld(Publication publication) => Withholding(publication.StoryId, publication.Number);

    private Withholding? Withholding(Guid story, int number) => Withholdings[story].FirstOrDefault(w => w.Number == number).Withholding;
}
