namespace Broadsheet.Images.Containers;

/// <summary>What the structure of a picture file says, read without decoding anything.</summary>
/// <param name="End">Where the picture ends; what comes after it is something else.</param>
/// <param name="Whole">What it takes where it can't be decoded line by line; null where it can.</param>
/// <param name="IsAnimated">It has more than one frame.</param>
public sealed record Container(ImageKind Kind, long End, WholeDecoding? Whole, bool IsAnimated)
{
    /// <summary>Reads the structure from the beginning to the picture's end.</summary>
    /// <exception cref="Damaged">It is cut short or not what its kind prescribes.</exception>
    public static Container Read(ImageKind kind, Stream file)
    {
        file.Position = 0;
        var bytes = new ByteReader(file);
        return kind switch
        {
            ImageKind.Jpeg => JpegFile.Read(bytes),
            ImageKind.Png => PngFile.Read(bytes),
            ImageKind.WebP => WebPFile.Read(bytes),
            ImageKind.Avif => AvifFile.Read(bytes),
            ImageKind.Gif => GifFile.Read(bytes),
            ImageKind.Tiff => TiffFile.Read(bytes),
            _ => throw new InvalidOperationException($"Unknown kind {kind}."),
        };
    }
}
