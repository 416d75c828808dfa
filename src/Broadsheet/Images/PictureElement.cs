using Broadsheet.Platform.Text;

namespace Broadsheet.Images;

/// <summary>A picture in every format and width, of which the browser takes one: AVIF, WebP, or JPEG.</summary>
public static class PictureElement
{
    private const int Fallback = 1280;

    /// <summary>Writes the element; no browser needs more than it to show the picture without moving anything.</summary>
    /// <param name="sizes">How wide the picture is shown, as the attribute <c>sizes</c> has it.</param>
    /// <param name="isEager">The picture is seen at once; all others wait until they are near.</param>
    public static void Write(HtmlWriter html, Picture picture, Shape shape, string sizes, bool isEager)
    {
        html.Open(HtmlTag.Picture);
        WriteSource(html, picture.SourceSet(shape, PictureFormat.Avif), sizes, "image/avif");
        WriteSource(html, picture.SourceSet(shape, PictureFormat.WebP), sizes, "image/webp");
        WriteImage(html, picture, shape, sizes);
        if (isEager)
        {
            html.Attribute(HtmlAttribute.FetchPriority, "high");
        }

        html.Attribute(HtmlAttribute.Loading, isEager ? "eager" : "lazy").Attribute(HtmlAttribute.Decoding, "async").Close();
    }

    private static void WriteSource(HtmlWriter html, string addresses, string sizes, string type) => html.Open(HtmlTag.Source)
        .Attribute(HtmlAttribute.Type, type)
        .Attribute(HtmlAttribute.SourceSet, addresses)
        .Attribute(HtmlAttribute.Sizes, sizes);

    private static void WriteImage(HtmlWriter html, Picture picture, Shape shape, string sizes)
    {
        var width = picture.WidthWithin(shape, Fallback);
        html.Open(HtmlTag.Img)
            .Attribute(HtmlAttribute.Source, picture.Address(shape, width, PictureFormat.Jpeg))
            .Attribute(HtmlAttribute.SourceSet, picture.SourceSet(shape, PictureFormat.Jpeg))
            .Attribute(HtmlAttribute.Sizes, sizes)
            .Attribute(HtmlAttribute.Width, width)
            .Attribute(HtmlAttribute.Height, picture.HeightAt(shape, width))
            .Attribute(HtmlAttribute.Alt, picture.Alt);
    }
}
