using System.CommandLine;
using Broadsheet.Platform.Database;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet migrate</c></summary>
internal static class Migrate
{
    public static Command Command()
    {
        var command = new Command("migrate", "Brings the database to this version of the program and stops.\n\nExample: broadsheet migrate --database \"Host=db;Database=broadsheet;Username=broadsheet\"");
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.Settings(parsed);
            var migrator = new Migrator(settings.Database, settings.Data);
            var applied = await migrator.Migrate(cancellation);
            if (await migrator.Newer(cancellation) is { Count: > 0 } newer)
            {
                await Console.Out.WriteLineAsync($"The database is newer than this program: it has {string.Join(", ", newer)}. Upgrade the program.");
                return 0;
            }

            await Console.Out.WriteLineAsync(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
            return 0;
        });
        return command;
    }
}
