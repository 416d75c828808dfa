using System.CommandLine;
using Broadsheet.Demo;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet demo</c></summary>
internal static class Demo
{
    public static Command Command()
    {
        var command = new Command("demo", "Serves an invented newspaper, made at the first start when the data folder is empty.\n\nExample: broadsheet demo --urls http://localhost:5080");
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.Settings(parsed);
            var run = new PrintRun(Console.Out, rewritesItsLine: !Console.IsOutputRedirected);
            await using var app = Site.Build(settings, services => services.AddSingleton(run).AddSingleton<IStartupFilter, PrintRunPage>().AddSingleton<MakeDemo>());
            await Site.Start(app, cancellation);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, app.Lifetime.ApplicationStopping);
            try
            {
                await Print(settings, run, app.Services, stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // Stopped in the middle: the next start begins again.
            }

            await app.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command;
    }

    // The addresses first: whoever has just started it sees at once where the newspaper will be.
    private static async Task Print(Settings settings, PrintRun run, IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<Readiness>().Database.WaitAsync(cancellation);
        var make = services.GetRequiredService<MakeDemo>();
        var isWanted = await make.IsWanted(cancellation);
        if (!isWanted)
        {
            run.End();
        }

        await Tell(settings, services, cancellation);
        if (isWanted)
        {
            await make.Run(cancellation);
        }
    }

    private static async Task Tell(Settings settings, IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        var accounts = new StaffAccounts(db, TimeProvider.System);
        var site = settings.Url.GetLeftPart(UriPartial.Authority);
        await Console.Out.WriteLineAsync($"""

            The Aldor Courier, an invented newspaper

              Readers    {site}/
              API        {site}/api
              Mail       goes to {Path.Combine(settings.Data, "mailbox")}

            Sign-in links for the staff (each works once, for a day; the newsroom's screens come with a later release)
            """);
        foreach (var role in Enum.GetValues<Role>())
        {
            var email = $"{role.ToString().ToLowerInvariant()}@aldor-courier.example";
            var key = email.ToUpperInvariant();
            var exists = await db.Staff.AnyAsync(s => s.NormalizedEmail == key, cancellation);
            var secret = exists ? await accounts.Reset(email, Actor.Program, cancellation) : await accounts.Add(email, role, Actor.Program, cancellation);
            await Console.Out.WriteLineAsync($"  {role,-10} {StaffAccounts.LinkFor(settings.Url, secret).AbsoluteUri}");
        }

        await Console.Out.WriteLineAsync("\nCtrl+C stops it. The data stays in " + settings.Data + "\n");
    }
}
