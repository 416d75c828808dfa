using System.CommandLine;
using System.Globalization;
using Broadsheet.Copies.Backups;
using Broadsheet.Outlets.Pages;
using Broadsheet.Outlets.Search;
using Broadsheet.Outlets.Themes;
using Broadsheet.Paper;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet doctor</c>: a sentence for each thing that has to be right, or that deserves a look; fails when something is wrong.</summary>
internal static class Doctor
{
    public static Command Command()
    {
        var command = new Command("doctor", "Checks configuration, database, storage, theme and clock.\n\nExample: broadsheet doctor --data /var/lib/broadsheet");
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = CommandLine.Settings(parsed);
            await Console.Out.WriteLineAsync("✓ The configuration is readable.");
            var well = true;
            foreach (var check in new Func<Settings, CancellationToken, Task<(bool?, string)>>[] { DataFolder, Schema, Search, Backups, Clock, Storage, Theme, PublicAddress })
            {
                var (ok, sentence) = await check(settings, cancellation);
                await Console.Out.WriteLineAsync((ok switch { true => "✓ ", false => "✗ ", null => "! " }) + sentence);
                well &= ok is not false;
            }

            if (!well)
            {
                await Console.Error.WriteLineAsync("Something is wrong; the lines with ✗ say what.");
            }

            return well ? 0 : 1;
        });
        return command;
    }

    private static async Task<(bool?, string)> DataFolder(Settings settings, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(settings.Data);
            var probe = Path.Combine(settings.Data, $".doctor-{Guid.NewGuid():N}");
            await File.WriteAllTextAsync(probe, "well", cancellation);
            File.Delete(probe);
            var free = new DriveInfo(settings.Data).AvailableFreeSpace;
            return free < 1L << 30
                ? (false, string.Create(CultureInfo.InvariantCulture, $"The data folder {settings.Data} has {free >> 20} MiB left; keep at least 1 GiB free."))
                : (true, string.Create(CultureInfo.InvariantCulture, $"The data folder {settings.Data} can be written, with {free >> 30} GiB free."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (false, $"The data folder {settings.Data} can't be written: {e.Message}");
        }
    }

    private static async Task<(bool?, string)> Schema(Settings settings, CancellationToken cancellation)
    {
        try
        {
            await using var db = DatabaseServices.Open(settings.Database);
            if (settings.Database.Engine is Engine.Sqlite && !Path.Exists(Path.Combine(settings.Data, "broadsheet.db")))
            {
                return (true, "There is no database yet; the first start makes it.");
            }

            var migrator = new Migrator(settings.Database, settings.Data);
            if (await migrator.Newer(cancellation) is { Count: > 0 } newer)
            {
                return (false, $"The database ({settings.Database.Name}) is newer than this program: it has {string.Join(", ", newer)}. Upgrade the program.");
            }

            var pending = await migrator.Pending(cancellation);
            return pending.Count == 0
                ? (true, $"The database ({settings.Database.Name}) answers and is up to date.")
                : (false, $"The database ({settings.Database.Name}) lacks {string.Join(", ", pending)}; “broadsheet migrate” or the next start applies them.");
        }
        catch (Exception e) when (e.GetBaseException() is System.Data.Common.DbException or InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return (false, $"The database ({settings.Database.Name}) does not answer: {e.GetBaseException().Message}");
        }
    }

    // What is missing is no fault: the program makes it up while it runs.
    private static async Task<(bool?, string)> Search(Settings settings, CancellationToken cancellation)
    {
        try
        {
            if (settings.Database.Engine is Engine.Sqlite && !Path.Exists(Path.Combine(settings.Data, "broadsheet.db")))
            {
                return (true, "There is nothing to search yet.");
            }

            await using var db = DatabaseServices.Open(settings.Database);
            var missing = await db.CountUnindexed(cancellation);
            return (true, missing == 0
                ? "Search knows every story."
                : string.Create(CultureInfo.InvariantCulture, $"Search does not know {missing:N0} stories yet; the program adds them within minutes while it runs."));
        }
        catch (Exception e) when (e.GetBaseException() is System.Data.Common.DbException or InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return (false, "Search can't be looked at while the database does not answer or is not up to date.");
        }
    }

    // Who backs up otherwise is not wrong: null is advice.
    private static async Task<(bool?, string)> Backups(Settings settings, CancellationToken cancellation)
    {
        try
        {
            if (settings.Database.Engine is Engine.Sqlite && !Path.Exists(Path.Combine(settings.Data, "broadsheet.db")))
            {
                return (true, "There is nothing to back up yet.");
            }

            await using var db = DatabaseServices.Open(settings.Database);
            var last = await db.Backups.AsNoTracking().OrderByDescending(backup => backup.At).FirstOrDefaultAsync(cancellation);
            if (last is { Missing: > 0 })
            {
                return (false, string.Create(CultureInfo.InvariantCulture, $"The last backup, of {last.At:yyyy-MM-dd HH:mm} UTC, lacks {last.Missing:N0} originals that are missing or damaged in {settings.Media}."));
            }

            if (last is not null && DateTimeOffset.UtcNow - last.At < TimeSpan.FromDays(7))
            {
                return (true, string.Create(CultureInfo.InvariantCulture, $"The last backup is of {last.At:yyyy-MM-dd HH:mm} UTC."));
            }

            var isWorthIt = await db.Stories.AnyAsync(cancellation) && !await db.Paper.AnyAsync(paper => paper.IsDemo, cancellation);
            return (isWorthIt, last) switch
            {
                (false, _) => (true, "There is nothing yet that a backup would be needed for."),
                (true, null) => (null, "No backup was ever made: “broadsheet backup FILE”."),
                (true, { At: var at }) => (null, string.Create(CultureInfo.InvariantCulture, $"The last backup is of {at:yyyy-MM-dd}, more than a week ago: “broadsheet backup FILE”.")),
            };
        }
        catch (Exception e) when (e.GetBaseException() is System.Data.Common.DbException or InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return (false, "Backups can't be looked at while the database does not answer or is not up to date.");
        }
    }

    private static async Task<(bool?, string)> Clock(Settings settings, CancellationToken cancellation)
    {
        var now = DateTimeOffset.UtcNow;
        if (now.Year < 2026)
        {
            return (false, string.Create(CultureInfo.InvariantCulture, $"The clock says {now:yyyy-MM-dd HH:mm} UTC, which is before this program was written."));
        }

        if (settings.Database.Engine is Engine.Sqlite)
        {
            return (true, string.Create(CultureInfo.InvariantCulture, $"The clock says {now:yyyy-MM-dd HH:mm} UTC."));
        }

        try
        {
            await using var db = DatabaseServices.Open(settings.Database);
            var theirs = await db.Database.SqlQueryRaw<DateTimeOffset>("SELECT now() AS \"Value\"").SingleAsync(cancellation);
            var apart = (theirs - DateTimeOffset.UtcNow).Duration();
            return apart < TimeSpan.FromSeconds(5)
                ? (true, "The clocks of this machine and of the database agree.")
                : (false, string.Create(CultureInfo.InvariantCulture, $"The clocks of this machine and of the database are {apart.TotalSeconds:N0} seconds apart; run NTP on both."));
        }
        catch (Exception e) when (e.GetBaseException() is System.Data.Common.DbException or InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return (false, "The clock can't be compared with the database's, which does not answer.");
        }
    }

    private static async Task<(bool?, string)> Storage(Settings settings, CancellationToken cancellation)
    {
        try
        {
            await MediaCheck.Run(MediaStores.Open(settings.Media), cancellation);
            return (true, $"Images can be kept in {settings.Media}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException or InvalidOperationException or MediaUnavailable)
        {
            return (false, $"Images can't be kept in {settings.Media}: {e.Message}");
        }
    }

    // Which one the paper chose the database knows; a forced one is forced whatever it says.
    private static Task<(bool?, string)> Theme(Settings settings, CancellationToken cancellation)
    {
        var themes = ThemeCatalog.Of(settings.Data);
        var name = settings.Theme ?? ThemeChoice.BuiltIn;
        return Task.FromResult<(bool?, string)>(themes.FolderOf(name) is not { } folder
            ? (false, $"Theme is “{name}”, and there is no such theme. These are: {string.Join(", ", themes.Names)}.")
            : themes.Check(name) is { Count: > 0 } problems
                ? (false, string.Create(CultureInfo.InvariantCulture, $"The theme in {folder} can't be used as it is; problems: {problems.Count}. “broadsheet theme check {name}” names them."))
                : (true, $"The theme “{name}” is sound."));
    }

    private static Task<(bool?, string)> PublicAddress(Settings settings, CancellationToken cancellation) => Task.FromResult<(bool?, string)>(settings switch
    {
        { IsSecure: true } => (true, $"Readers come to {settings.Url.AbsoluteUri}."),
        { Url.IsLoopback: true } => (true, $"Readers come to {settings.Url.AbsoluteUri}, which only this machine can open; set Url for a public site."),
        _ => (false, $"Url is {settings.Url.AbsoluteUri}: a public site needs https."),
    });
}
