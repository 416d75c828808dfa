using Broadsheet.Api.Problems;
using Broadsheet.Platform.Web;

namespace Broadsheet.Api;

/// <summary>Holds every address to <see cref="RateLimits.Api"/>.</summary>
internal sealed class ApiRateLimit(RequestDelegate next, RateLimits limits)
{
    public Task Invoke(HttpContext http) => limits.Api.Refusal(http.Connection.RemoteIpAddress) is { } wait
        ? new ProblemAnswer(Problem.Later(ProblemKind.TooMany, (int)wait.TotalSeconds)).ExecuteAsync(http)
        : next(http);
}
