namespace Broadsheet.Images;

/// <summary>One of the pictures that readers get of an image.</summary>
/// <param name="Address">Where readers find it: <c>/media/{id}/{key}/{shape}-{width}.{format}</c>.</param>
public sealed record Rendition(Shape Shape, int Width, PictureFormat Format, string Address)
{
    /// <summary>Crops wider than this are made when somebody asks for them; they are shown small.</summary>
    private const int WidestCrop = 1280;

    /// <summary>Where it is in the media store.</summary>
    public string Name => NameOf(Address);

    /// <summary>Every rendition that a picture may have, the narrowest first; any other address is none.</summary>
    public static IEnumerable<Rendition> All(Picture picture) =>
        from shape in Enum.GetValues<Shape>()
        from width in picture.Widths(shape)
        from format in Enum.GetValues<PictureFormat>()
        where shape is not Shape.Share || format is PictureFormat.Jpeg
        select new Rendition(shape, width, format, picture.Address(shape, width, format));

    /// <summary>The renditions that are made in the background.</summary>
    public static IEnumerable<Rendition> Beforehand(Picture picture) => All(picture).Where(r => r.Shape is Shape.Full || r.Width <= WidestCrop);

    /// <summary>The folder of all renditions of an image, under whatever key.</summary>
    public static string Folder(Guid image) => $"renditions/{image:N}";

    /// <summary>The name in the store of what <c>/media/…</c> leads to.</summary>
    public static string NameOf(string address) => $"renditions/{address["/media/".Length..]}";
}
