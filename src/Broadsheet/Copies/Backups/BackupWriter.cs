using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Broadsheet.Copies.Backups;

/// <summary>
/// Writes the one file of a backup: a ZIP that any tool opens, whose comment ends with the SHA-256 of all of it (<see cref="Seal"/>). It goes from the beginning to the end and keeps no entry in memory.
/// </summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    /// <summary>The first entry, by which a file is known to be a backup even when its end is gone.</summary>
    public const string FirstEntry = "broadsheet-backup.txt";

    private const string About = """
        This is a backup of a site made with Broadsheet, to be restored by

            broadsheet restore FILE --data NEW-FOLDER

        manifest.json   what is in it, with the SHA-256 of everything
        rows/           the database: a JSON array a line, with the columns that the manifest names
        media/          pictures as they came
        data/           what else belongs to the site: keys, settings, themes

        It holds secrets. Keep it as you keep the site.

        """;

    private readonly Stream _file;
    private readonly Tally _tally;
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _now;
    private readonly List<ManifestEntry> _entries = [];

    private BackupWriter(Stream file, Tally tally, ZipArchive zip, DateTimeOffset now) => (_file, _tally, _zip, _now) = (file, tally, zip, now);

    public IReadOnlyList<ManifestEntry> Entries => _entries;

    /// <summary>Bytes so far, packed.</summary>
    public long Bytes => _tally.Count;

    public static async Task<BackupWriter> Begin(Stream file, DateTimeOffset now, CancellationToken cancellation)
    {
        var tally = new Tally(file);
        var zip = await ZipArchive.CreateAsync(tally, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        var writer = new BackupWriter(file, tally, zip, now);
        await writer.Add(FirstEntry, CompressionLevel.NoCompression, async entry => await entry.WriteAsync(Encoding.UTF8.GetBytes(About), cancellation), cancellation);
        return writer;
    }

    /// <summary>Adds an entry with what <paramref name="write"/> writes.</summary>
    public async Task<ManifestEntry> Add(string name, CompressionLevel compression, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var entry = await Write(name, compression, write, cancellation);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Adds the manifest and ends the file: from now on it is whole.</summary>
    public async Task End(Manifest manifest, CancellationToken cancellation)
    {
        await Write(Manifest.EntryName, CompressionLevel.Optimal, entry => JsonSerializer.SerializeAsync(entry, manifest, Manifest.Json, cancellation), cancellation);
        _zip.Comment = Seal.Empty;
        await _zip.DisposeAsync();
        await Seal.Close(_file, _tally.Hash(), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _tally.DisposeAsync();
    }

    private async Task<ManifestEntry> Write(string name, CompressionLevel compression, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var entry = _zip.CreateEntry(name, compression);
        entry.LastWriteTime = _now;
        await using var content = await entry.OpenAsync(cancellation);
        await using var tally = new Tally(content);
        await write(tally);
        return new ManifestEntry(name, tally.Count, tally.Hash());
    }
}
