using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Demo;

/// <summary>While the newspaper is being made, the only page there is: how far it has come. It looks again by itself, without a script.</summary>
public sealed class PrintRunPage(PrintRun run) : IStartupFilter
{
    private const string Style =
        "body{margin:0;min-height:100vh;display:grid;place-content:center;text-align:center;font:1.125rem/1.6 Georgia,serif;color:#1a1a1a;background:#fffefb}" +
        "h1{font-size:2.25rem;line-height:1.2;margin:0 0 .5rem}p{margin:.25rem}progress{width:18rem;max-width:80vw;accent-color:#a11a1a}" +
        "@media(prefers-color-scheme:dark){body{color:#eee;background:#161514}}";

    private static readonly string Policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; frame-ancestors 'none'; base-uri 'none'";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) => run.IsOver || http.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal) ? rest(http) : Answer(http));
        next(app);
    };

    private Task Answer(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.CacheControl = "no-store";
        response.Headers.RetryAfter = "2";
        response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.Path.StartsWithSegments("/readyz", StringComparison.Ordinal))
        {
            return Write(http, "text/plain", $"starting: {run.Stage}\n");
        }

        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return Write(http, "application/problem+json", $$"""{"type":"about:blank","title":"The demo newspaper is being printed: {{run.Stage}}.","status":503}""");
        }

        response.Headers["Refresh"] = "1";
        response.Headers.ContentSecurityPolicy = Policy;
        return Write(http, "text/html", Page());
    }

    private string Page() => string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>{DemoFiles.Site.Name} is being printed</title><style>{Style}</style></head>
        <body>
        <main>
        <h1>{DemoFiles.Site.Name}</h1>
        <p>is being printed for the first time.</p>
        <p><progress value="{run.Drawn}" max="{Math.Max(1, run.Pictures)}" aria-label="Pictures drawn"></progress></p>
        <p>{char.ToUpperInvariant(run.Stage[0])}{run.Stage[1..]}. This page turns into the newspaper by itself.</p>
        </main>
        </body>
        </html>

        """);

    private static Task Write(HttpContext http, string kind, string text)
    {
        http.Response.ContentType = kind + "; charset=utf-8";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.WriteAsync(text, http.RequestAborted);
    }
}
