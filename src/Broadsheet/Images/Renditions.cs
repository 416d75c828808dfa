using System.Runtime.CompilerServices;
using Broadsheet.Images.Metadata;
using Broadsheet.Platform.Media;

namespace Broadsheet.Images;

/// <summary>Makes the renditions of images and keeps them in the media store.</summary>
public sealed class Renditions(IMediaStore store, Darkroom darkroom)
{
    /// <summary>Makes one rendition for a reader who waits.</summary>
    public async Task Make(Image image, Rendition rendition, CancellationToken cancellation)
    {
        byte[] print;
        using (await darkroom.Enter(PixelsOf(image), cancellation))
        {
            using var original = await Original(image, cancellation);
            print = await Task.Run(
                () =>
                {
                    using var negative = Develop(image, original, rendition.Shape, rendition.Width);
                    return negative.Print(SizeOf(image, rendition), rendition.Format, inHaste: true);
                },
                cancellation);
        }

        await Keep(rendition, print, cancellation);
    }

    /// <summary>Makes what is still missing of the renditions that are made beforehand; each shape is decoded once.</summary>
    /// <returns>How many there are after each step, and how many there will be.</returns>
    public async IAsyncEnumerable<(int Done, int Total)> MakeBeforehand(Image image, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var all = Rendition.Beforehand(image.Picture).ToList();
        var there = await store.Names(Rendition.Folder(image.Id), cancellation);
        var missing = all.Where(rendition => !there.Contains(rendition.Name)).ToList();
        var done = all.Count - missing.Count;
        yield return (done, all.Count);
        if (missing.Count == 0)
        {
            yield break;
        }

        using var original = await Original(image, cancellation);
        foreach (var shape in missing.GroupBy(rendition => rendition.Shape))
        {
            using var negative = await InDarkroom(image, () => Develop(image, original, shape.Key, shape.Max(rendition => rendition.Width)), cancellation);
            foreach (var width in shape.GroupBy(rendition => rendition.Width))
            {
                foreach (var rendition in width)
                {
                    var print = await InDarkroom(image, () => negative.Print(SizeOf(image, rendition), rendition.Format, inHaste: false), cancellation);
                    await Keep(rendition, print, cancellation);
                    done++;
                }

                yield return (done, all.Count);
            }
        }
    }

    /// <summary>Removes all renditions of an image, under whatever key.</summary>
    public Task Remove(Guid image, CancellationToken cancellation) => store.Remove(Rendition.Folder(image), cancellation);

    private static long PixelsOf(Image image) => (long)image.Width * image.Height;

    private static (int Width, int Height) SizeOf(Image image, Rendition rendition) => (rendition.Width, image.Picture.HeightAt(rendition.Shape, rendition.Width));

    private static Negative Develop(Image image, MediaCopy original, Shape shape, int width) =>
        Negative.Develop(original.Path, Framing.Of(image.Picture, shape, width, (image.FocalX, image.FocalY)), CreditPacket.Write(image));

    private async Task<MediaCopy> Original(Image image, CancellationToken cancellation) =>
        await store.Fetch(image.Original, cancellation) ?? throw new InvalidOperationException($"The original of the image {image.Id} is missing from the media store: {image.Original}.");

    private async Task<T> InDarkroom<T>(Image image, Func<T> work, CancellationToken cancellation)
    {
        using var place = await darkroom.Enter(PixelsOf(image), cancellation);
        return await Task.Run(work, cancellation);
    }

    private Task Keep(Rendition rendition, byte[] print, CancellationToken cancellation) => store.Put(rendition.Name, new MemoryStream(print, writable: false), cancellation);
}
