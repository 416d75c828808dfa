using Broadsheet.Api.Problems;
using Broadsheet.Platform.Web;

namespace Broadsheet.Api;

/// <summary>Answers 503 at once until the database was reached and brought up to date; before that there may not even be tables to ask.</summary>
internal sealed class ApiReadiness(RequestDelegate next, Readiness readiness)
{
    private const int Seconds = 5;

    public Task Invoke(HttpContext http) => readiness.DatabaseWasReady
        ? next(http)
        : new ProblemAnswer(Problem.Later(ProblemKind.Unavailable, Seconds)).ExecuteAsync(http);
}
