using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Support;

/// <summary>A server that is told what has changed, as a CDN is.</summary>
public sealed class Cdn : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Cdn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(Take);
    }

    public Uri Address => new(_app.Urls.Single() + "/purge");

    /// <summary>What it was told, in order: keys of the header, and the body.</summary>
    public ConcurrentQueue<(string Keys, JsonNode Body)> Told { get; } = new();

    /// <summary>Every request is answered 503 while set.</summary>
    public bool IsDown { get; set; }

    public static async Task<Cdn> Start()
    {
        var cdn = new Cdn();
        await cdn._app.StartAsync();
        return cdn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        if (IsDown)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        Told.Enqueue((http.Request.Headers["Surrogate-Key"].ToString(), body!));
    }
}
