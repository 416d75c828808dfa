using System.Globalization;
using System.Text.RegularExpressions;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Images;

/// <summary>
/// Where readers get renditions. One that is there is answered from the media store, without the database; one that is not yet there is made. What is behind an address never changes.
/// </summary>
public static partial class MediaEndpoints
{
    private const int Year = 365 * 24 * 60 * 60;

    /// <summary>Seconds for which a picture may be shown that stands in for the one that was asked for.</summary>
    private const int Meanwhile = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/media/{**name}", [HttpMethods.Get, HttpMethods.Head], Show).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(string? name, HttpContext http, IMediaStore store, OnDemand onDemand, DatabasePulse pulse, LicenceEnds ends, TimeProvider time)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (AddressForm().Match(name ?? "") is not { Success: true } parts)
        {
            return TypedResults.NotFound();
        }

        var image = Guid.ParseExact(parts.Groups["id"].ValueSpan, "N");
        var left = ends.Of(image) - time.Now();
        if (left <= TimeSpan.Zero)
        {
            return TypedResults.NotFound();
        }

        try
        {
            var address = $"/media/{name}";
            if (await Send(http, parts, address, store, left))
            {
                return TypedResults.Empty;
            }

            return await Made(image, address, onDemand, pulse, http.RequestAborted) switch
            {
                true when await Send(http, parts, address, store, left) => TypedResults.Empty,
                null => await SendNearest(http, parts, store, left) ? TypedResults.Empty : Later(http),
                _ => TypedResults.NotFound(),
            };
        }
        catch (Exception e) when (e is DarkroomFull or MediaUnavailable && !http.Response.HasStarted)
        {
            return Later(http);
        }
    }

    private static StatusCodeHttpResult Later(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    // Null where nobody can know, since the database does not answer.
    private static async Task<bool?> Made(Guid image, string address, OnDemand onDemand, DatabasePulse pulse, CancellationToken cancellation)
    {
        try
        {
            return pulse.IsAway ? null : await onDemand.Make(image, address, cancellation);
        }
        catch (Exception e) when (DatabaseFault.IsOutage(e))
        {
            return null;
        }
    }

    private static async Task<bool> Send(HttpContext http, Match parts, string address, IMediaStore store, TimeSpan? left)
    {
        await using var file = await store.Find(Rendition.NameOf(address), http.RequestAborted);
        if (file is null)
        {
            return false;
        }

        WriteHead(http, parts, file, left);
        await WriteBody(http, file);
        return true;
    }

    // Another width or format of the same picture is better than a hole in the page.
    private static async Task<bool> SendNearest(HttpContext http, Match parts, IMediaStore store, TimeSpan? left)
    {
        var folder = $"/media/{parts.Groups["id"].Value}/{parts.Groups["key"].Value}";
        var there = await store.Names(Rendition.NameOf(folder), http.RequestAborted);
        foreach (var name in Rendition.Nearest(parts.Groups["file"].Value, there.Select(name => name[(name.LastIndexOf('/') + 1)..])))
        {
            await using var file = await store.Find(Rendition.NameOf($"{folder}/{name}"), http.RequestAborted);
            if (file is null)
            {
                continue;
            }

            http.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)Math.Min(Meanwhile, left?.TotalSeconds ?? Meanwhile)}");
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.ContentType = TypeOf(name[(name.LastIndexOf('.') + 1)..]);
            http.Response.ContentLength = file.Length;
            await WriteBody(http, file);
            return true;
        }

        return false;
    }

    private static void WriteHead(HttpContext http, Match parts, MediaFile file, TimeSpan? left)
    {
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{parts.Groups["key"].Value}-{parts.Groups["file"].Value}\"");
        http.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)Math.Min(Year, left?.TotalSeconds ?? Year)}, immutable");
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(headers.ETag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = TypeOf(parts.Groups["format"].Value);
        http.Response.ContentLength = file.Length;
    }

    private static string TypeOf(string extension) => extension switch
    {
        "avif" => "image/avif",
        "webp" => "image/webp",
        _ => "image/jpeg",
    };

    private static async Task WriteBody(HttpContext http, MediaFile file)
    {
        if (http.Response.StatusCode is StatusCodes.Status200OK && HttpMethods.IsGet(http.Request.Method))
        {
            await file.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }

    [GeneratedRegex(@"^(?<id>[0-9a-f]{32})/(?<key>[0-9a-f]{32})/(?<file>(full|16x9|4x3|1x1|share)-[1-9][0-9]{0,3}\.(?<format>avif|webp|jpg))\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressForm();
}
