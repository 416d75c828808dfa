using System.Buffers.Binary;
using MetadataExtractor;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.IO;

namespace Broadsheet.Images.Metadata;

/// <summary>Reads what IPTC IIM says of the picture, bare (TIFF) or within Photoshop's resources (JPEG).</summary>
internal static class IptcFacts
{
    private const int IptcResource = 0x0404;

    public static ImageFacts Read(byte[] block)
    {
        var records = Records(block);
        if (records.IsEmpty)
        {
            return ImageFacts.None;
        }

        var iptc = new IptcReader().Extract(new SequentialByteArrayReader(records.ToArray()), records.Length);
        return new ImageFacts
        {
            Caption = EmbeddedText.Of(Text(iptc, IptcDirectory.TagCaption), ImageLimits.Caption),
            Credit = EmbeddedText.Line(Text(iptc, IptcDirectory.TagCredit)),
            Source = EmbeddedText.Line(Text(iptc, IptcDirectory.TagSource)),
            Creator = EmbeddedText.Line(Text(iptc, IptcDirectory.TagByLine)),
            Copyright = EmbeddedText.Line(Text(iptc, IptcDirectory.TagCopyrightNotice)),
            TakenAt = EmbeddedDate.Of(Text(iptc, IptcDirectory.TagDateCreated)),
        };
    }

    private static string? Text(IptcDirectory iptc, int tag) => iptc.GetObject(tag) switch
    {
        StringValue value => EmbeddedText.Decode(value.Bytes),
        StringValue[] values => string.Join(", ", values.Select(value => EmbeddedText.Decode(value.Bytes))),
        byte[] bytes => EmbeddedText.Decode(bytes),
        string text => text,
        string[] texts => string.Join(", ", texts),
        _ => null,
    };

    // Adobe Photoshop File Formats: resources “8BIM”, id, a Pascal string, length, all padded to even.
    private static ReadOnlySpan<byte> Records(ReadOnlySpan<byte> block)
    {
        if (block is [0x1C, ..])
        {
            return block;
        }

        while (block.IndexOf("8BIM"u8) is var at and >= 0)
        {
            block = block[(at + 4)..];
            if (block.Length < 3)
            {
                break;
            }

            var id = BinaryPrimitives.ReadUInt16BigEndian(block);
            var start = 2 + ((block[2] + 2) & ~1);
            if (block.Length < start + 4)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(block[start..]);
            block = block[(start + 4)..];
            if (id == IptcResource)
            {
                return block[..(int)Math.Min(length, (uint)block.Length)];
            }

            block = block[(int)Math.Min(length, (uint)block.Length)..];
        }

        return [];
    }
}
