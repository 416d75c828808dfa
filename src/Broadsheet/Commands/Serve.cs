using System.CommandLine;

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
            await using var app = Site.Build(settings);
            await app.StartAsync(cancellation);
            await Console.Out.WriteLineAsync($"Broadsheet serves {settings.Url.AbsoluteUri} from {settings.Database.Name}.");
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command;
    }
}
