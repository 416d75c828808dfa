using System.Text;

namespace Broadsheet.Images.Containers;

/// <summary>ISO/IEC 14496-12: boxes, one after the other. The picture ends where no box that may stand there follows.</summary>
internal static class AvifFile
{
    public static Container Read(ByteReader bytes)
    {
        var isSequence = false;
        var end = 0L;
        while (bytes.Length - bytes.Position >= 8)
        {
            var length = (ulong)bytes.U32();
            var type = Encoding.Latin1.GetString(bytes.Take(4));
            if (!MayStand(type))
            {
                break;
            }

            length = length switch
            {
                0 => (ulong)(bytes.Length - end),
                1 => bytes.U64(),
                _ => length,
            };
            if (length < 8)
            {
                throw Damaged.Broken(ImageKind.Avif);
            }

            if (length > (ulong)(bytes.Length - end))
            {
                throw Damaged.CutShort();
            }

            isSequence |= type == "moov";
            end += (long)length;
            bytes.Position = end;
        }

        return new(ImageKind.Avif, end, WholeDecoding.Avif, isSequence);
    }

    private static bool MayStand(string type) => type is "ftyp" or "meta" or "mdat" or "moov" or "moof" or "mfra" or "free" or "skip" or "uuid" or "sidx" or "styp" or "pdin" or "mini";
}
