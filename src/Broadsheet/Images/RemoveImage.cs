using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Media;

namespace Broadsheet.Images;

/// <summary>Removes the files of an image that is no longer in the library.</summary>
public sealed class RemoveImage(IMediaStore store) : IHandle<ImageDeleted>
{
    public async Task Handle(ImageDeleted message, CancellationToken cancellation)
    {
        await store.Remove(Rendition.Folder(message.Image), cancellation);
        await store.Remove(AddImage.Folder(message.Image), cancellation);
    }
}
