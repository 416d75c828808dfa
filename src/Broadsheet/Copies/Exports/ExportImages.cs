using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Copies.Exports;

/// <summary>Writes the library: every original as it came, and beside it what is said of it.</summary>
internal sealed class ExportImages(BroadsheetDb db, IMediaStore store, ExportFolder folder, Progress progress)
{
    private const int AtOnce = 200;

    private readonly List<string> _missing = [];

    /// <summary>Where an image is in an export.</summary>
    public static string NameOf(Image image) => $"images/{image.Id}.{image.Kind.Endings[0]}";

    /// <summary>What is said of an image.</summary>
    /// <param name="file">Where it is, as seen from the file that says so.</param>
    public static Fields Describe(Image image, string file) => new Fields()
        .Add("id", image.Id)
        .Add("file", file)
        .Add("alt", image.Alt)
        .Add("caption", image.Caption)
        .Add("credit", image.Credit)
        .Add("source", image.Source)
        .Add("creator", image.Creator)
        .Add("copyright", image.Copyright)
        .Add("licence", image.Licence)
        .Add("takenAt", image.TakenAt)
        .Add("expiresAt", image.ExpiresAt);

    /// <returns>The originals that were not in the store, or not as they had come.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation)
    {
        var done = 0;
        var all = await db.Images.CountAsync(cancellation);
        var after = Guid.Empty;
        while (await db.Images.AsNoTracking().Where(image => image.Id > after).OrderBy(image => image.Id).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } images)
        {
            foreach (var image in images)
            {
                await Write(image, cancellation);
                done++;
                progress.Say($"Pictures: {done:N0} of {all:N0} …");
            }

            after = images[^1].Id;
        }

        return _missing;
    }

    private async Task Write(Image image, CancellationToken cancellation)
    {
        var fields = Describe(image, Path.GetFileName(NameOf(image)))
            .Add("width", image.Width)
            .Add("height", image.Height)
            .Add("sha256", Convert.ToHexStringLower(image.Hash))
            .Add("createdAt", image.CreatedAt);
        await folder.Put($"images/{image.Id}.json", fields.ToJson(), cancellation);
        await Original(image, cancellation);
    }

    private async Task Original(Image image, CancellationToken cancellation)
    {
        var name = NameOf(image);
        if (await folder.Has(name, image.Hash, cancellation))
        {
            return;
        }

        await using var original = await store.Find(image.Original, cancellation);
        if (original is not null)
        {
            await folder.Put(name, original.Content, cancellation);
        }

        if (original is null || !await folder.Has(name, image.Hash, cancellation))
        {
            _missing.Add(image.Original);
        }
    }
}
