namespace Broadsheet.Platform.Media;

/// <summary>
/// Media in a folder, which several machines may share. A file is written aside, flushed, and renamed into its place, so that no reader and no kill ever leaves half of one.
/// </summary>
public sealed class FolderStore : IMediaStore
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private readonly string _root;
    private readonly string _aside;

    /// <summary>Opens the folder, making it where it is missing, and clears away what a kill left half-written.</summary>
    /// <exception cref="IOException">It is no folder, or can't be made.</exception>
    public FolderStore(string folder)
    {
        _root = Path.GetFullPath(folder);
        if (File.Exists(_root))
        {
            throw new IOException($"{_root} is a file, and media need a folder.");
        }

        _aside = Path.Combine(_root, ".aside");
        Directory.CreateDirectory(_aside);
        ClearAbandoned();
    }

    public Task<MediaFile?> Find(string name, CancellationToken cancellation)
    {
        try
        {
            var file = new FileStream(PathOf(name), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            });
            return Task.FromResult<MediaFile?>(new MediaFile(file, file.Length));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<MediaFile?>(null);
        }
    }

    public Task<MediaCopy?> Fetch(string name, CancellationToken cancellation)
    {
        var path = PathOf(name);
        return Task.FromResult(File.Exists(path) ? new MediaCopy(path, isTemporary: false) : null);
    }

    public async Task Put(string name, Stream content, CancellationToken cancellation)
    {
        var target = PathOf(name);
        var aside = Path.Combine(_aside, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using (var file = new FileStream(aside, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous }))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            Rename(aside, target);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    public Task<IReadOnlySet<string>> Names(string folder, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<IReadOnlySet<string>>(Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/'))
                .ToHashSet(StringComparer.Ordinal));
        }
        catch (DirectoryNotFoundException)
        {
            return Task.FromResult<IReadOnlySet<string>>(new HashSet<string>(StringComparer.Ordinal));
        }
    }

    public Task Remove(string folder, CancellationToken cancellation)
    {
        // Renamed first: all files are gone at one moment, and nobody can write into the folder while it is emptied.
        var aside = Path.Combine(_aside, Guid.CreateVersion7().ToString("N"));
        try
        {
            Directory.Move(PathOf(folder), aside);
        }
        catch (DirectoryNotFoundException)
        {
            return Task.CompletedTask;
        }

        Empty(aside);
        return Task.CompletedTask;
    }

    // Who was about to write when the folder was renamed still has it open and may add a file while it is emptied.
    private static void Empty(string folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 20)
            {
                Thread.Yield();
            }
        }
    }

    public Task Check(CancellationToken cancellation) => MediaCheck.Run(this, cancellation);

    private string PathOf(string name) => Path.Combine(_root, MediaName.Checked(name));

    private void Rename(string aside, string target)
    {
        var folder = Path.GetDirectoryName(target) ?? _root;
        for (var tries = 0; ; tries++)
        {
            try
            {
                Directory.CreateDirectory(folder);
                File.Move(aside, target, overwrite: true);
                break;
            }
            catch (IOException) when (tries < 100 && File.Exists(aside))
            {
                // The folder was removed, or removed and made again, between two of the system's steps.
                Thread.Yield();
            }
        }

        for (var path = folder; path.Length >= _root.Length; path = Path.GetDirectoryName(path) ?? "")
        {
            FolderFlush.Flush(path);
        }
    }

    private void ClearAbandoned()
    {
        // Another machine may be writing into the same folder just now, hence the age.
        var before = DateTime.UtcNow - Abandoned;
        foreach (var entry in new DirectoryInfo(_aside).EnumerateFileSystemInfos().Where(entry => entry.LastWriteTimeUtc < before))
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }
}
