using System.Text.Json.Nodes;
using Broadsheet.Tests.Architecture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Editor;

/// <summary>The story editor by itself: the page newsroom-ui/tests/page, with addresses behind it that answer as the program's do.</summary>
internal sealed class EditorSite : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "newsroom-ui");

    private readonly WebApplication _application;

    private EditorSite(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First());

    /// <summary>The body in the page's field.</summary>
    public JsonNode Body { get; set; } = Doc();

    /// <summary>Attributes of the page besides, such as <c>dir="rtl"</c>.</summary>
    public string Direction { get; set; } = "ltr";

    /// <summary>What the server has of the story; null while nothing was saved.</summary>
    public JsonNode? Saved { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Whether the story is saved by itself.</summary>
    public bool Saves { get; init; }

    /// <summary>What every request is answered with in place of an answer: 0 for none at all, a closed door.</summary>
    public int? Refusal { get; set; }

    /// <summary>What the form was sent with.</summary>
    public string? Sent { get; private set; }

    public static async Task<EditorSite> Start(bool saves = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new EditorSite(builder.Build()) { Saves = saves };
        site.Map();
        await site._application.StartAsync();
        return site;
    }

    public static JsonObject Doc(params JsonNode[] content) => new() { ["type"] = "doc", ["content"] = new JsonArray(content) };

    public static JsonObject Paragraph(string text) => new() { ["type"] = "paragraph", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) };

    public static string Image(int number) => $"0198c0de-0000-7000-8000-00000000000{number}";

    /// <summary>Somebody else saves.</summary>
    public void SaveElsewhere(JsonNode body)
    {
        Saved = new JsonObject { ["headline"] = "Somebody else’s headline", ["body"] = body };
        Version++;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private void Map()
    {
        _application.Use(Refuse);
        _application.MapGet("/", () => Results.Content(Page(), "text/html; charset=utf-8"));
        _application.MapPost("/save", async (HttpRequest request) =>
        {
            Sent = (await request.ReadFormAsync())["body"];
            return Results.Content("<!doctype html><title>Kept</title>", "text/html; charset=utf-8");
        });
        _application.MapGet("/page.css", () => Results.File(Path.Combine(Folder, "tests/page/page.css"), "text/css; charset=utf-8"));
        _application.MapGet("/editor.js", () => Results.File(Built("script"), "text/javascript; charset=utf-8"));
        _application.MapGet("/editor.css", () => Results.File(Built("style"), "text/css; charset=utf-8"));
        _application.MapGet("/favicon.ico", () => Results.NoContent());
        _application.MapGet("/pictures/{number:int}", (int number) => Results.Content(Picture(number), "image/svg+xml"));
        _application.MapPost("/api/images", () => Results.Json(Described(1), statusCode: 201));
        _application.MapGet("/api/images/{id}", (string id) => Results.Json(Described(id[^1] - '0')));
        _application.MapGet("/api/stories", () => Results.Json(new { items = new[] { new { headline = "The Zell dam, five years on", url = new Uri(Address, "/world/zell-dam").AbsoluteUri } } }));
        _application.MapGet("/api/stories/one", (HttpResponse response) => Story(response));
        _application.MapPatch("/api/stories/one", Save);
    }

    private Task Refuse(HttpContext context, RequestDelegate next)
    {
        if (Refusal is not { } status || !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return next(context);
        }

        if (status is 0)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { detail = "Not now." });
    }

    private async Task<IResult> Save(HttpRequest request, HttpResponse response)
    {
        var sent = await JsonNode.ParseAsync(request.Body);
        if (request.Headers.IfMatch != $"\"{Version}\"")
        {
            return Results.StatusCode(412);
        }

        Saved = sent;
        Version++;
        return Story(response);
    }

    private IResult Story(HttpResponse response)
    {
        response.Headers.ETag = $"\"{Version}\"";
        return Results.Content(Saved!.ToJsonString(), "application/json");
    }

    private string Page() => File.ReadAllText(Path.Combine(Folder, "tests/page/page.html"))
        .Replace("dir=\"ltr\"", $"dir=\"{Direction}\"", StringComparison.Ordinal)
        .Replace("BODY", (Saved?["body"] ?? Body).ToJsonString().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("ATTRIBUTES", Saves ? $"story=\"one\" version='\"{Version}\"'" : "", StringComparison.Ordinal);

    private static string Built(string kind) =>
        Path.Combine(Folder, "dist", JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "dist/manifest.json")))!["editor"]![kind]!.GetValue<string>());

    private static object Described(int number) =>
        new { id = Image(number), url = $"/pictures/{number}", width = 1200, height = 675, caption = (string?)null, credit = number is 2 ? "Runa Feld" : null, alt = "The dam from the east bank" };

    private static string Picture(int number) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"675\"><rect width=\"1200\" height=\"675\" fill=\"{(number is 1 ? "#7f9aa8" : number is 2 ? "#5d7a4f" : "#a8604a")}\"/></svg>";
}
