using System.Globalization;
using Broadsheet.Platform.Database;
using Broadsheet.Readers;

namespace Broadsheet.Outlets.Pages;

/// <summary>The edge where an exception on a page's way ends: logged once, with an id that the reader sees too.</summary>
public static class ErrorEdge
{
    /// <summary>Everything but the API, which answers with problems of its own.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) =>
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), pages => pages.Use(Guard));

    private static async Task Guard(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception e) when ((e is OperationCanceledException or IOException) && http.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone.
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = e.StatusCode;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await Answer(http, Log(e, http));
        }
    }

    private static int Log(Exception e, HttpContext http)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Broadsheet.Pages");
        if (DatabaseFault.IsOutage(e))
        {
            log.LogWarning(e, "{Method} {Path} could not reach the database, request {RequestId}", http.Request.Method, http.Request.Path.Value, http.TraceIdentifier);
            return StatusCodes.Status503ServiceUnavailable;
        }

        log.LogError(e, "{Method} {Path} failed, request {RequestId}", http.Request.Method, http.Request.Path.Value, http.TraceIdentifier);
        return StatusCodes.Status500InternalServerError;
    }

    /// <summary>Answers with the page for a failure.</summary>
    internal static async Task Answer(HttpContext http, int status, TimeSpan? retryAfter = null)
    {
        var path = http.Request.Path.Value ?? "/";
        var page = http.RequestServices.GetRequiredService<ErrorPages>().Make(status, http.TraceIdentifier, http.RequestServices.GetRequiredService<ClassCookie>().Read(http.Request), path.StartsWith("/lite", StringComparison.Ordinal));
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            http.Response.Headers.RetryAfter = ((int)(retryAfter ?? TimeSpan.FromSeconds(5)).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(page.Bytes, http.RequestAborted);
        }
    }
}
