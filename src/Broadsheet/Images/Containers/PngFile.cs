namespace Broadsheet.Images.Containers;

/// <summary>PNG (Third Edition), section 5: a signature and chunks.</summary>
internal static class PngFile
{
    private const uint Header = 0x49484452;
    private const uint AnimationControl = 0x6163544C;
    private const uint End = 0x49454E44;

    public static Container Read(ByteReader bytes)
    {
        bytes.Skip(8);
        var isInterlaced = false;
        var isAnimated = false;
        while (true)
        {
            var length = bytes.U32();
            var type = bytes.U32();
            var start = bytes.Position;
            if (type is Header)
            {
                bytes.Skip(12);
                isInterlaced = bytes.U8() != 0;
            }
            else if (type is AnimationControl)
            {
                var frames = bytes.U32();
                isAnimated = frames > 1;
                if (frames > ImageLimits.Frames)
                {
                    throw Damaged.TooManyFrames();
                }
            }

            bytes.Position = start;
            bytes.Skip(length + 4L);
            if (type is End)
            {
                return new(ImageKind.Png, bytes.Position, isInterlaced ? WholeDecoding.InterlacedPng : null, isAnimated);
            }
        }
    }
}
