using Broadsheet.Platform.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Broadsheet.Platform.Media;

/// <summary>Where in S3 the media is: <c>s3://bucket/prefix?endpoint=https://s3.example.org&amp;region=eu-central-1</c>. Without an endpoint it is Amazon's.</summary>
/// <param name="Prefix">Before every name: empty, or with a slash at its end.</param>
public sealed record S3Address(string Bucket, string Prefix, Uri? Endpoint, string? Region)
{
    /// <summary>Reads the address.</summary>
    /// <exception cref="Invalid">It can't be read; the fault is a sentence.</exception>
    public static S3Address Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != "s3" || address.Host.Length == 0)
        {
            throw new Invalid("Media", "Media must be a folder or s3://bucket/prefix?endpoint=….");
        }

        if (address.UserInfo.Length > 0)
        {
            throw new Invalid("Media", "Media must not hold credentials; they belong in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
        }

        var query = QueryHelpers.ParseQuery(address.Query);
        if (query.Keys.FirstOrDefault(key => key is not ("endpoint" or "region")) is { } unknown)
        {
            throw new Invalid("Media", $"Media may have endpoint and region after the question mark, but has “{unknown}”.");
        }

        var prefix = Uri.UnescapeDataString(address.AbsolutePath).Trim('/');
        return new(address.Host, prefix.Length == 0 ? "" : prefix + "/", EndpointIn(query.GetValueOrDefault("endpoint")), query.GetValueOrDefault("region"));
    }

    private static Uri? EndpointIn(string? text) => text switch
    {
        null => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" => endpoint,
        _ => throw new Invalid("Media", $"The endpoint in Media must be an address such as https://s3.example.org, but is “{text}”."),
    };
}
