using System.Globalization;
using System.Text.RegularExpressions;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Time;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Images;

/// <summary>
/// Where readers get renditions. One that is there is answered from the media store, without the database; one that is not yet there is made. What is behind an address never changes.
/// </summary>
public static partial class MediaEndpoints
{
    private const int Year = 365 * 24 * 60 * 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/media/{**name}", [HttpMethods.Get, HttpMethods.Head], Show).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(string? name, HttpContext http, IMediaStore store, OnDemand onDemand, LicenceEnds ends, TimeProvider time)
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
            await using var file = await Find($"/media/{name}", image, store, onDemand, http.RequestAborted);
            if (file is null)
            {
                return TypedResults.NotFound();
            }

            WriteHead(http, parts, file, left);
            await WriteBody(http, file);
            return TypedResults.Empty;
        }
        catch (Exception e) when (e is DarkroomFull or MediaUnavailable && !http.Response.HasStarted)
        {
            http.Response.Headers.RetryAfter = "2";
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<MediaFile?> Find(string address, Guid image, IMediaStore store, OnDemand onDemand, CancellationToken cancellation) =>
        await store.Find(Rendition.NameOf(address), cancellation) is { } file
            ? file
            : await onDemand.Make(image, address, cancellation) ? await store.Find(Rendition.NameOf(address), cancellation) : null;

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

        http.Response.ContentType = parts.Groups["format"].Value switch
        {
            "avif" => "image/avif",
            "webp" => "image/webp",
            _ => "image/jpeg",
        };
        http.Response.ContentLength = file.Length;
    }

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
