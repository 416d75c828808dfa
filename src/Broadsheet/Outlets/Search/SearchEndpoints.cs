using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Readers;

namespace Broadsheet.Outlets.Search;

/// <summary>Search has routes of its own ahead of all pages: what somebody looks for is no page's address, and its answer is kept nowhere. The empty form is a page like others.</summary>
public static class SearchEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(SearchPages.Path, [HttpMethods.Get, HttpMethods.Head], Full).AllowAnonymous();
        app.MapMethods("/lite" + SearchPages.Path, [HttpMethods.Get, HttpMethods.Head], Lite).AllowAnonymous();
    }

    private static Task Full(HttpContext http) => Answer(http, isLite: Get<LoadLadder>(http).Level is LoadLevel.Lite);

    private static Task Lite(HttpContext http) => Answer(http, isLite: true);

    private static async Task Answer(HttpContext http, bool isLite)
    {
        var form = SearchForm.Read(http.Request.Query);
        var audience = Get<ClassCookie>(http).Read(http.Request);
        if (form == SearchForm.Empty)
        {
            await ReaderEndpoints.Answer(http, new PageKey(isLite ? "/lite" + SearchPages.Path : SearchPages.Path, 1, audience.Class));
            return;
        }

        if (Get<RateLimits>(http).Search.Refusal(http.Connection.RemoteIpAddress) is { } wait)
        {
            await ErrorEdge.Answer(http, StatusCodes.Status429TooManyRequests, wait);
            return;
        }

        var request = new PageRequest(SearchPages.Path, ReaderPages.NumberOf(http.Request), audience, isLite);
        if (await Find(http, request, form) is not { } page)
        {
            await ErrorEdge.Answer(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        // Without a tag nothing is kept: neither here nor by a cache in between.
        var finished = new FinishedPage(new PageKey(SearchPages.Path, 0, audience.Class), page with { Tags = [] }, number: 0, Get<TimeProvider>(http).Now());
        await Get<PageAnswer>(http).Send(http, finished, isPublic: false);
    }

    private static async Task<RenderedPage?> Find(HttpContext http, PageRequest request, SearchForm form)
    {
        var pages = Get<SearchPages>(http);
        try
        {
            if (!Get<DatabasePulse>(http).IsAway && Get<LoadLadder>(http).Level is not LoadLevel.Disk)
            {
                return await pages.Make(request, form, http.RequestAborted);
            }
        }
        catch (Exception e) when (DatabaseFault.IsOutage(e))
        {
            Get<ILoggerFactory>(http).CreateLogger(typeof(SearchEndpoints)).LogWarning(e, "A search could not reach the database, request {RequestId}", http.TraceIdentifier);
        }

        http.Response.Headers.RetryAfter = "5";
        return pages.Away(request, form);
    }

    private static T Get<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
