namespace Broadsheet.Platform.Cache;

/// <summary>Answers ahead of routing what is ready in memory.</summary>
public static class PageEdge
{
    /// <param name="keyOf">The key of a request. What is no page has one too; it is never found.</param>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app, Func<HttpRequest, PageKey> keyOf)
    {
        var cache = app.ApplicationServices.GetRequiredService<PageCache>();
        var answer = app.ApplicationServices.GetRequiredService<PageAnswer>();
        return app.Use((http, next) =>
            IsRead(http.Request.Method) && keyOf(http.Request) is var key && cache.FindFresh(key) is { } page
                ? answer.Send(http, page, isPublic: key.IsPublic)
                : next(http));
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
