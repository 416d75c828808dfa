using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Stories.Body;

namespace Broadsheet.Stories;

/// <summary>What saving and publishing have to know of the images a story shows.</summary>
public sealed class PictureFacts(BroadsheetDb db, TimeProvider time)
{
    /// <summary>Every use of an image in a revision, with what is known of it.</summary>
    public async Task<IReadOnlyList<PictureFact>> Of(Revision draft, CancellationToken cancellation)
    {
        var uses = Uses(draft.LeadImageId, StoredDocument.Read(draft.Body), "body");
        var known = await Known(uses, cancellation);
        return [.. uses.Select(use => known.TryGetValue(use.Image, out var check)
            ? new PictureFact(use.Place, check.Name, IsMissing: false, check.IsExpired, check.HasCredit, check.HasAlt)
            : new PictureFact(use.Place, use.Image.ToString(), IsMissing: true, IsExpired: false, HasCredit: false, HasAlt: false))];
    }

    /// <summary>A fault for each image that was sent and isn't in the library.</summary>
    public async Task<IReadOnlyList<Fault>> Missing(Guid? lead, BodyInput? body, CancellationToken cancellation)
    {
        var uses = Uses(lead, body?.Document ?? Document.Empty, body?.Field ?? "body");
        var known = await Known(uses, cancellation);
        return [.. uses.Where(use => !known.ContainsKey(use.Image)).Select(use => new Fault(use.Place, $"There is no image {use.Image}."))];
    }

    private static List<(string Place, Guid Image)> Uses(Guid? lead, Document body, string field) =>
        [.. lead is { } image ? [("leadImage", image)] : Array.Empty<(string, Guid)>(), .. ImagePlaces.Of(body, field)];

    private Task<IReadOnlyDictionary<Guid, ImageCheck>> Known(List<(string Place, Guid Image)> uses, CancellationToken cancellation) =>
        db.ImageChecksOf([.. uses.Select(u => u.Image).Distinct()], time.Now(), cancellation);
}
