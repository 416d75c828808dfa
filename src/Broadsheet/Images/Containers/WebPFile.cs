namespace Broadsheet.Images.Containers;

/// <summary>RFC 9649: a RIFF that says how long it is, with chunks.</summary>
internal static class WebPFile
{
    private const uint Frame = 0x414E4D46;

    public static Container Read(ByteReader bytes)
    {
        bytes.Skip(4);
        var end = 8L + bytes.U32Little();
        bytes.Skip(4);
        if (end > bytes.Length)
        {
            throw Damaged.CutShort();
        }

        var frames = 0;
        while (bytes.Position + 8 <= end)
        {
            var type = bytes.U32();
            var length = (long)bytes.U32Little();
            frames += type is Frame ? 1 : 0;
            if (frames > ImageLimits.Frames)
            {
                throw Damaged.TooManyFrames();
            }

            bytes.Position = Math.Min(end, bytes.Position + length + length % 2);
        }

        return new(ImageKind.WebP, end, WholeDecoding.WebP, IsAnimated: frames > 1);
    }
}
