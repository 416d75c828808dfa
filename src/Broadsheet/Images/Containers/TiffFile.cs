namespace Broadsheet.Images.Containers;

/// <summary>TIFF 6.0 and BigTIFF: a chain of directories, one a page. They point anywhere, so the file ends where it ends.</summary>
internal static class TiffFile
{
    public static Container Read(ByteReader bytes)
    {
        var isLittle = bytes.U16() == 0x4949;
        ushort U16() => isLittle ? bytes.U16Little() : bytes.U16();
        uint U32() => isLittle ? bytes.U32Little() : bytes.U32();
        ulong U64() => isLittle ? bytes.U64Little() : bytes.U64();

        var isBig = U16() == 43;
        if (isBig)
        {
            bytes.Skip(4);
        }

        var next = isBig ? U64() : U32();
        var pages = 0;
        while (next != 0)
        {
            if (++pages > ImageLimits.Frames)
            {
                throw Damaged.TooManyFrames();
            }

            bytes.Position = next <= (ulong)bytes.Length ? (long)next : throw Damaged.CutShort();
            bytes.Skip(isBig ? (long)Math.Min(U64(), long.MaxValue / 20) * 20 : U16() * 12L);
            next = isBig ? U64() : U32();
        }

        return new(ImageKind.Tiff, bytes.Length, Whole: null, IsAnimated: false);
    }
}
