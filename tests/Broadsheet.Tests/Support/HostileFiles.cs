using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Broadsheet.Tests.Support;

/// <summary>Files made to hurt whoever opens them, written byte by byte.</summary>
public static class HostileFiles
{
    /// <summary>A PNG that says it is large and holds nothing.</summary>
    public static byte[] HugePng(int width, int height, params byte[][] chunks) =>
        [.. Signature, .. Header(width, height), .. chunks.SelectMany(chunk => chunk), .. Chunk("IDAT", Deflate(new byte[1000])), .. Chunk("IEND", [])];

    /// <summary>A small honest PNG with a chunk that unpacks to a great many zeros.</summary>
    public static byte[] PngWithPackedText(string type, int unpacked)
    {
        var zeros = Deflate(new byte[unpacked]);
        byte[] chunk = type switch
        {
            "zTXt" => [.. "Comment\0\0"u8, .. zeros],
            "iTXt" => [.. "XML:com.adobe.xmp\0\u0001\0\0\0"u8, .. zeros],
            _ => [.. "profile\0\0"u8, .. zeros],
        };
        var rows = new byte[64 * (1 + 64 * 3)];
        return [.. Signature, .. Header(64, 64), .. Chunk(type, chunk), .. Chunk("IDAT", Deflate(rows)), .. Chunk("IEND", [])];
    }

    /// <summary>A JPEG whose frame header says 65,500 by 65,500 pixels.</summary>
    public static byte[] HugeJpeg(bool isProgressive)
    {
        var jpeg = PictureFiles.Jpeg(64, 64, isProgressive);
        var frame = jpeg.AsSpan().IndexOf(isProgressive ? [(byte)0xFF, (byte)0xC2] : [(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 65_500);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 65_500);
        return jpeg;
    }

    /// <summary>A progressive JPEG that repeats its last scan again and again.</summary>
    public static byte[] JpegOfScans(int scans)
    {
        var jpeg = PictureFiles.Jpeg(2000, 2000, isProgressive: true);
        var last = jpeg.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]);
        var scan = jpeg[last..^2];
        return [.. jpeg[..last], .. Enumerable.Repeat(scan, scans).SelectMany(bytes => bytes), 0xFF, 0xD9];
    }

    /// <summary>A GIF whose frames never end.</summary>
    public static byte[] EndlessGif(int frames, bool hasEnd)
    {
        byte[] head = [.. "GIF89a"u8, 16, 0, 16, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
        byte[] frame = [0x21, 0xF9, 4, 0, 1, 0, 0, 0, 0x2C, 0, 0, 0, 0, 16, 0, 16, 0, 0, 2, 2, 0x4C, 1, 0];
        return [.. head, .. Enumerable.Repeat(frame, frames).SelectMany(bytes => bytes), .. hasEnd ? [(byte)0x3B] : Array.Empty<byte>()];
    }

    public static byte[] HugeGif() => [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 2, 2, 0x4C, 1, 0, 0x3B];

    /// <summary>A lossless WebP that says it is 16,383 by 16,383 pixels.</summary>
    public static byte[] HugeWebP()
    {
        var webP = PictureFiles.WebP(64, 64, isLossless: true);
        var data = webP.AsSpan().IndexOf("VP8L"u8) + 9;
        BinaryPrimitives.WriteUInt32LittleEndian(webP.AsSpan(data), 16_382u | 16_382u << 14);
        if (webP.AsSpan().IndexOf("VP8X"u8) is var extended and >= 0)
        {
            byte[] canvas = [0xFE, 0x3F, 0, 0xFE, 0x3F, 0];
            canvas.CopyTo(webP, extended + 12);
        }

        return webP;
    }

    /// <summary>An AVIF whose every size property says 100,000 by 100,000 pixels.</summary>
    public static byte[] HugeAvif()
    {
        var avif = PictureFiles.Avif(64, 64);
        for (var at = 0; avif.AsSpan(at).IndexOf("ispe"u8) is var found and >= 0;)
        {
            at += found + 4;
            BinaryPrimitives.WriteUInt32BigEndian(avif.AsSpan(at + 4), 100_000);
            BinaryPrimitives.WriteUInt32BigEndian(avif.AsSpan(at + 8), 100_000);
        }

        return avif;
    }

    /// <summary>A TIFF of one strip that says it is 100,000 by 100,000 pixels.</summary>
    public static byte[] HugeTiff() => Tiff(100_000, 100_000, next: 0);

    /// <summary>A TIFF whose directory is followed by itself.</summary>
    public static byte[] TiffInCircles() => Tiff(64, 64, next: 8);

    /// <summary>A ZIP archive with one file.</summary>
    public static byte[] Zip()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("run.js").Open();
            entry.Write("alert(1)"u8);
        }

        return zip.ToArray();
    }

    /// <summary>A JPEG with a comment in it.</summary>
    public static byte[] JpegWithComment(byte[] comment)
    {
        var jpeg = PictureFiles.Jpeg(64, 64);
        return [.. jpeg[..2], 0xFF, 0xFE, (byte)((comment.Length + 2) >> 8), (byte)(comment.Length + 2), .. comment, .. jpeg[2..]];
    }

    /// <summary>XMP whose elements are nested so deep that reading them by recursion ends the process.</summary>
    public static byte[] DeepXmp(int depth) => PictureFiles.Xmp(
        $"<dc:title>{string.Concat(Enumerable.Repeat("<rdf:Bag><rdf:li>", depth))}x{string.Concat(Enumerable.Repeat("</rdf:li></rdf:Bag>", depth))}</dc:title><photoshop:Credit>Deep</photoshop:Credit>");

    /// <summary>XMP with entities that multiply.</summary>
    public static byte[] LaughingXmp() => Encoding.UTF8.GetBytes(
        "<!DOCTYPE a [<!ENTITY a0 \"ha\">" + string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};\">"))
        + "]><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\"><photoshop:Credit>&a20;</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta>");

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        return Chunk("IHDR", header);
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[checkedPart.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        checkedPart.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(checkedPart));
        return chunk;
    }

    // PNG (Third Edition), annex D.
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
        }

        return ~crc;
    }

    private static byte[] Deflate(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Tiff(uint width, uint height, uint next)
    {
        var strip = Deflate(new byte[1000]);
        (ushort Tag, ushort Type, uint Value)[] entries =
        [
            (0x0100, 4, width), (0x0101, 4, height), (0x0102, 3, 8), (0x0103, 3, 8), (0x0106, 3, 1), (0x0111, 4, 8 + 2 + 9 * 12 + 4), (0x0115, 3, 1), (0x0116, 4, height), (0x0117, 4, (uint)strip.Length),
        ];
        var tiff = new MemoryStream();
        var writer = new BinaryWriter(tiff);
        writer.Write("II*\0"u8);
        writer.Write(8u);
        writer.Write((ushort)entries.Length);
        foreach (var (tag, type, value) in entries)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(1u);
            writer.Write(value);
        }

        writer.Write(next);
        writer.Write(strip);
        return tiff.ToArray();
    }
}
