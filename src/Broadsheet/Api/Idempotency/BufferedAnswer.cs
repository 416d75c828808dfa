using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Api.Idempotency;

/// <summary>What a route answered, before any of it is sent.</summary>
internal sealed record BufferedAnswer(int Status, IReadOnlyDictionary<string, string?[]> Headers, byte[] Body)
{
    /// <summary>Runs the rest of the pipeline and keeps its answer back.</summary>
    public static async Task<BufferedAnswer> Of(HttpContext http, RequestDelegate next)
    {
        var sent = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var before = http.Response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        using var buffer = new MemoryStream();
        var kept = new StreamResponseBodyFeature(buffer, sent);
        http.Features.Set<IHttpResponseBodyFeature>(kept);
        try
        {
            await next(http);
            await kept.CompleteAsync();
        }
        finally
        {
            http.Features.Set(sent);
        }

        var own = http.Response.Headers
            .Where(h => !before.TryGetValue(h.Key, out var was) || was != h.Value)
            .ToDictionary(h => h.Key, h => h.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
        return new(http.Response.StatusCode, own, buffer.ToArray());
    }

    public static BufferedAnswer Of(IdempotencyKey row) =>
        new(row.Status, JsonSerializer.Deserialize<Dictionary<string, string?[]>>(row.Headers)!, row.Body);

    public string HeadersAsJson() => JsonSerializer.Serialize(Headers);

    public async Task Send(HttpContext http)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, values) in Headers)
        {
            http.Response.Headers[name] = new StringValues(values);
        }

        if (Body.Length > 0)
        {
            http.Response.ContentLength = Body.Length;
            await http.Response.Body.WriteAsync(Body, http.RequestAborted);
        }
    }
}
