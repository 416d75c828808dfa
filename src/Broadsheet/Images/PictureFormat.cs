namespace Broadsheet.Images;

/// <summary>The formats in which every rendition is made; JPEG is what every reader, feed and mail can show.</summary>
public enum PictureFormat
{
    Avif,
    WebP,
    Jpeg,
}
