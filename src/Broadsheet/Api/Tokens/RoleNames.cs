using System.Text.Json;
using Broadsheet.Staff;

namespace Broadsheet.Api.Tokens;

/// <summary>Roles as the API writes them.</summary>
internal static class RoleNames
{
    public static string Of(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    public static string Of(IReadOnlyList<Role> roles) => roles.Count == 1
        ? Of(roles[0])
        : $"{string.Join(", ", roles.Take(roles.Count - 1).Select(Of))} or {Of(roles[^1])}";
}
