using Broadsheet.Platform.Media;
using Broadsheet.Platform.Web;

namespace Broadsheet.Copies.Backups;

/// <summary>A file that is there wholly or not at all: written as <c>FILE.part</c>, flushed, renamed. Nobody but its owner may read it.</summary>
internal sealed class NewFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly bool _overwrite;
    private readonly FileStream _part;
    private bool _isWhole;

    private NewFile(string path, bool overwrite, FileStream part) => (_path, _overwrite, _part) = (path, overwrite, part);

    public Stream Content => _part;

    /// <exception cref="Refused">The file is there, or can't be.</exception>
    public static NewFile Begin(string path, bool overwrite)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new Refused($"{full} is a folder: name a file in it.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new Refused($"There is no folder {Path.GetDirectoryName(full)} to write to.");
        }

        if (File.Exists(full) && !overwrite)
        {
            throw new Refused($"{full} is there already: choose another name, or --overwrite.");
        }

        return new NewFile(full, overwrite, Part(full + ".part"));
    }

    /// <summary>Puts the file into its place.</summary>
    public void End()
    {
        _part.Flush(flushToDisk: true);
        File.Move(_part.Name, _path, _overwrite);
        _isWhole = true;
        FolderFlush.Flush(Path.GetDirectoryName(_path)!);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isWhole)
        {
            File.Delete(_part.Name);
        }

        await _part.DisposeAsync();
    }

    // A killed backup leaves its part behind; one that is still being written is locked.
    private static FileStream Part(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 20, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var part = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(part.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        part.SetLength(0);
        return part;
    }
}
