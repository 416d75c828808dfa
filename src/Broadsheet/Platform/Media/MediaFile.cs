namespace Broadsheet.Platform.Media;

/// <summary>A file of the store, open for reading.</summary>
/// <param name="length">In bytes.</param>
public sealed class MediaFile(Stream content, long length, IDisposable? owner = null) : IAsyncDisposable
{
    public Stream Content { get; } = content;

    public long Length { get; } = length;

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        owner?.Dispose();
    }
}
