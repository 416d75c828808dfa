using System.CommandLine;
using System.Globalization;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet staff</c>: accounts of the newsroom, from the server's own terminal.</summary>
internal static class StaffCommand
{
    public static Command Command() => new("staff", "Accounts of the newsroom.\n\nExample: broadsheet staff add editor@example.org --role editor") { Add(), List(), Reset() };

    private static Command Add()
    {
        var email = new Argument<string>("EMAIL") { Description = "The person's address." };
        var role = RoleOption.Make();
        var command = new Command("add", "Makes an account and prints a one-time sign-in link.\n\nExample: broadsheet staff add editor@example.org --role editor") { email, role };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.Settings(parsed);
            await using var db = await Workbench.Open(settings, cancellation);
            var secret = await new StaffAccounts(db, TimeProvider.System).Add(parsed.GetValue(email)!, parsed.GetValue(role), Actor.Program, cancellation);
            await Console.Out.WriteLineAsync(StaffAccounts.LinkFor(settings.Url, secret).AbsoluteUri);
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the accounts.\n\nExample: broadsheet staff list");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var db = await Workbench.Open(CommandLine.Settings(parsed), cancellation);
            foreach (var member in await db.Staff.AsNoTracking().OrderBy(m => m.NormalizedEmail).ToListAsync(cancellation))
            {
                var state = member.ClosedAt is { } closed ? string.Create(CultureInfo.InvariantCulture, $"closed {closed:yyyy-MM-dd}") : "open";
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{member.Email}\t{member.Role.ToString().ToLowerInvariant()}\tsince {member.CreatedAt:yyyy-MM-dd}\t{state}"));
            }

            return 0;
        });
        return command;
    }

    private static Command Reset()
    {
        var email = new Argument<string>("EMAIL") { Description = "The person's address." };
        var command = new Command("reset", "Ends the person's earlier links and prints a new one-time sign-in link.\n\nExample: broadsheet staff reset editor@example.org") { email };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.Settings(parsed);
            await using var db = await Workbench.Open(settings, cancellation);
            var secret = await new StaffAccounts(db, TimeProvider.System).Reset(parsed.GetValue(email)!, Actor.Program, cancellation);
            await Console.Out.WriteLineAsync(StaffAccounts.LinkFor(settings.Url, secret).AbsoluteUri);
            return 0;
        });
        return command;
    }
}
