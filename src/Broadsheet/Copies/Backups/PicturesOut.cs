using System.IO.Compression;
using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Copies.Backups;

/// <summary>Copies originals into a backup, each once, and remembers which were not as they should be. Renditions follow from them and are left out.</summary>
internal sealed class PicturesOut(IMediaStore store, BackupWriter writer, Progress progress)
{
    private readonly HashSet<string> _copied = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>The originals that the database names, oldest first.</summary>
    public static Task<List<Original>> Named(BroadsheetDb db, CancellationToken cancellation) =>
        db.Images.AsNoTracking().OrderBy(image => image.Id).Select(image => new Original(image.Original, image.Bytes, image.Hash)).ToListAsync(cancellation);

    public async Task Copy(IReadOnlyList<Original> originals, CancellationToken cancellation)
    {
        var all = originals.Sum(original => original.Bytes);
        foreach (var original in originals.Where(original => !_copied.Contains(original.Name)))
        {
            await Copy(original, cancellation);
            progress.Say($"Pictures: {_copied.Count:N0} of {originals.Count:N0}, {new Size(_bytes)} of {new Size(all)} …");
        }
    }

    /// <summary>Those that were copied and that the rows no longer name.</summary>
    public IReadOnlyList<string> NotIn(IReadOnlyList<Original> named) => [.. _copied.Except(named.Select(original => original.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Those that the rows name and that were missing or damaged.</summary>
    public IReadOnlyList<string> MissingOf(IReadOnlyList<Original> named) => [.. named.Select(original => original.Name).Where(_missing.Contains)];

    private async Task Copy(Original original, CancellationToken cancellation)
    {
        await using var file = await store.Find(original.Name, cancellation);
        if (file is null)
        {
            _missing.Add(original.Name);
            return;
        }

        var entry = await writer.Add("media/" + original.Name, CompressionLevel.NoCompression, content => file.Content.CopyToAsync(content, cancellation), cancellation);
        _copied.Add(original.Name);
        _bytes += entry.Bytes;
        if (entry.Sha256 != Convert.ToHexStringLower(original.Hash))
        {
            _missing.Add(original.Name);
        }
    }
}

/// <summary>A picture as it came.</summary>
/// <param name="Name">Where it is in the media store.</param>
/// <param name="Hash">SHA-256.</param>
internal sealed record Original(string Name, long Bytes, byte[] Hash);
