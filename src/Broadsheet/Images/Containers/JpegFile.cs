namespace Broadsheet.Images.Containers;

/// <summary>ITU T.81, annex B: markers, and coded data between them.</summary>
internal static class JpegFile
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static Container Read(ByteReader bytes)
    {
        var isProgressive = false;
        Expect(bytes, StartOfImage);
        while (Marker(bytes) is var marker && marker is not EndOfImage)
        {
            isProgressive |= marker is 0xC2 or 0xC6 or 0xCA or 0xCE;
            if (marker is not (0x01 or >= 0xD0 and <= 0xD7))
            {
                SkipSegment(bytes);
            }

            if (marker is StartOfScan)
            {
                SkipScan(bytes);
            }
        }

        return new(ImageKind.Jpeg, bytes.Position, isProgressive ? WholeDecoding.ProgressiveJpeg : null, IsAnimated: false);
    }

    private static void Expect(ByteReader bytes, byte marker)
    {
        if (bytes.U8() != 0xFF || bytes.U8() != marker)
        {
            throw Damaged.Broken(ImageKind.Jpeg);
        }
    }

    private static byte Marker(ByteReader bytes)
    {
        if (bytes.U8() != 0xFF)
        {
            throw Damaged.Broken(ImageKind.Jpeg);
        }

        byte marker;
        do
        {
            marker = bytes.U8();
        }
        while (marker == 0xFF);
        return marker is 0x00 or StartOfImage ? throw Damaged.Broken(ImageKind.Jpeg) : marker;
    }

    private static void SkipSegment(ByteReader bytes)
    {
        var length = bytes.U16();
        bytes.Skip(length >= 2 ? length - 2 : throw Damaged.Broken(ImageKind.Jpeg));
    }

    private static void SkipScan(ByteReader bytes)
    {
        while (true)
        {
            while (bytes.U8() != 0xFF)
            {
                // Coded data.
            }

            byte next;
            do
            {
                next = bytes.U8();
            }
            while (next == 0xFF);
            if (next is not (0x00 or >= 0xD0 and <= 0xD7))
            {
                bytes.Position -= 2;
                return;
            }
        }
    }
}
