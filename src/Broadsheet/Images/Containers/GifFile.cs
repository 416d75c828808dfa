namespace Broadsheet.Images.Containers;

/// <summary>GIF89a: blocks up to a trailer. One that never comes to its trailer is cut short, one with too many frames has no end worth waiting for.</summary>
internal static class GifFile
{
    public static Container Read(ByteReader bytes)
    {
        bytes.Skip(10);
        var screen = bytes.U8();
        bytes.Skip(2 + ColourTable(screen));
        var frames = 0;
        while (true)
        {
            switch (bytes.U8())
            {
                case 0x21:
                    bytes.Skip(1);
                    SkipBlocks(bytes);
                    break;
                case 0x2C:
                    frames = frames < ImageLimits.Frames ? frames + 1 : throw Damaged.TooManyFrames();
                    bytes.Skip(8);
                    var image = bytes.U8();
                    bytes.Skip(ColourTable(image) + 1);
                    SkipBlocks(bytes);
                    break;
                case 0x3B:
                    return new(ImageKind.Gif, bytes.Position, WholeDecoding.Gif, IsAnimated: frames > 1);
                default:
                    throw Damaged.Broken(ImageKind.Gif);
            }
        }
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static void SkipBlocks(ByteReader bytes)
    {
        while (bytes.U8() is var length and > 0)
        {
            bytes.Skip(length);
        }
    }
}
