using System.Globalization;
using System.Text;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Time;
using Broadsheet.Readers;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the page for what is our fault (500) for when the database is away (503), and for who asks too often (429). It needs no database: the paper's frame is the last one known.</summary>
public sealed class ErrorPages(PaperFrames frames, ThemeChoice themes, Settings settings, TimeProvider time)
{
    public RenderedPage Make(int status, string requestId, Audience audience, bool isLite)
    {
        if (frames.LastKnown is not { } frame)
        {
            return new RenderedPage { Status = status, Bytes = Encoding.UTF8.GetBytes(Bare(status, requestId)) };
        }

        var theme = themes.Of(frame.Paper);
        var tongue = Tongue.Of(frame.Paper.Language);
        var page = new PageContext(new PageRequest("/", 1, audience, isLite), frame, tongue, theme.Words(tongue.Tag), settings.Url, time.Now());
        var title = page.Words[status switch
        {
            StatusCodes.Status503ServiceUnavailable => "awayTitle",
            StatusCodes.Status429TooManyRequests => "tooManyTitle",
            _ => "errorTitle",
        }];
        var view = new ErrorPage
        {
            Frame = page.Frame(title, noIndex: true) with { IsFront = false, Canonical = null, LiteAddress = null, FullAddress = null },
            RequestId = requestId,
            IsTooMany = status == StatusCodes.Status429TooManyRequests,
            IsAway = status == StatusCodes.Status503ServiceUnavailable,
        };
        return new RenderedPage { Status = status, Bytes = themes.Render(page, view) };
    }

    // Before the paper was ever read there is no name and no theme to show it in.
    private static string Bare(int status, string requestId) => string.Create(
        CultureInfo.InvariantCulture,
        $"<!doctype html><html lang=\"en\" data-audience=\"visitor\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{status}</title><h1>This page can’t be shown just now</h1><p>Please try again in a moment. ({requestId})</p></html>");
}
