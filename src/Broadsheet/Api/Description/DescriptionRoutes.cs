using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Broadsheet.Api.Description;

/// <summary>The API's description as OpenAPI, and a page to browse it. The page is Scalar's, from files inside this program, and loads nothing from elsewhere.</summary>
internal static class DescriptionRoutes
{
    // Scalar sets styles from its script; nothing else here is looser than on the paper's own pages.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Html = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Broadsheet API</title>
        <link rel="icon" href="data:,">
        </head>
        <body>
        <div id="app"></div>
        <noscript><p>This page needs JavaScript. The same is at <a href="/openapi/v1.json">/openapi/v1.json</a>.</p></noscript>
        <script src="/api/scalar.js"></script>
        <script src="/api/page.js"></script>
        </body>
        </html>
        """;

    private const string Script = """
        Scalar.createApiReference("#app", {
          url: "/openapi/v1.json",
          title: "Broadsheet API",
          theme: "default",
          withDefaultFonts: false,
          telemetry: false,
          hideClientButton: true,
          showDeveloperTools: "never",
          agent: { disabled: true },
          mcp: { disabled: true },
          authentication: { preferredSecurityScheme: "token" },
        });
        """;

    public static void MapApiDescription(this IEndpointRouteBuilder app)
    {
        app.MapGet(ApiDescription.Address, Document).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api", Page).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api/page.js", PageScript).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api/scalar.js", ScalarScript).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<FileContentHttpResult> Document(ApiDescription description)
    {
        var (json, tag) = await description.Document;
        return TypedResults.Bytes(json, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(tag));
    }

    private static ContentHttpResult Page(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Text(Html, "text/html; charset=utf-8");
    }

    private static ContentHttpResult PageScript() => TypedResults.Text(Script, "text/javascript; charset=utf-8");

    // The package carries its script compressed; every browser takes it so.
    private static FileStreamHttpResult ScalarScript(HttpResponse response)
    {
        var package = typeof(ScalarOptions).Assembly;
        response.Headers.ContentEncoding = "gzip";
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Stream(package.GetManifestResourceStream("ScalarStaticAssets.scalar.js")!, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{package.GetName().Version}\""));
    }
}
