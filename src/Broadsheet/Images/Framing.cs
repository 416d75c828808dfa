namespace Broadsheet.Images;

/// <summary>How a rendition is cut: the whole picture is scaled, then a part of it taken, as near round the focal point as its edges allow. All in pixels.</summary>
public sealed record Framing(int ScaledWidth, int ScaledHeight, int Left, int Top, int Width, int Height)
{
    /// <summary>The framing of one rendition.</summary>
    /// <param name="focus">The focal point, from 0 to 1 both ways.</param>
    public static Framing Of(Picture picture, Shape shape, int width, (double X, double Y) focus)
    {
        var height = picture.HeightAt(shape, width);
        var scale = Math.Max((double)width / picture.Width, (double)height / picture.Height);
        var scaledWidth = Math.Max(width, (int)Math.Round(picture.Width * scale));
        var scaledHeight = Math.Max(height, (int)Math.Round(picture.Height * scale));
        return new(scaledWidth, scaledHeight, Start(focus.X, scaledWidth, width), Start(focus.Y, scaledHeight, height), width, height);
    }

    private static int Start(double focus, int scaled, int kept) => Math.Clamp((int)Math.Round(focus * scaled - kept / 2.0), 0, scaled - kept);
}
