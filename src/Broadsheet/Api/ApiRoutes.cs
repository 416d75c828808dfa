using Broadsheet.Api.Description;
using Broadsheet.Api.Idempotency;
using Broadsheet.Api.Json;
using Broadsheet.Api.Problems;
using Broadsheet.Api.Tokens;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Broadsheet.Api;

/// <summary>Puts the API into the application: <see cref="AddApi"/> its services, <see cref="UseApi"/> its conventions, <see cref="MapApi"/> its routes.</summary>
public static class ApiRoutes
{
    internal const string Page = "/api";
    internal const string Root = "/api/v1";

    /// <summary>The largest body of a route that doesn't say otherwise by <c>RequestSizeLimit</c> metadata.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RateLimits>();
        services.TryAddSingleton<Readiness>();
        services.AddSingleton<KnownTokens>();
        services.AddSingleton<TokenUse>();
        services.AddScoped<SweepIdempotencyKeys>();
        services.AddSingleton<IStartupFilter, RouteCheck>();
        return services.AddApiDescription();
    }

    /// <summary>What every request under <c>/api</c> goes through on its way to its route. It stands after routing, and after what finds out the client's address.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app
        .UseWhen(http => http.Request.Path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase), api => api
            .UseMiddleware<ProblemEdge>()
            .UseWhen(http => http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase), v1 => v1
                .Use((http, next) =>
                {
                    http.Response.Headers.CacheControl = "no-store";
                    return next(http);
                })
                .UseMiddleware<ApiRateLimit>()
                .UseMiddleware<ApiReadiness>()
                .UseMiddleware<Bearer>())
            .UseMiddleware<ApiAddress>()
            .UseMiddleware<Pending>()
            .UseMiddleware<Once>());

    /// <summary>Maps the API's own routes, its description and its page.</summary>
    /// <returns><c>/api/v1</c>, for the features to map theirs on.</returns>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        app.MapApiDescription();
        app.MapGet("/api/problems/{name}", Explain).AllowAnonymous().ExcludeFromDescription();
        var api = app.MapGroup(Root)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .DisableAntiforgery()
            .AddEndpointFilter(RequireCaller)
            .AddEndpointFilter(CheckForm)
            .AddEndpointFilter(NullIsNotFound);
        AuditEndpoints.Map(api);
        JobEndpoints.Map(api);
        return api;
    }

    /// <summary>Forgets idempotency keys after their day.</summary>
    public static void Register(Recurring recurring) =>
        recurring.Add("sweep-idempotency-keys", "0 29 * * * *", (services, cancellation) => services.GetRequiredService<SweepIdempotencyKeys>().Run(cancellation));

    internal static IResult Explain(string name) => ProblemKind.All.FirstOrDefault(kind => kind.Name == name) is { } kind
        ? TypedResults.Text($"{kind.Title} ({kind.Status})\n\n{kind.Meaning}\n")
        : new ProblemAnswer(Problem.Of(ProblemKind.NotFound));

    // A route is reached only through UseApi; should a pipeline ever lead past it, this is the end.
    private static ValueTask<object?> RequireCaller(EndpointFilterInvocationContext call, EndpointFilterDelegate next) => call.HttpContext.Features.Get<Caller>() is null
        ? throw new InvalidOperationException("A route of the API was reached without UseApi.")
        : next(call);

    private static async ValueTask<object?> NullIsNotFound(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        await next(call) ?? new ProblemAnswer(Problem.Of(ProblemKind.NotFound));

    // Forms are bound by ASP.NET Core, so their texts are checked here.
    private static ValueTask<object?> CheckForm(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        if (call.HttpContext.Features.Get<IFormFeature>()?.Form is { } form)
        {
            var faults = new Faults();
            foreach (var (name, values) in form)
            {
                if (values.Any(value => value is not null && !IsText(value)))
                {
                    faults.Add(name, $"{name} holds half a character or NUL, which is no text.");
                }
            }

            faults.ThrowIfAny();
        }

        return next(call);
    }

    private static bool IsText(string value) =>
        !value.Contains('\0', StringComparison.Ordinal) && value.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
}
