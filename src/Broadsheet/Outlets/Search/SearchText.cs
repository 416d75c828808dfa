using Broadsheet.Images;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Search;

/// <summary>What of blocks can be found: a passage each, and the captions of the pictures in them.</summary>
public static class SearchText
{
    public static IEnumerable<string> Passages(IEnumerable<Block> blocks, IReadOnlyDictionary<Guid, Picture> pictures) => blocks
        .SelectMany(block => Captions(block, pictures).Prepend(PlainText.Of(block)))
        .OfType<string>()
        .Where(passage => !string.IsNullOrWhiteSpace(passage));

    private static IEnumerable<string?> Captions(Block block, IReadOnlyDictionary<Guid, Picture> pictures) => block switch
    {
        Figure { Caption: null } figure => [CaptionOf(figure.Image, pictures)],
        Gallery gallery => gallery.Images.Select(image => CaptionOf(image, pictures)),
        Comparison comparison => [CaptionOf(comparison.Before, pictures), CaptionOf(comparison.After, pictures)],
        _ => block.Inside.SelectMany(inside => Captions(inside, pictures)),
    };

    private static string? CaptionOf(Guid image, IReadOnlyDictionary<Guid, Picture> pictures) => pictures.GetValueOrDefault(image)?.Caption;
}
