using System.Globalization;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Readers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Outlets.Pages;

/// <summary>The site as readers know it, and the same addresses under <c>/lite</c>, text only.</summary>
public static class ReaderEndpoints
{
    private delegate Task<RenderedPage> Maker(PageRequest request, HttpContext http);

    public static void MapReaders(this IEndpointRouteBuilder app)
    {
        Page(app, "/", Front);
        Page(app, "/{section}", Section, isList: true);
        Page(app, "/{section}/{slug}", Story);
        Page(app, "/{section}/{slug}/history", History);
        Page(app, "/topics/{topic}", Topic, isList: true);
        Page(app, "/authors/{author}", Author, isList: true);
        Page(app, "/corrections", Corrections, isList: true);
        Page(app, "/about", About);
        Page(app, "/privacy", Privacy);
        Page(app, "/terms", Terms);
        Page(app, "/terms/{version:int:min(1)}", TermsVersion);
        Page(app, "/pages/{page}", Static);
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], http => Answer(http, NotFound)).AllowAnonymous().WithOrder(int.MaxValue);
    }

    private static Task<RenderedPage> Front(PageRequest request, HttpContext http) => Get<FrontPages>(http).Make(request, http.RequestAborted);

    private static Task<RenderedPage> Section(PageRequest request, HttpContext http) => Get<SectionPages>(http).Make(request, Part(http, "section"), http.RequestAborted);

    private static Task<RenderedPage> Story(PageRequest request, HttpContext http) => Get<StoryPages>(http).Make(request, Part(http, "section"), Part(http, "slug"), http.RequestAborted);

    private static Task<RenderedPage> History(PageRequest request, HttpContext http) => Get<HistoryPages>(http).Make(request, Part(http, "section"), Part(http, "slug"), http.RequestAborted);

    private static Task<RenderedPage> Topic(PageRequest request, HttpContext http) => Get<TopicPages>(http).Make(request, Part(http, "topic"), http.RequestAborted);

    private static Task<RenderedPage> Author(PageRequest request, HttpContext http) => Get<AuthorPages>(http).Make(request, Part(http, "author"), http.RequestAborted);

    private static Task<RenderedPage> Corrections(PageRequest request, HttpContext http) => Get<CorrectionsPages>(http).Make(request, http.RequestAborted);

    private static Task<RenderedPage> About(PageRequest request, HttpContext http) => Get<StaticPages>(http).Make(request, "about", null, http.RequestAborted);

    private static Task<RenderedPage> Privacy(PageRequest request, HttpContext http) => Get<StaticPages>(http).Make(request, "privacy", null, http.RequestAborted);

    private static Task<RenderedPage> Terms(PageRequest request, HttpContext http) => Get<StaticPages>(http).Make(request, "terms", null, http.RequestAborted);

    private static Task<RenderedPage> TermsVersion(PageRequest request, HttpContext http) =>
        Get<StaticPages>(http).Make(request, "terms", int.Parse(Part(http, "version"), CultureInfo.InvariantCulture), http.RequestAborted);

    private static Task<RenderedPage> Static(PageRequest request, HttpContext http) => Get<StaticPages>(http).Make(request, Part(http, "page"), null, http.RequestAborted);

    private static Task<RenderedPage> NotFound(PageRequest request, HttpContext http) => Get<NotFoundPages>(http).Make(request, http.RequestAborted);

    private static void Page(IEndpointRouteBuilder app, string pattern, Maker maker, bool isList = false)
    {
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], http => Answer(http, maker, isList)).AllowAnonymous();
        app.MapMethods("/lite" + (pattern == "/" ? "" : pattern), [HttpMethods.Get, HttpMethods.Head], http => Answer(http, maker, isList)).AllowAnonymous();
    }

    private static async Task Answer(HttpContext http, Maker maker, bool isList = false)
    {
        if (Tidied(http.Request) is { } tidy)
        {
            await Send(http, RenderedPage.Moved(tidy));
            return;
        }

        if (!Get<Readiness>(http).DatabaseWasReady)
        {
            await ErrorEdge.Answer(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        var audience = Get<ClassCookie>(http).Read(http.Request);
        await Send(http, await Make(http, maker, Request(http.Request, audience, isList)), audience);
    }

    // All queries of a page share one connection, which is given back before the page is sent: its reader may be slow.
    private static async Task<RenderedPage> Make(HttpContext http, Maker maker, PageRequest request)
    {
        var database = Get<BroadsheetDb>(http).Database;
        await database.OpenConnectionAsync(http.RequestAborted);
        try
        {
            return await maker(request, http);
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }

    // What is no list has no second page, and so no second address.
    private static PageRequest Request(HttpRequest request, Audience audience, bool isList)
    {
        var path = request.Path.Value ?? "/";
        var isLite = path == "/lite" || path.StartsWith("/lite/", StringComparison.Ordinal);
        path = isLite ? path[5..] : path;
        var number = isList && request.Query["page"] is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 1, PageRequest.LastNumber) : 1;
        return new PageRequest(path.Length == 0 ? "/" : path, number, audience, isLite);
    }

    // One address a page: no slash at the end. And one slash at the beginning, for with two it would lead to another host.
    private static string? Tidied(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        return path.Length > 1 && path.EndsWith('/') ? new PathString("/" + path.Trim('/')).ToUriComponent() + request.QueryString.ToUriComponent() : null;
    }

    private static async Task Send(HttpContext http, RenderedPage page, Audience audience = default)
    {
        var response = http.Response;
        response.StatusCode = page.Status;
        response.Headers.Vary = HeaderNames.Cookie;
        if (page.Location is { } location)
        {
            response.Headers.Location = location;
            response.Headers.CacheControl = "public, max-age=300";
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = audience == Audience.Visitor ? "public, max-age=0, must-revalidate" : "private, no-cache";
        if (page.LastModified is { } modified)
        {
            response.GetTypedHeaders().LastModified = modified;
        }

        response.ContentLength = page.Html.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(page.Html, http.RequestAborted);
        }
    }

    private static T Get<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    private static string Part(HttpContext http, string name) => (string)http.GetRouteValue(name)!;
}
