namespace Broadsheet.Images.Containers;

/// <summary>A way of storing pictures that decoders can only hold whole in memory.</summary>
/// <param name="Name">As people call it: “progressive JPEG”.</param>
/// <param name="BytesPerPixel">What libvips and its decoders were seen to take, rounded up.</param>
public sealed record WholeDecoding(string Name, int BytesPerPixel)
{
    public static WholeDecoding ProgressiveJpeg { get; } = new("progressive JPEG", 6);

    public static WholeDecoding InterlacedPng { get; } = new("interlaced PNG", 8);

    public static WholeDecoding WebP { get; } = new("WebP", 5);

    public static WholeDecoding Gif { get; } = new("GIF", 6);

    public static WholeDecoding Avif { get; } = new("AVIF", 16);
}
