using Broadsheet.Api.Problems;
using Broadsheet.Platform.Web;

namespace Broadsheet.Api;

/// <summary>Lets only the API's own routes answer under <c>/api</c> (the paper's would take <c>/api/v1</c> for a section and a story), and no query that a database could not keep.</summary>
internal sealed class ApiAddress(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        // What routing puts in for a wrong method or media type is no RouteEndpoint, and may answer.
        if (http.GetEndpoint() is null || (http.GetEndpoint() is RouteEndpoint route && !IsOurs(route)))
        {
            return new ProblemAnswer(Problem.Of(ProblemKind.NotFound)).ExecuteAsync(http);
        }

        var faults = new Faults();
        foreach (var (name, values) in http.Request.Query)
        {
            if (name.Contains('\0', StringComparison.Ordinal) || values.Any(value => value?.Contains('\0', StringComparison.Ordinal) is true))
            {
                faults.Add(name.Replace('\0', ' '), "A query must not hold NUL, which is no text.");
            }
        }

        faults.ThrowIfAny();
        return next(http);
    }

    private static bool IsOurs(RouteEndpoint route) => route.RoutePattern.RawText is { } pattern
        && (pattern.Equals(ApiRoutes.Page, StringComparison.OrdinalIgnoreCase) || pattern.StartsWith(ApiRoutes.Page + "/", StringComparison.OrdinalIgnoreCase));
}
