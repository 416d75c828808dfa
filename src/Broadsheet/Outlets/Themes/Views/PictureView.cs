namespace Broadsheet.Outlets.Themes.Views;

/// <summary>
/// A picture in its renditions. Which width the browser takes is the template's business: it knows the layout, and gives <c>sizes</c> to the <c>picture</c> partial.
/// </summary>
public sealed record PictureView
{
    /// <summary>The JPEG for browsers that choose none of <see cref="Sources"/>.</summary>
    public required string Address { get; init; }

    /// <summary>The JPEGs by width: <c>/media/…-640.jpg 640w, …</c>.</summary>
    public string? SrcSet { get; init; }

    /// <summary>The same in better formats, best first: AVIF, WebP.</summary>
    public IReadOnlyList<PictureSource> Sources { get; init; } = [];

    /// <summary>Pixels of <see cref="Address"/>, so that nothing moves when it arrives.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels of <see cref="Address"/>.</summary>
    public required int Height { get; init; }

    /// <summary>What it shows, for those who don't see it; empty where it only decorates.</summary>
    public required string Alt { get; init; }

    public string? Caption { get; init; }

    public string? Credit { get; init; }

    /// <summary>The page's first picture: fetched at once. All others wait until they come near.</summary>
    public bool IsFirst { get; init; }
}

/// <summary>One format of a picture. <see cref="Type"/> is its media type.</summary>
public sealed record PictureSource(string Type, string SrcSet);
