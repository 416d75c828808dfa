using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;

namespace Broadsheet.Commands;

/// <summary>The database, brought up to date, for a command that does one thing and stops.</summary>
internal static class Workbench
{
    public static async Task<BroadsheetDb> Open(Settings settings, CancellationToken cancellation)
    {
        await new Migrator(settings.Database, settings.Data).Migrate(cancellation);
        return DatabaseServices.Open(settings.Database);
    }
}
