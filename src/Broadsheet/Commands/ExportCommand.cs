using System.CommandLine;
using Broadsheet.Copies;
using Broadsheet.Copies.Exports;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet export</c></summary>
internal static class ExportCommand
{
    private const int MostNamed = 20;

    public static Command Command()
    {
        var folder = new Argument<string>("DIR") { Description = "A new or empty folder, or one that was exported into before." };
        var versions = new Option<bool>("--versions") { Description = "Every published version, not only the last." };
        var command = new Command("export", "Writes stories as Markdown and JSON, pictures as they came, and what else makes the paper, for people and other programs. Into an earlier export it brings what has changed and removes nothing.\n\nExample: broadsheet export /srv/courier-texts") { folder, versions };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.Settings(parsed);
            using var progress = Progress.OnTerminal();
            var made = await new ExportPaper(settings, progress).Run(parsed.GetValue(folder)!, parsed.GetValue(versions), cancellation);
            progress.Tell($"Exported {made.Stories:N0} stories into {parsed.GetValue(folder)}: {made.Files:N0} files, of which {made.Written:N0} are new or changed.");
            foreach (var name in made.LeftOver.Take(MostNamed))
            {
                progress.Tell($"Left over from an earlier export, and not part of this one: {name}");
            }

            if (made.LeftOver.Count > MostNamed)
            {
                progress.Tell($"… and {made.LeftOver.Count - MostNamed:N0} more. They were left where they are.");
            }

            foreach (var missing in made.Missing)
            {
                await Console.Error.WriteLineAsync($"The original {missing} is missing from {settings.Media}, or is not what once came.");
            }

            return 0;
        });
        return command;
    }
}
