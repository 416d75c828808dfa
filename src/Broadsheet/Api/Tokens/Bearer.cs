using System.Net.Http.Headers;
using Broadsheet.Api.Problems;
using Broadsheet.Platform.Database;
using Broadsheet.Staff;

namespace Broadsheet.Api.Tokens;

/// <summary>Everything under <c>/api/v1</c> needs a bearer token (RFC 6750) of a role that its route allows.</summary>
internal sealed class Bearer(RequestDelegate next, KnownTokens tokens, TokenUse use)
{
    public async Task Invoke(HttpContext http)
    {
        if (Sent(http.Request) is not { } token)
        {
            await Challenge(http, "Bearer realm=\"Broadsheet\"", ProblemKind.NoToken.Meaning);
            return;
        }

        var caller = await tokens.Find(token, http.RequestServices.GetRequiredService<BroadsheetDb>(), http.RequestAborted);
        if (caller is null)
        {
            await Challenge(http, "Bearer realm=\"Broadsheet\", error=\"invalid_token\"", "This token isn't known here, or it was revoked.");
            return;
        }

        use.Note(caller, http.Response);
        var allowed = http.GetEndpoint()?.Metadata.GetMetadata<AllowedRoles>();
        if (allowed is not null && !allowed.Roles.Contains(caller.Actor.Role))
        {
            await new ProblemAnswer(Problem.Of(ProblemKind.NotAllowed, NotAllowed(caller.Actor.Role, allowed))).ExecuteAsync(http);
            return;
        }

        http.Features.Set(caller);
        http.Features.Set(caller.Actor);
        await next(http);
    }

    private static string? Sent(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && AuthenticationHeaderValue.TryParse(header, out var value)
        && value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        && value.Parameter is { Length: > 0 and <= 500 } token
            ? token
            : null;

    private static Task Challenge(HttpContext http, string challenge, string sentence)
    {
        http.Response.Headers.WWWAuthenticate = challenge;
        return new ProblemAnswer(Problem.Of(ProblemKind.NoToken, sentence)).ExecuteAsync(http);
    }

    private static string NotAllowed(Role role, AllowedRoles allowed) =>
        $"This token's role is {RoleNames.Of(role)}; this may be done by {RoleNames.Of(allowed.Roles)}.";
}
