using System.Globalization;

namespace Broadsheet.Stories.Body;

/// <summary>Where a document shows which image, by the places that errors name: <c>body.content[3].attrs.image</c>.</summary>
public static class ImagePlaces
{
    /// <param name="field">The field that the document came in: <c>body</c>.</param>
    public static IEnumerable<(string Place, Guid Image)> Of(Document document, string field) => Of(document.Blocks, field);

    private static IEnumerable<(string Place, Guid Image)> Of(IReadOnlyList<Block> blocks, string under) =>
        blocks.SelectMany((block, i) => Of(block, string.Create(CultureInfo.InvariantCulture, $"{under}.content[{i}]")));

    private static IEnumerable<(string Place, Guid Image)> Of(Block block, string at) => block switch
    {
        Figure figure => [($"{at}.attrs.image", figure.Image)],
        Gallery gallery => gallery.Images.Select((image, i) => (string.Create(CultureInfo.InvariantCulture, $"{at}.attrs.images[{i}]"), image)),
        Comparison comparison => [($"{at}.attrs.before", comparison.Before), ($"{at}.attrs.after", comparison.After)],
        BulletList list => Of(list.Items, at),
        OrderedList list => Of(list.Items, at),
        ListItem item => Of(item.Blocks, at),
        Blockquote quote => Of(quote.Blocks, at),
        Factbox box => Of(box.Blocks, at),
        Table table => Of(table.Rows, at),
        TableRow row => Of(row.Cells, at),
        TableCell cell => Of(cell.Blocks, at),
        Paragraph or Heading or PullQuote or Embed or Timeline or WhatWeKnow or Background or GateBlock or HorizontalRule => [],
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };
}
