using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Outlets.Themes.Assets;

/// <summary>Serves the themes' assets.</summary>
public static class AssetEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>A page kept from before an upgrade asks for what an asset was then: it gets what it is now, for a while.</summary>
    private const string Shortly = "public, max-age=300";

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{theme}/{hash}/{**file}", [HttpMethods.Get, HttpMethods.Head], Get);

    private static IResult Get(string theme, string hash, string? file, HttpContext context, ThemeCatalog themes)
    {
        if (file is null || themes.Find(theme)?.Assets.Find(file) is not { } asset)
        {
            return Results.NotFound();
        }

        var (bytes, encoding) = Best(asset, context.Request.Headers.AcceptEncoding);
        var headers = context.Response.Headers;
        headers.CacheControl = string.Equals(hash, asset.Hash, StringComparison.Ordinal) ? Forever : Shortly;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentEncoding = encoding;
        headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(bytes, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}{(encoding is null ? "" : "-" + encoding)}\""));
    }

    private static (ReadOnlyMemory<byte> Bytes, string? Encoding) Best(Asset asset, StringValues accepted)
    {
        var accepts = StringWithQualityHeaderValue.TryParseList(accepted.ToArray()!, out var list)
            ? list.Where(a => a.Quality is null or > 0).Select(a => a.Value.ToString()).ToList()
            : [];
        return asset switch
        {
            { Brotli: { } brotli } when accepts.Contains("br", StringComparer.OrdinalIgnoreCase) => (brotli, "br"),
            { Gzip: { } gzip } when accepts.Contains("gzip", StringComparer.OrdinalIgnoreCase) => (gzip, "gzip"),
            _ => (asset.Bytes, null),
        };
    }
}
