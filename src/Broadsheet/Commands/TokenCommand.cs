using System.CommandLine;
using System.Globalization;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet token</c>: API tokens.</summary>
internal static class TokenCommand
{
    public static Command Command() => new("token", "Tokens for programs that use the API.\n\nExample: broadsheet token create wire-import --role editor") { Create(), List(), Revoke() };

    private static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "What the token is for." };
        var role = RoleOption.Make();
        var command = new Command("create", "Prints a new token, alone on one line. It is not shown again.\n\nExample: broadsheet token create wire-import --role editor") { name, role };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var db = await Workbench.Open(CommandLine.Settings(parsed), cancellation);
            await Console.Out.WriteLineAsync(await new Tokens(db, TimeProvider.System).Create(parsed.GetValue(name)!, parsed.GetValue(role), Actor.Program, cancellation));
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the tokens that work, and those that were revoked.\n\nExample: broadsheet token list");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var db = await Workbench.Open(CommandLine.Settings(parsed), cancellation);
            foreach (var token in await db.ApiTokens.AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(cancellation))
            {
                var used = token.LastUsedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"last used {at:yyyy-MM-dd HH}h") : "never used";
                var state = token.RevokedAt is { } revoked ? string.Create(CultureInfo.InvariantCulture, $"revoked {revoked:yyyy-MM-dd}") : used;
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{token.Name}\t{token.Role.ToString().ToLowerInvariant()}\tsince {token.CreatedAt:yyyy-MM-dd}\t{state}"));
            }

            return 0;
        });
        return command;
    }

    private static Command Revoke()
    {
        var name = new Argument<string>("NAME") { Description = "The token's name." };
        var command = new Command("revoke", "Ends a token.\n\nExample: broadsheet token revoke wire-import") { name };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var db = await Workbench.Open(CommandLine.Settings(parsed), cancellation);
            await new Tokens(db, TimeProvider.System).Revoke(parsed.GetValue(name)!, Actor.Program, cancellation);
            await Console.Out.WriteLineAsync($"The token {parsed.GetValue(name)} no longer works.");
            return 0;
        });
        return command;
    }
}
