using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Platform.Cache;

/// <summary>A page as it goes over the wire: its bytes in each encoding, with the headers that belong to them. Shared by all who ask for it.</summary>
public sealed class FinishedPage
{
    private const int Overhead = 2048;
    private readonly Lazy<byte[]> _gzip;
    private readonly Lazy<byte[]> _brotli;

    /// <param name="number">The last change that the database held when it was made.</param>
    public FinishedPage(PageKey key, RenderedPage page, long number, DateTimeOffset madeAt, byte[]? brotli = null)
    {
        (Key, Page, Number, MadeAt) = (key, page, number, madeAt);
        _gzip = new Lazy<byte[]>(() => Compressed(output => new GZipStream(output, new ZLibCompressionOptions { CompressionLevel = 6 })));
        _brotli = brotli is null ? new Lazy<byte[]>(() => Compressed(output => new BrotliStream(output, new BrotliCompressionOptions { Quality = 5 }))) : new Lazy<byte[]>(brotli);
        var hash = Base64Url.EncodeToString(SHA256.HashData(page.Bytes).AsSpan(0, 12));
        (ETag, GzipETag, BrotliETag) = ($"\"{hash}\"", $"\"{hash}-g\"", $"\"{hash}-b\"");
        ChangedAt = madeAt;
        SurrogateKey = string.Join(' ', page.Tags.Select(SurrogateKeyOf));
        ContentType = page.ContentType;
    }

    public PageKey Key { get; }

    public RenderedPage Page { get; }

    /// <summary>The last change that the database held when it was made.</summary>
    public long Number { get; }

    public DateTimeOffset MadeAt { get; }

    /// <summary>Strong, and so another one for each encoding (RFC 9110, 8.8.3.3).</summary>
    public StringValues ETag { get; }

    public StringValues GzipETag { get; }

    public StringValues BrotliETag { get; }

    public StringValues LastModified { get; private set; }

    /// <summary>When its bytes became what they are: a page that was made again and came out the same has not changed since.</summary>
    public DateTimeOffset ChangedAt
    {
        get;
        set
        {
            field = value;
            LastModified = value.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The tags as a CDN knows them: short, so that a front page's fit into the header buffers of any proxy.</summary>
    public StringValues SurrogateKey { get; }

    public StringValues ContentType { get; }

    public byte[] Identity => Page.Bytes;

    public byte[] Gzip => _gzip.Value;

    public byte[] Brotli => _brotli.Value;

    /// <summary>Bytes of memory, roughly, with all encodings.</summary>
    public int Size => Overhead + (Identity.Length * 3 / 2) + (Page.Tags.Count * 100);

    /// <summary>A newer one is known of; the bytes are shown only while that can't be made.</summary>
    public bool IsStale { get; set; }

    /// <summary>It was revoked or replaced; it must not be stored anywhere any more.</summary>
    public bool IsGone { get; set; }

    /// <summary>How often it was shown, those before it half as much for each time it was made again. Counted without a lock: a few lost do no harm.</summary>
    public int Hits { get; set; }

    /// <summary>When it was last shown, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long LastHit { get; set; } = Environment.TickCount64;

    /// <summary>Whether it may be shown without making it again. A clock that was set back makes pages from the future old.</summary>
    public bool IsFresh(DateTimeOffset now) => !IsStale && !IsGone && (Page.ValidUntil is not { } until || (now < until && now >= MadeAt - TimeSpan.FromMinutes(1)));

    /// <summary>Makes all encodings now.</summary>
    public void Finish() => _ = (Gzip.Length, Brotli.Length);

    /// <summary>The short form of a tag: eight characters of its hash.</summary>
    public static string SurrogateKeyOf(string tag) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(tag)).AsSpan(0, 6));

    private byte[] Compressed(Func<Stream, Stream> compressor)
    {
        using var output = new MemoryStream((Identity.Length / 3) + 64);
        using (var compressing = compressor(output))
        {
            compressing.Write(Identity);
        }

        return output.ToArray();
    }
}
