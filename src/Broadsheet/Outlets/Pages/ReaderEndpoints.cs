using Broadsheet.Platform.Cache;

namespace Broadsheet.Outlets.Pages;

/// <summary>The site as readers know it, and the same addresses under <c>/lite</c>, text only. What is ready in memory was answered before routing; here the rest is made.</summary>
public static class ReaderEndpoints
{
    public static void MapReaders(this IEndpointRouteBuilder app)
    {
        // What else is under /media is not made by pages.
        app.MapMethods(ShareCards.Folder + "{**path}", [HttpMethods.Get, HttpMethods.Head], Answer).AllowAnonymous().ExcludeFromDescription();
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], Answer).AllowAnonymous().WithOrder(int.MaxValue);
    }

    /// <summary>Answers with a page, or that nobody can make it just now.</summary>
    public static async Task Answer(HttpContext http, PageKey key)
    {
        if (await Get<PageCache>(http).Get(key, http.RequestAborted) is { } page)
        {
            await Get<PageAnswer>(http).Send(http, page, key.IsPublic);
        }
        else
        {
            await ErrorEdge.Answer(http, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task Answer(HttpContext http)
    {
        if (Tidied(http.Request) is { } tidy)
        {
            http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            http.Response.Headers.Location = tidy;
            http.Response.Headers.CacheControl = "public, max-age=300";
            return;
        }

        await Answer(http, Get<ReaderPages>(http).KeyOf(http.Request));
    }

    // One address a page: no slash at the end, and none doubled; with two at the beginning it would lead to another host.
    private static string? Tidied(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        return path.Length > 1 && (path.EndsWith('/') || path.Contains("//", StringComparison.Ordinal))
            ? new PathString("/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries))).ToUriComponent() + request.QueryString.ToUriComponent()
            : null;
    }

    private static T Get<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
