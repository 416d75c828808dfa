using System.CommandLine;
using Broadsheet.Copies;
using Broadsheet.Copies.Backups;
using Broadsheet.Outlets.Search;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet restore</c></summary>
internal static class RestoreCommand
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "A file that “broadsheet backup” wrote." };
        var check = new Option<bool>("--check") { Description = "Only reads the file through, every byte, and says whether it is whole." };
        var command = new Command("restore", "Makes a site from a backup, in an empty data folder and an empty database of either kind. Mail starts paused.\n\nExample: broadsheet restore /backups/courier.zip --data /var/lib/broadsheet") { file, check };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.SettingsBeforeRestore(parsed);
            using var progress = Progress.OnTerminal();
            var restore = new RestoreBackup(settings, TimeProvider.System, progress);
            if (parsed.GetValue(check))
            {
                var manifest = await restore.Check(parsed.GetValue(file)!, cancellation);
                progress.Tell($"{parsed.GetValue(file)} is whole: {manifest.Tables.Sum(table => table.Rows):N0} rows and {manifest.Entries.Count:N0} entries, as of {manifest.At:yyyy-MM-dd HH:mm:ss} UTC.");
                return 0;
            }

            var made = await restore.Run(parsed.GetValue(file)!, cancellation);
            progress.Tell($"The rows are there; search is being filled …");
            await using var db = DatabaseServices.Open(settings.Database);
            await new IndexStories(db, new SearchIndex(db), TimeProvider.System).Fill(cancellation);
            await new DeskIndex(db).Fill(cancellation);
            Tell(made, settings, progress);
            return 0;
        });
        return command;
    }

    private static void Tell(RestoreReport made, Settings settings, Progress progress)
    {
        progress.Tell($"Restored {made.Manifest.Tables.Sum(table => table.Rows):N0} rows, as of {made.Manifest.At:yyyy-MM-dd HH:mm:ss} UTC, into {settings.Data} and {settings.Database.Name} in {made.Took.TotalSeconds:0.0} seconds.");
        if (made.IsResumed)
        {
            progress.Tell($"An earlier restore of it had been cut short after its last row; this one has finished it.");
        }

        if (made.HasSettings)
        {
            progress.Tell($"The settings of the old site are in {DataFiles.RestoredSettings}: look them through, and rename what you want to keep to {DataFiles.Settings}.");
        }

        progress.Tell($"Mail is paused. Renditions of pictures are made again when the site runs, or when somebody asks for them.");
    }
}
