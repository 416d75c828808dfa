using System.Globalization;
using System.Runtime.CompilerServices;

namespace Broadsheet.Images;

/// <summary>A picture as pages show it.</summary>
/// <param name="Width">Pixels of the whole picture.</param>
/// <param name="Height">Pixels of the whole picture.</param>
/// <param name="Key">Stands in every address of the picture and can't be guessed: letters, digits, hyphen, underscore.</param>
public sealed record Picture(Guid Id, string Alt, string? Caption, string? Credit, DateOnly? TakenAt, int Width, int Height, string Key)
{
    private static readonly int[] Ladder = [320, 480, 640, 960, 1280, 1600, 2000, 2400];

    private const int SharedWidth = 1200;

    /// <summary>The widths in which a shape is made, narrowest first: never above its own, which is one of them where it is below the largest.</summary>
    public IReadOnlyList<int> Widths(Shape shape)
    {
        var widest = Widest(shape);
        if (shape is Shape.Share)
        {
            return [Math.Min(SharedWidth, widest)];
        }

        return [.. Ladder.Where(width => width < widest), widest];
    }

    /// <summary>The widest rendition that isn't above <paramref name="limit"/>; the narrowest where all are.</summary>
    public int WidthWithin(Shape shape, int limit)
    {
        var widths = Widths(shape);
        return widths.LastOrDefault(width => width <= limit, widths[0]);
    }

    /// <summary>The height of the rendition of this width, in pixels.</summary>
    public int HeightAt(Shape shape, int width)
    {
        var (across, down) = Ratio(shape);
        return Math.Max(1, (int)Math.Round((double)width * down / across));
    }

    /// <summary>The path of one rendition: <c>/media/{id}/{key}/16x9-960.webp</c>.</summary>
    public string Address(Shape shape, int width, PictureFormat format) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}{Name(shape)}-{width}.{Extension(format)}");

    /// <summary>All renditions of one shape and format, as the attribute <c>srcset</c> has them.</summary>
    public string SourceSet(Shape shape, PictureFormat format)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[1024]);
        var start = $"{Folder}{Name(shape)}-";
        var end = Extension(format);
        var widest = Widest(shape);
        foreach (var width in Ladder.AsSpan())
        {
            if (width < widest)
            {
                Append(ref text, start, width, end);
                text.AppendLiteral(", ");
            }
        }

        Append(ref text, start, widest, end);
        return text.ToStringAndClear();
    }

    /// <summary>Whether this picture and another can lie in one place: their shapes differ by two in a hundred at most.</summary>
    public bool IsShapedLike(Picture other) => Math.Abs(((double)Width * other.Height / ((double)Height * other.Width)) - 1) <= 0.02;

    private static void Append(ref DefaultInterpolatedStringHandler text, string start, int width, string extension)
    {
        text.AppendLiteral(start);
        text.AppendFormatted(width);
        text.AppendLiteral(".");
        text.AppendLiteral(extension);
        text.AppendLiteral(" ");
        text.AppendFormatted(width);
        text.AppendLiteral("w");
    }

    private string Folder => $"/media/{Id:N}/{Key}/";

    private int Widest(Shape shape)
    {
        var (across, down) = Ratio(shape);
        var own = Math.Min(Width, (int)((long)Height * across / down));
        return Math.Clamp(own, 1, Ladder[^1]);
    }

    private (int Across, int Down) Ratio(Shape shape) => shape switch
    {
        Shape.Full => (Width, Height),
        Shape.SixteenByNine => (16, 9),
        Shape.FourByThree => (4, 3),
        Shape.Square => (1, 1),
        Shape.Share => (40, 21),
        _ => throw new InvalidOperationException($"Unknown shape {shape}."),
    };

    private static string Name(Shape shape) => shape switch
    {
        Shape.Full => "full",
        Shape.SixteenByNine => "16x9",
        Shape.FourByThree => "4x3",
        Shape.Square => "1x1",
        Shape.Share => "share",
        _ => throw new InvalidOperationException($"Unknown shape {shape}."),
    };

    private static string Extension(PictureFormat format) => format switch
    {
        PictureFormat.Avif => "avif",
        PictureFormat.WebP => "webp",
        PictureFormat.Jpeg => "jpg",
        _ => throw new InvalidOperationException($"Unknown format {format}."),
    };
}
