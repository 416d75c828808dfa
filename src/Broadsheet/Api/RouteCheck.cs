using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Broadsheet.Api;

/// <summary>Stops the start when a route of the API doesn't say who may use it, or reads what was sent in another way than all others.</summary>
internal sealed class RouteCheck : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        foreach (var route in app.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (route.RoutePattern.RawText?.StartsWith(ApiRoutes.Root + "/", StringComparison.OrdinalIgnoreCase) is true && Fault(route) is { } fault)
            {
                throw new InvalidOperationException($"{route.DisplayName}: {fault}");
            }
        }
    };

    private static string? Fault(RouteEndpoint route) => route.Metadata switch
    {
        { } m when m.GetMetadata<AllowedRoles>() is not { Roles.Count: > 0 } => "a route of the API says who may use it: .Allow(Role.…).",
        { } m when m.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains(Body.MediaType, StringComparer.Ordinal) is true && m.GetMetadata<ReadsBody>() is null => "a route of the API takes JSON as Body<T>.",
        { } m when m.GetMetadata<MethodInfo>()?.GetParameters().FirstOrDefault(p => (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType).IsEnum) is { } p =>
            $"an enumerated value in a query is named as in JSON: Choice<T> {p.Name}.",
        _ => null,
    };
}
