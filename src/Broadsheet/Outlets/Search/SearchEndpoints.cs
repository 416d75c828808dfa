using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Readers;

namespace Broadsheet.Outlets.Search;

/// <summary>Search has routes of its own ahead of all pages: what somebody looks for is no page's address, and its answer is kept nowhere.</summary>
public static class SearchEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/search", [HttpMethods.Get, HttpMethods.Head], Full).AllowAnonymous();
        app.MapMethods("/lite/search", [HttpMethods.Get, HttpMethods.Head], Lite).AllowAnonymous();
    }

    private static Task Full(HttpContext http) => Answer(http, isLite: Get<LoadLadder>(http).Level is LoadLevel.Lite);

    private static Task Lite(HttpContext http) => Answer(http, isLite: true);

    private static async Task Answer(HttpContext http, bool isLite)
    {
        if (Get<RateLimits>(http).Search.Refusal(http.Connection.RemoteIpAddress) is { } wait)
        {
            await ErrorEdge.Answer(http, StatusCodes.Status429TooManyRequests, wait);
            return;
        }

        if (Get<DatabasePulse>(http).IsAway || Get<LoadLadder>(http).Level is LoadLevel.Disk)
        {
            await ErrorEdge.Answer(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        var audience = Get<ClassCookie>(http).Read(http.Request);
        var request = new PageRequest("/search", ReaderPages.NumberOf(http.Request), audience, isLite);
        var page = await Get<SearchPages>(http).Make(request, SearchForm.Read(http.Request.Query), http.RequestAborted);
        // Without a tag nothing is kept: neither here nor by a cache in between.
        var finished = new FinishedPage(new PageKey("/search", 1, audience.Class), page with { Tags = [] }, number: 0, Get<TimeProvider>(http).Now());
        await Get<PageAnswer>(http).Send(http, finished, isPublic: false);
    }

    private static T Get<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
