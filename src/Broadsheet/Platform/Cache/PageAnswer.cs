using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Platform.Cache;

/// <summary>Answers a request with a finished page: the encoding that the client takes, 304 where it has the bytes, no body for HEAD (RFC 9110, RFC 9111).</summary>
public sealed class PageAnswer(bool isPurged, LoadLadder ladder, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly StringValues Short = "public, max-age=0, s-maxage=5, stale-while-revalidate=10, stale-if-error=300";
    private static readonly StringValues Private = "private, no-cache";
    private static readonly StringValues Vary = "Accept-Encoding, Cookie";
    private static readonly StringValues BrotliName = "br";
    private static readonly StringValues GzipName = "gzip";
    private readonly ConcurrentDictionary<string, Encoding> _understood = new(StringComparer.Ordinal);

    private enum Encoding
    {
        Identity,
        Gzip,
        Brotli,
    }

    /// <param name="isPublic">Everybody who is nobody in particular gets this, so that caches in between may keep it.</param>
    public Task Send(HttpContext http, FinishedPage page, bool isPublic)
    {
        var encoding = page.Identity.Length == 0 ? Encoding.Identity : Wanted(http.Request.Headers.AcceptEncoding);
        var etag = encoding switch
        {
            Encoding.Brotli => page.BrotliETag,
            Encoding.Gzip => page.GzipETag,
            Encoding.Identity => page.ETag,
            _ => throw new InvalidOperationException($"Unknown encoding {encoding}."),
        };
        var response = http.Response;
        var headers = response.Headers;
        headers.Vary = Vary;
        headers.CacheControl = !page.Page.IsKept ? "no-store" : isPublic ? Public(page) : Private;
        if (isPurged && isPublic && page.SurrogateKey.Count > 0)
        {
            headers["Surrogate-Key"] = page.SurrogateKey;
        }

        if (page.Page.Location is { } location)
        {
            response.StatusCode = page.Page.Status;
            headers.Location = location;
            return Task.CompletedTask;
        }

        if (page.Page.Status == StatusCodes.Status200OK)
        {
            headers.LastModified = page.LastModified;
            if (Known(http.Request.Headers, page, etag) is { Count: > 0 } known)
            {
                headers.ETag = known;
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            headers.ETag = etag;
        }

        response.StatusCode = page.Page.Status;
        headers.ContentType = page.ContentType;
        return Write(http, page, encoding);
    }

    // With a purge webhook a CDN learns of every change, and may keep a page for as long as nothing but a change makes it old. Without one it asks again after seconds.
    private StringValues Public(FinishedPage page)
    {
        if (!isPurged || ladder.Level is not LoadLevel.Normal || !page.IsFresh(time.GetUtcNow()))
        {
            return Short;
        }

        var left = page.Page.ValidUntil - time.GetUtcNow() is { } until && until < Day ? until : Day;
        return string.Create(CultureInfo.InvariantCulture, $"public, max-age=0, s-maxage={(int)left.TotalSeconds}, stale-while-revalidate=30, stale-if-error=86400");
    }

    private static Task Write(HttpContext http, FinishedPage page, Encoding encoding)
    {
        var bytes = page.Identity;
        if (encoding is Encoding.Brotli)
        {
            bytes = page.Brotli;
            http.Response.Headers.ContentEncoding = BrotliName;
        }
        else if (encoding is Encoding.Gzip)
        {
            bytes = page.Gzip;
            http.Response.Headers.ContentEncoding = GzipName;
        }

        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    // The bytes of one encoding are as good as those of another, so a client that has any of them has the page; it is told which (RFC 9111, 4.3.4).
    private static StringValues Known(IHeaderDictionary asked, FinishedPage page, StringValues wanted)
    {
        if (asked.IfNoneMatch is { Count: > 0 } tags)
        {
            if (!EntityTagHeaderValue.TryParseList(tags, out var known))
            {
                return StringValues.Empty;
            }

            return known.Any(tag => tag.Equals(EntityTagHeaderValue.Any))
                ? wanted
                : new[] { wanted, page.ETag, page.GzipETag, page.BrotliETag }.FirstOrDefault(own => known.Any(tag => tag.Tag == own[0]!));
        }

        return asked.IfModifiedSince is [{ } since]
            && DateTimeOffset.TryParseExact(since, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var seen)
            && page.ChangedAt.ToUnixTimeSeconds() <= seen.ToUnixTimeSeconds()
                ? wanted
                : StringValues.Empty;
    }

    private Encoding Wanted(StringValues accept)
    {
        if (accept.Count == 0)
        {
            return Encoding.Identity;
        }

        var header = accept.ToString();
        if (_understood.TryGetValue(header, out var known))
        {
            return known;
        }

        var wanted = Read(header);
        if (_understood.Count < 200)
        {
            _understood[header] = wanted;
        }

        return wanted;
    }

    private static Encoding Read(string header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([header], out var list))
        {
            return Encoding.Identity;
        }

        // Only what is named: who sends “*” has mostly not thought of it.
        double Quality(string name) => list.LastOrDefault(e => e.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named ? named.Quality ?? 1 : 0;
        var (brotli, gzip) = (Quality("br"), Quality("gzip"));
        return brotli > 0 && brotli >= gzip ? Encoding.Brotli : gzip > 0 ? Encoding.Gzip : Encoding.Identity;
    }
}
