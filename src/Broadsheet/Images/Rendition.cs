using System.Globalization;

namespace Broadsheet.Images;

/// <summary>One of the pictures that readers get of an image.</summary>
/// <param name="Address">Where readers find it: <c>/media/{id}/{key}/{shape}-{width}.{format}</c>.</param>
public sealed record Rendition(Shape Shape, int Width, PictureFormat Format, string Address)
{
    /// <summary>Crops wider than this are made when somebody asks for them; they are shown small.</summary>
    private const int WidestCrop = 1280;

    private const int WidestFirst = 960;

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

    /// <summary>The rendition that is made before all others, for every browser and every shape to make do with.</summary>
    public static Rendition First(Picture picture)
    {
        var width = picture.WidthWithin(Shape.Full, WidestFirst);
        return new Rendition(Shape.Full, width, PictureFormat.Jpeg, picture.Address(Shape.Full, width, PictureFormat.Jpeg));
    }

    /// <summary>What can stand in for a rendition that is not there, the best first: of the same shape, else the whole picture; wide enough, else the widest; in a format that whoever takes the wanted one takes too.</summary>
    /// <param name="wanted">A file's name: <c>full-960.avif</c>.</param>
    /// <param name="there">The names of the files that there are of this picture.</param>
    public static IEnumerable<string> Nearest(string wanted, IEnumerable<string> there)
    {
        var (shape, width, format) = Parts(wanted);
        return there
            .Select(name => (Name: name, Parts: Parts(name)))
            .Where(f => (f.Parts.Shape == shape || f.Parts.Shape == "full") && IsTakenToo(f.Parts.Format, format))
            .OrderBy(f => f.Parts.Shape == shape ? 0 : 1)
            .ThenBy(f => f.Parts.Width >= width ? f.Parts.Width - width : int.MaxValue - f.Parts.Width)
            .ThenBy(f => f.Parts.Format == format ? 0 : 1)
            .ThenBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => f.Name);
    }

    /// <summary>The folder of all renditions of an image, under whatever key.</summary>
    public static string Folder(Guid image) => $"renditions/{image:N}";

    /// <summary>The name in the store of what <c>/media/…</c> leads to.</summary>
    public static string NameOf(string address) => $"renditions/{address["/media/".Length..]}";

    // A browser that shows AVIF shows WebP as well; all show JPEG.
    private static bool IsTakenToo(string format, string wanted) => format == wanted || format == "jpg" || (format, wanted) == ("webp", "avif");

    private static (string Shape, int Width, string Format) Parts(string name) =>
        (name[..name.IndexOf('-', StringComparison.Ordinal)], int.Parse(name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..name.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture), name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]);
}
