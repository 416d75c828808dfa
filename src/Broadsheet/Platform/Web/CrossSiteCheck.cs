namespace Broadsheet.Platform.Web;

/// <summary>
/// Refuses unsafe requests that another site's page made (Fetch Metadata; RFC 6454 Origin where a browser sends none). Programs send neither header and pass; they carry a token instead of a cookie.
/// </summary>
public static class CrossSiteCheck
{
    public static IApplicationBuilder UseCrossSiteCheck(this IApplicationBuilder app, Uri url) => app.Use(async (http, next) =>
    {
        if (IsSafe(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<FromAnywhere>() is not null || IsOwn(http.Request, url))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync("This request came from another site's page and was not carried out.", http.RequestAborted);
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool IsOwn(HttpRequest request, Uri url)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
        {
            return site is "same-origin" or "none";
        }

        return request.Headers.Origin is not [{ } origin]
            || origin == url.GetLeftPart(UriPartial.Authority)
            || origin == $"{request.Scheme}://{request.Host}";
    }
}

/// <summary>Marks a route that other sites may post to: one-click unsubscription, webhooks.</summary>
public sealed class FromAnywhere;
