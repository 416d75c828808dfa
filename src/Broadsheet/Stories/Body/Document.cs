namespace Broadsheet.Stories.Body;

/// <summary>A story's body: the ProseMirror document of the API, as values.</summary>
public sealed record Document(IReadOnlyList<Block> Blocks)
{
    /// <summary>No text at all: what a new story starts with.</summary>
    public static Document Empty { get; } = new([]);

    /// <summary>Every block, those inside others after the one that holds them.</summary>
    public IEnumerable<Block> AllBlocks() => Blocks.SelectMany(WithInside);

    /// <summary>Every image it shows, once each, in the order met.</summary>
    public IReadOnlyList<Guid> ImageIds() => [.. AllBlocks().SelectMany(ImagesOf).Distinct()];

    /// <summary>Every address it links to or embeds, once each, in the order met.</summary>
    public IReadOnlyList<string> Links() => [.. AllBlocks().SelectMany(LinksOf).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<Block> WithInside(Block block) =>
        block.Inside.Count is 0 ? [block] : block.Inside.SelectMany(WithInside).Prepend(block);

    private static IEnumerable<Guid> ImagesOf(Block block) => block switch
    {
        Figure figure => [figure.Image],
        Gallery gallery => gallery.Images,
        Comparison comparison => [comparison.Before, comparison.After],
        _ => [],
    };

    private static IEnumerable<string> LinksOf(Block block) => block is Embed embed
        ? [embed.Url.AbsoluteUri]
        : block.Line.OfType<TextRun>().Select(r => r.Marks.Link?.Href).OfType<string>();
}
