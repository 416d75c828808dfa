using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Broadsheet.Platform.Web;

namespace Broadsheet.Copies.Backups;

/// <summary>A backup that was read through and found whole.</summary>
internal sealed class BackupFile : IAsyncDisposable
{
    private readonly ZipArchive _zip;

    private BackupFile(ZipArchive zip, Manifest manifest) => (_zip, Manifest) = (zip, manifest);

    public Manifest Manifest { get; }

    /// <summary>Opens a backup and checks every byte of it.</summary>
    /// <exception cref="Refused">It is none, is not whole, or is a newer program's; the sentence names what is wrong.</exception>
    public static async Task<BackupFile> Open(string path, Progress progress, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new Refused($"There is no file {path}.");
        }

        await Check(path, progress, cancellation);
        var zip = await Unzip(path, cancellation);
        var manifest = await ManifestOf(zip, cancellation);
        return manifest.Format <= Manifest.CurrentFormat
            ? new BackupFile(zip, manifest)
            : throw new Refused($"{path} was made by Broadsheet {manifest.Program}, and this is {MakeBackup.Program}: restore it with that version or a later one.");
    }

    /// <summary>The entries below a folder, in the order of the file, without the folder in their names.</summary>
    public IEnumerable<(string Name, Func<CancellationToken, Task<Stream>> Open)> Entries(string folder) => Manifest.Entries
        .Where(entry => entry.Name.StartsWith(folder, StringComparison.Ordinal))
        .Select(entry => (entry.Name[folder.Length..], (Func<CancellationToken, Task<Stream>>)(cancellation => Open(_zip, entry.Name, cancellation))));

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private static async Task Check(string path, Progress progress, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
        if (await Seal.Find(file, cancellation) is not { } hash)
        {
            throw new Refused(await IsOurs(file, cancellation)
                ? $"{path} is not whole: its end is cut off or damaged. Nothing was restored; take another backup."
                : $"{path} is no backup of Broadsheet.");
        }

        if (await Seal.Reckon(file, read => progress.Say($"Checking: {new Size(read)} of {new Size(file.Length)} …"), cancellation) != hash)
        {
            throw new Refused($"{path} is damaged: {await Damaged(path, cancellation)}. Nothing was restored; take another backup.");
        }
    }

    private static async Task<bool> IsOurs(FileStream file, CancellationToken cancellation)
    {
        var start = new byte[200];
        file.Seek(0, SeekOrigin.Begin);
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return start.AsSpan(0, length).IndexOf(Encoding.ASCII.GetBytes(BackupWriter.FirstEntry)) >= 0;
    }

    private static async Task<ZipArchive> Unzip(string path, CancellationToken cancellation) =>
        await ZipArchive.CreateAsync(new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous }), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8, cancellation);

    private static async Task<Manifest> ManifestOf(ZipArchive zip, CancellationToken cancellation)
    {
        await using var json = await Open(zip, Manifest.EntryName, cancellation);
        return await JsonSerializer.DeserializeAsync<Manifest>(json, Manifest.Json, cancellation) ?? throw new InvalidDataException("The manifest is empty.");
    }

    private static async Task<Stream> Open(ZipArchive zip, string name, CancellationToken cancellation) =>
        await (zip.GetEntry(name) ?? throw new InvalidDataException($"The entry {name} is missing.")).OpenAsync(cancellation);

    // The seal says that a byte is wrong; this finds out where.
    private static async Task<string> Damaged(string path, CancellationToken cancellation)
    {
        var reading = Manifest.EntryName;
        try
        {
            await using var zip = await Unzip(path, cancellation);
            foreach (var entry in (await ManifestOf(zip, cancellation)).Entries)
            {
                reading = entry.Name;
                await using var content = await Open(zip, entry.Name, cancellation);
                await using var tally = new Tally(Stream.Null);
                await content.CopyToAsync(tally, cancellation);
                if (tally.Count != entry.Bytes || tally.Hash() != entry.Sha256)
                {
                    return $"{reading} is not what was written";
                }
            }

            return "what is packed in it is well, and the packing is not what was written";
        }
        catch (Exception e) when (e is InvalidDataException or IOException or JsonException or NotSupportedException or ArgumentException)
        {
            return $"{reading} can't be read";
        }
    }
}
