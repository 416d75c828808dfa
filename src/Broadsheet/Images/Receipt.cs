namespace Broadsheet.Images;

/// <summary>A picture file that was received and found good, on this machine's disk until disposed.</summary>
/// <param name="Embedded">What the file says of itself.</param>
public sealed record Receipt(string Path, ImageKind Kind, long Bytes, byte[] Hash, int Width, int Height, bool IsAnimated, ImageFacts Embedded) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}
