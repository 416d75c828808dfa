using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Bench;

/// <summary>Kestrel with nothing in front of it, writing one file from memory: what our page cache is measured against.</summary>
internal static class BareServer
{
    public static async Task<int> Run(string port, string file, string? encoding)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            if (encoding is not null)
            {
                http.Response.Headers.ContentEncoding = encoding;
            }

            await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
