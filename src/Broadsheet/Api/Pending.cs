using Broadsheet.Platform.Database;

namespace Broadsheet.Api;

/// <summary>Says of what was committed, in the header <c>Broadsheet-Pending</c>, that not every node could be told of it in time.</summary>
internal sealed class Pending(RequestDelegate next)
{
    public const string Header = "Broadsheet-Pending";

    public Task Invoke(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            // Contexts are used again: what was said of another request is not said of this one.
            var db = http.RequestServices.GetRequiredService<BroadsheetDb>();
            db.IsPending = false;
            http.Response.OnStarting(() =>
            {
                if (db.IsPending)
                {
                    http.Response.Headers[Header] = "nodes";
                }

                return Task.CompletedTask;
            });
        }

        return next(http);
    }
}
