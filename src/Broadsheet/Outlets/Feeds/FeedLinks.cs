using Broadsheet.Platform.Configuration;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Outlets.Feeds;

/// <summary>Names the hub and the feed itself in the headers of feeds, where subscribers look first (WebSub, 4).</summary>
public static class FeedLinks
{
    /// <summary>To stand ahead of the page cache, whose answers carry them too.</summary>
    public static void UseFeedLinks(this IApplicationBuilder app, Settings settings)
    {
        if (settings.WebSubHub is not { } hub)
        {
            return;
        }

        var site = settings.Url.GetLeftPart(UriPartial.Authority);
        app.Use((http, next) =>
        {
            if (http.Request.Path.Value is { } path && FeedFormat.Find(path[(path.LastIndexOf('/') + 1)..]) is not null)
            {
                http.Response.OnStarting(() =>
                {
                    if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                    {
                        http.Response.Headers.Link = new StringValues([$"<{hub.AbsoluteUri}>; rel=\"hub\"", $"<{site}{http.Request.Path.ToUriComponent()}>; rel=\"self\""]);
                    }

                    return Task.CompletedTask;
                });
            }

            return next(http);
        });
    }
}
