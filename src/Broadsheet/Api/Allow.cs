using Broadsheet.Staff;

namespace Broadsheet.Api;

/// <summary>The roles that may use a route. Every route of the API has one, or the program doesn't start.</summary>
public sealed record AllowedRoles(IReadOnlyList<Role> Roles);

public static class AllowRoutes
{
    public static RouteHandlerBuilder Allow(this RouteHandlerBuilder route, params Role[] roles) => route.WithMetadata(new AllowedRoles(roles));
}
