using System.Text;

namespace Broadsheet.Images.Containers;

/// <summary>Which kind of file it is, by its first bytes; names and declared types prove nothing.</summary>
public static class Signature
{
    /// <summary>How many bytes are enough to tell.</summary>
    public const int Length = 512;

    /// <summary>The kind of picture that begins so; null where it is none that is taken.</summary>
    public static ImageKind? Of(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ImageKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ImageKind.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ImageKind.WebP,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => ImageKind.Gif,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => ImageKind.Tiff,
        _ when Brands(start).Any(brand => brand is "avif" or "avis") => ImageKind.Avif,
        _ => null,
    };

    /// <summary>Why a file that is none of the kinds is refused, as a sentence.</summary>
    public static string Refusal(ReadOnlySpan<byte> start)
    {
        const string Taken = "Pictures are taken as JPEG, PNG, WebP, AVIF, GIF or TIFF.";
        var text = Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text switch
        {
            "" => "The file is empty.",
            _ when text.Contains("<svg", StringComparison.OrdinalIgnoreCase) => $"This is an SVG drawing, which can hold scripts. {Taken}",
            _ when text.StartsWith('<') => $"This is a document of markup, not a picture. {Taken}",
            _ when text.StartsWith("%PDF", StringComparison.Ordinal) => $"This is a PDF. {Taken}",
            _ when Brands(start).Any(brand => brand is "heic" or "heix" or "heim" or "heis" or "mif1" or "msf1") => $"This is a HEIC picture; have the phone or a photo program export it as JPEG. {Taken}",
            _ => $"This file is none of the kinds of picture that are taken. {Taken}",
        };
    }

    // ISO/IEC 14496-12: a first box “ftyp” with a brand, a number, and more brands.
    private static List<string> Brands(ReadOnlySpan<byte> start)
    {
        if (start.Length < 12 || !start[4..8].SequenceEqual("ftyp"u8))
        {
            return [];
        }

        var length = Math.Min(start.Length, (int)Math.Min(int.MaxValue, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(start)));
        var brands = new List<string> { Encoding.Latin1.GetString(start[8..12]) };
        for (var at = 16; at + 4 <= length; at += 4)
        {
            brands.Add(Encoding.Latin1.GetString(start.Slice(at, 4)));
        }

        return brands;
    }
}
