using Broadsheet.Images;
using Broadsheet.Outlets.Themes.Views;

namespace Broadsheet.Outlets.Pages;

/// <summary>Pictures as templates take them.</summary>
public static class PictureViews
{
    // The JPEG for browsers that choose none of the better formats.
    private const int Plain = 1280;

    /// <summary>What other sites show where a story is shared: one JPEG.</summary>
    public static PictureView Share(Picture picture)
    {
        var width = picture.Widths(Shape.Share)[0];
        return new PictureView { Address = picture.Address(Shape.Share, width, PictureFormat.Jpeg), Width = width, Height = picture.HeightAt(Shape.Share, width), Alt = picture.Alt };
    }

    public static PictureView Of(Picture picture, Shape shape, bool isFirst = false)
    {
        var width = picture.WidthWithin(shape, Plain);
        return new PictureView
        {
            Address = picture.Address(shape, width, PictureFormat.Jpeg),
            SrcSet = picture.SourceSet(shape, PictureFormat.Jpeg),
            Sources = [new("image/avif", picture.SourceSet(shape, PictureFormat.Avif)), new("image/webp", picture.SourceSet(shape, PictureFormat.WebP))],
            Width = width,
            Height = picture.HeightAt(shape, width),
            Alt = picture.Alt,
            Caption = picture.Caption,
            Credit = picture.Credit,
            IsFirst = isFirst,
        };
    }
}
