using System.CommandLine;
using Broadsheet.Staff;

namespace Broadsheet.Commands;

/// <summary><c>--role</c>, one of four names and nothing else: the enumeration's own parser would take numbers and lists too.</summary>
internal static class RoleOption
{
    public static Option<Role> Make() => new("--role")
    {
        Description = "reporter, editor, audience or admin.",
        HelpName = "ROLE",
        Required = true,
        CustomParser = given =>
        {
            var name = given.Tokens[0].Value;
            foreach (var role in Enum.GetValues<Role>())
            {
                if (string.Equals(role.ToString(), name, StringComparison.OrdinalIgnoreCase))
                {
                    return role;
                }
            }

            given.AddError($"--role is reporter, editor, audience or admin, not “{name}”.");
            return default;
        },
    };
}
