using System.CommandLine;
using Broadsheet.Copies;
using Broadsheet.Copies.Backups;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet backup</c></summary>
internal static class BackupCommand
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; it is there when it is whole, and not before." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Takes the place of a file of that name." };
        var command = new Command("backup", "Copies everything into one file, also while the site serves and writes: rows, pictures, keys, themes. It can be restored on either database.\n\nExample: broadsheet backup /backups/courier.zip") { file, overwrite };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.Settings(parsed);
            using var progress = Progress.OnTerminal();
            var made = await new MakeBackup(settings, TimeProvider.System, progress).Run(parsed.GetValue(file)!, parsed.GetValue(overwrite), cancellation);
            var (stories, pictures) = (made.Manifest.Tables.Single(table => table.Name == "stories").Rows, made.Manifest.Tables.Single(table => table.Name == "images").Rows);
            progress.Tell($"Backed up {stories:N0} stories and {pictures:N0} pictures, as of {made.Manifest.At:yyyy-MM-dd HH:mm:ss} UTC, into {parsed.GetValue(file)}: {new Size(made.Bytes)} in {made.Took.TotalSeconds:0.0} seconds.");
            foreach (var missing in made.Manifest.Missing)
            {
                await Console.Error.WriteLineAsync($"The original {missing} is missing from {settings.Media}, or is not what once came.");
            }

            if (!made.HasClassKey)
            {
                await Console.Error.WriteLineAsync($"There is no class.key in {settings.Data}: make backups with the data folder of a node that serves, or readers are signed out by a restore.");
            }

            return 0;
        });
        return command;
    }
}
