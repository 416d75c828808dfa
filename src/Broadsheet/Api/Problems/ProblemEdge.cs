using Microsoft.Net.Http.Headers;

namespace Broadsheet.Api.Problems;

/// <summary>The edge of the API: whatever goes wrong behind it leaves as a problem, and what nobody expected is logged here, once.</summary>
internal sealed class ProblemEdge(RequestDelegate next, ILogger<ProblemEdge> log)
{
    private static readonly string[] OfTheAnswer = [HeaderNames.ETag, HeaderNames.Location, HeaderNames.LastModified, HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.ContentEncoding];

    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception e) when ((e is OperationCanceledException or IOException) && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await Answer(http, Log(e, ProblemOf.Exception(e, http), http));
            return;
        }

        if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
        {
            await Answer(http, http.Response.StatusCode >= 500 ? Problem.Unexpected(http.TraceIdentifier) : Problem.Of(ProblemKind.Of(http.Response.StatusCode)));
        }
    }

    private Problem Log(Exception e, Problem problem, HttpContext http)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (problem.Kind == ProblemKind.Unexpected)
        {
            log.LogError(e, "{Method} {Route} failed, request {RequestId}", http.Request.Method, route, http.TraceIdentifier);
        }
        else if (problem.Kind == ProblemKind.Unavailable)
        {
            log.LogWarning(e, "{Method} {Route} could not reach the database, request {RequestId}", http.Request.Method, route, http.TraceIdentifier);
        }

        return problem;
    }

    private static Task Answer(HttpContext http, Problem problem)
    {
        foreach (var header in OfTheAnswer)
        {
            http.Response.Headers.Remove(header);
        }

        return new ProblemAnswer(problem).ExecuteAsync(http);
    }
}
