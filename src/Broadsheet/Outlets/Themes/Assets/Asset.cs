using System.IO.Compression;
using System.Security.Cryptography;

namespace Broadsheet.Outlets.Themes.Assets;

/// <summary>A file that pages refer to, ready to be sent. <see cref="File"/> is relative to the theme's <c>assets</c>.</summary>
public sealed record Asset(string File, string ContentType, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte>? Brotli, ReadOnlyMemory<byte>? Gzip)
{
    /// <summary>Twelve hexadecimal digits of the bytes' SHA-256: another content has another address.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span))[..12];

    /// <summary>Compresses what gets smaller by it.</summary>
    public static Asset Of(string file, byte[] bytes)
    {
        var (type, isText) = TypeOf(file);
        return isText
            ? new Asset(file, type, bytes, Smaller(bytes, s => new BrotliStream(s, CompressionLevel.SmallestSize, leaveOpen: true)), Smaller(bytes, s => new GZipStream(s, CompressionLevel.SmallestSize, leaveOpen: true)))
            : new Asset(file, type, bytes, Brotli: null, Gzip: null);
    }

    /// <summary>Whether files of this kind may be assets.</summary>
    public static bool IsKnown(string file) => TypeOf(file).Type.Length > 0;

    private static (string Type, bool IsText) TypeOf(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".CSS" => ("text/css; charset=utf-8", true),
        ".JS" => ("text/javascript; charset=utf-8", true),
        ".SVG" => ("image/svg+xml", true),
        ".TXT" => ("text/plain; charset=utf-8", true),
        ".WEBMANIFEST" => ("application/manifest+json", true),
        ".ICO" => ("image/x-icon", true),
        ".WOFF2" => ("font/woff2", false),
        ".PNG" => ("image/png", false),
        ".JPG" or ".JPEG" => ("image/jpeg", false),
        ".WEBP" => ("image/webp", false),
        ".AVIF" => ("image/avif", false),
        _ => ("", false),
    };

    private static ReadOnlyMemory<byte>? Smaller(byte[] bytes, Func<Stream, Stream> compression)
    {
        using var small = new MemoryStream();
        using (var compressed = compression(small))
        {
            compressed.Write(bytes);
        }

        var result = small.ToArray();
        return result.Length < bytes.Length ? result : null;
    }
}
