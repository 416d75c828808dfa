using NetVips;
using Vips = NetVips.Image;

namespace Broadsheet.Images;

/// <summary>A picture decoded in one framing: the right way up, in sRGB, 8 bits, ready to be printed at its own width or smaller. To be used within a place of the <see cref="Darkroom"/>.</summary>
public sealed class Negative : IDisposable
{
    private static readonly double[] White = [255];
    private readonly Vips _picture;

    private Negative(Vips picture) => _picture = picture;

    /// <summary>Decodes an original, no larger than the framing needs.</summary>
    /// <param name="credits">The XMP packet that goes into every print; all other metadata is left behind.</param>
    public static Negative Develop(string original, Framing framing, byte[] credits)
    {
        using var whole = Vips.Thumbnail(original, framing.ScaledWidth, framing.ScaledHeight, size: Enums.Size.Force, outputProfile: "srgb", failOn: Enums.FailOn.None);
        using var part = whole.ExtractArea(framing.Left, framing.Top, framing.Width, framing.Height);
        using var screen = ForScreens(part);
        using var bare = screen.Mutate(picture => KeepOnly(picture, credits));
        return new(WithoutIdleAlpha(bare.CopyMemory()));
    }

    /// <summary>The picture as a file.</summary>
    /// <param name="size">Not larger than the negative.</param>
    /// <param name="inHaste">A reader waits: a larger file that is made sooner.</param>
    public byte[] Print((int Width, int Height) size, PictureFormat format, bool inHaste)
    {
        using var print = size.Width == _picture.Width && size.Height == _picture.Height
            ? _picture.Copy()
            : _picture.ThumbnailImage(size.Width, size.Height, size: Enums.Size.Force);
        return format switch
        {
            PictureFormat.Avif => print.HeifsaveBuffer(q: 50, compression: Enums.ForeignHeifCompression.Av1, effort: inHaste ? 1 : 3, keep: Enums.ForeignKeep.Xmp),
            PictureFormat.WebP => print.WebpsaveBuffer(q: 78, effort: inHaste ? 2 : 4, keep: Enums.ForeignKeep.Xmp),
            PictureFormat.Jpeg => Jpeg(print),
            _ => throw new InvalidOperationException($"Unknown format {format}."),
        };
    }

    public void Dispose() => _picture.Dispose();

    private static byte[] Jpeg(Vips print)
    {
        using var opaque = print.HasAlpha() ? print.Flatten(background: White) : print.Copy();
        return opaque.JpegsaveBuffer(
            q: 80, optimizeCoding: true, interlace: true, trellisQuant: true, overshootDeringing: true, optimizeScans: true, quantTable: 3, keep: Enums.ForeignKeep.Xmp);
    }

    private static Vips ForScreens(Vips picture)
    {
        using var colours = picture.Interpretation is Enums.Interpretation.Srgb ? picture.Copy() : picture.Colourspace(Enums.Interpretation.Srgb);
        return colours.Format is Enums.BandFormat.Uchar ? colours.Copy() : colours.Cast(Enums.BandFormat.Uchar);
    }

    // GIFs and screenshots often say that they could be transparent, and are not.
    private static Vips WithoutIdleAlpha(Vips picture)
    {
        if (!picture.HasAlpha())
        {
            return picture;
        }

        using var alpha = picture[picture.Bands - 1];
        if (alpha.Min() < 255)
        {
            return picture;
        }

        using (picture)
        {
            using var colours = picture.ExtractBand(0, n: picture.Bands - 1);
            return colours.CopyMemory();
        }
    }

    private static void KeepOnly(MutableImage picture, byte[] credits)
    {
        foreach (var field in picture.GetFields().Where(IsMetadata))
        {
            picture.Remove(field);
        }

        picture.Set(GValue.BlobType, "xmp-data", credits);
    }

    private static bool IsMetadata(string field) =>
        field.EndsWith("-data", StringComparison.Ordinal) || field.StartsWith("exif-", StringComparison.Ordinal) || field is "orientation" or "jpeg-thumbnail-data" or "heif-primary";
}
