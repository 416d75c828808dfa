using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Api.Idempotency;

/// <summary>What makes two requests the same: method, address and body. Of a form its parts count, not the boundary, which clients make anew for every try.</summary>
internal static class RequestHash
{
    /// <summary>Hashes the request and leaves its body, buffered, at the beginning.</summary>
    public static async Task<byte[]> Of(HttpRequest request, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{request.Method} {request.Path}{request.QueryString}");
        // To its end first: a body that is too large or cut off shows here, before anything is begun.
        await request.Body.DrainAsync(cancellation);
        request.Body.Position = 0;
        if (!await AppendParts(hash, request, cancellation))
        {
            request.Body.Position = 0;
            await Append(hash, request.Body, cancellation);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    private static async Task<bool> AppendParts(IncrementalHash hash, HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
        {
            return false;
        }

        try
        {
            var parts = new MultipartReader(boundary.ToString(), request.Body);
            while (await parts.ReadNextSectionAsync(cancellation) is { } part)
            {
                Append(hash, $"{part.ContentDisposition}\n{part.ContentType}");
                await Append(hash, part.Body, cancellation);
            }

            return true;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }

    // Each piece with its length, so that no two requests can be cut into the same bytes.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(bytes);
        hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
    }

    private static async Task Append(IncrementalHash hash, Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        var length = 0L;
        for (var read = await body.ReadAsync(buffer, cancellation); read > 0; read = await body.ReadAsync(buffer, cancellation))
        {
            hash.AppendData(buffer, 0, read);
            length += read;
        }

        hash.AppendData(BitConverter.GetBytes(length));
    }
}
