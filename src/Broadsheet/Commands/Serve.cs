using System.CommandLine;
using Broadsheet.Newsroom;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet serve</c></summary>
internal static class Serve
{
    public static Command Command()
    {
        var command = new Command("serve", "Serves the site, the newsroom and the API, and does the background work.\n\nExample: broadsheet serve --data /var/lib/broadsheet --urls http://localhost:5080");
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.Settings(parsed);
            await using var app = Site.Build(settings, services => services.AddHostedService<Settle>());
            await Site.Start(app, cancellation);
            await Console.Out.WriteLineAsync($"Broadsheet serves {settings.Url.AbsoluteUri} from {settings.Database.Name}.");
            var ended = app.WaitForShutdownAsync(cancellation);
            if (await Task.WhenAny(app.Services.GetRequiredService<Readiness>().Database, ended) != ended)
            {
                await TellHowToSetUp(app.Services, cancellation);
            }

            await ended;
            return 0;
        });
        return command;
    }

    private static async Task TellHowToSetUp(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        if (await SetUpLink.IsWaiting(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), cancellation))
        {
            await Console.Out.WriteLineAsync($"This site is new. Set it up at {services.GetRequiredService<SetUpLink>().Address.AbsoluteUri} (this works until there is a staff account).");
        }
    }
}
