namespace Broadsheet.Images;

/// <summary>The kinds of picture file that are taken.</summary>
public enum ImageKind
{
    Jpeg,
    Png,
    WebP,
    Avif,
    Gif,
    Tiff,
}

public static class ImageKinds
{
    extension(ImageKind kind)
    {
        /// <summary>As people call it.</summary>
        public string Name => kind switch
        {
            ImageKind.Jpeg => "JPEG",
            ImageKind.Png => "PNG",
            ImageKind.WebP => "WebP",
            ImageKind.Avif => "AVIF",
            ImageKind.Gif => "GIF",
            ImageKind.Tiff => "TIFF",
            _ => throw new InvalidOperationException($"Unknown kind {kind}."),
        };

        public string MediaType => kind switch
        {
            ImageKind.Jpeg => "image/jpeg",
            ImageKind.Png => "image/png",
            ImageKind.WebP => "image/webp",
            ImageKind.Avif => "image/avif",
            ImageKind.Gif => "image/gif",
            ImageKind.Tiff => "image/tiff",
            _ => throw new InvalidOperationException($"Unknown kind {kind}."),
        };

        /// <summary>The endings of file names that say so, without the dot.</summary>
        public IReadOnlyList<string> Endings => kind switch
        {
            ImageKind.Jpeg => ["jpg", "jpeg", "jpe", "jfif"],
            ImageKind.Png => ["png", "apng"],
            ImageKind.WebP => ["webp"],
            ImageKind.Avif => ["avif", "avifs"],
            ImageKind.Gif => ["gif"],
            ImageKind.Tiff => ["tif", "tiff"],
            _ => throw new InvalidOperationException($"Unknown kind {kind}."),
        };
    }
}
