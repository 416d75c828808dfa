namespace Broadsheet.Images.Metadata;

/// <summary>What a file says of its own picture: XMP before IPTC before EXIF, as the Metadata Working Group advises for files that don't contradict themselves.</summary>
internal static class EmbeddedFacts
{
    private const int MostBlock = 4 << 20;

    /// <summary>Reads all three.</summary>
    /// <param name="picture">The opened file, of which nothing need be decoded.</param>
    public static ImageFacts Read(NetVips.Image picture, ImageKind kind, Stream file)
    {
        var xmp = Block(picture, "xmp-data") is { } packet ? XmpFacts.Read(packet) : ImageFacts.None;
        var iptc = Block(picture, "iptc-data") is { } records ? IptcFacts.Read(records) : ImageFacts.None;
        var exif = kind is ImageKind.Tiff
            ? ExifFacts.Read(file)
            : Block(picture, "exif-data") is { } block ? ExifFacts.Read(new MemoryStream(block)) : ImageFacts.None;
        var facts = xmp.Or(iptc).Or(exif);
        return facts with { Credit = Credit(facts.Creator, facts.Credit) };
    }

    // “Jane Doe / Agency”; “Jane Doe/Agency” as it is, since it names her already.
    private static string? Credit(string? creator, string? credit) => (creator, credit) switch
    {
        (null, _) => credit,
        (_, null) => creator,
        _ when credit.Contains(creator, StringComparison.OrdinalIgnoreCase) => credit,
        _ => EmbeddedText.Line($"{creator} / {credit}"),
    };

    private static byte[]? Block(NetVips.Image picture, string field) =>
        picture.Contains(field) && picture.Get(field) is byte[] { Length: > 0 and <= MostBlock } block ? block : null;
}
