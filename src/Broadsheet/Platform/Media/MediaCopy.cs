namespace Broadsheet.Platform.Media;

/// <summary>A file of the store on this machine's disk. A copy that was only fetched for this is deleted in the end.</summary>
public sealed class MediaCopy(string path, bool isTemporary) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose()
    {
        if (isTemporary)
        {
            File.Delete(Path);
        }
    }
}
