using Broadsheet.Images;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Copies.Backups;

/// <summary>
/// Makes a site from a backup in an empty folder and an empty database: files first, then all rows in one transaction at the backup's own migration, then what follows from them. Cut short anywhere it leaves a
/// mark (<see cref="Unfinished"/>), and the next restore begins again or, when the rows are there, finishes it.
/// </summary>
public sealed class RestoreBackup(Settings settings, TimeProvider time, Progress progress)
{
    private readonly RestorePlace _place = new(settings);

    /// <summary>Reads the whole file and touches nothing.</summary>
    /// <exception cref="Refused">The file is not whole, or a newer program's.</exception>
    public async Task<Manifest> Check(string path, CancellationToken cancellation)
    {
        await using var backup = await Open(path, cancellation);
        return backup.Manifest;
    }

    /// <exception cref="Refused">The file is not whole or a newer program's, or there is something already where it is to be restored.</exception>
    public async Task<RestoreReport> Run(string path, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        await using var backup = await Open(path, cancellation);
        var isResumed = await _place.HasRows(backup.Manifest, cancellation);
        if (!isResumed)
        {
            await Begin(backup, cancellation);
        }

        await Follow(cancellation);
        Unfinished.End(settings.Data);
        return new RestoreReport(backup.Manifest, isResumed, backup.Manifest.Entries.Any(entry => entry.Name == "data/" + DataFiles.Settings), time.GetElapsedTime(began));
    }

    private async Task<BackupFile> Open(string path, CancellationToken cancellation)
    {
        var backup = await BackupFile.Open(path, progress, cancellation);
        await using var db = DatabaseServices.Open(settings.Database);
        List<string> ours = [.. db.Database.GetMigrations().Select(Migrator.NameOf)];
        var theirs = backup.Manifest.Migrations;
        if (ours.Take(theirs.Count).SequenceEqual(theirs, StringComparer.Ordinal))
        {
            return backup;
        }

        await backup.DisposeAsync();
        throw new Refused($"{path} was made by a newer program (Broadsheet {backup.Manifest.Program}, with {string.Join(", ", theirs.Except(ours, StringComparer.Ordinal))}): restore it with that version or a later one.");
    }

    private async Task Begin(BackupFile backup, CancellationToken cancellation)
    {
        _place.Clear();
        await _place.Check(backup.Manifest, cancellation);
        var id = Guid.CreateVersion7();
        Directory.CreateDirectory(settings.Data);
        Unfinished.Mark(settings.Data, id);
        await Files(backup, cancellation);
        await Pictures(backup, cancellation);
        await Rows(backup, id, cancellation);
    }

    private async Task Files(BackupFile backup, CancellationToken cancellation)
    {
        foreach (var (name, open) in backup.Entries("data/"))
        {
            var path = DataFiles.PathIn(settings.Data, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = DataFiles.ModeOf(name);
            }

            await using var content = await open(cancellation);
            await using var file = new FileStream(path, options);
            await content.CopyToAsync(file, cancellation);
            file.Flush(flushToDisk: true);
        }
    }

    private async Task Pictures(BackupFile backup, CancellationToken cancellation)
    {
        var store = MediaStores.Open(settings.Media);
        var deleted = backup.Manifest.Deleted.ToHashSet(StringComparer.Ordinal);
        var pictures = backup.Entries("media/").Where(entry => !deleted.Contains(entry.Name)).ToList();
        // S3 wants to know the length beforehand; a picture is some megabytes.
        using var memory = new MemoryStream();
        for (var i = 0; i < pictures.Count; i++)
        {
            memory.SetLength(0);
            await using (var content = await pictures[i].Open(cancellation))
            {
                await content.CopyToAsync(memory, cancellation);
            }

            memory.Position = 0;
            await store.Put(pictures[i].Name, memory, cancellation);
            progress.Say($"Pictures: {i + 1:N0} of {pictures.Count:N0} …");
        }
    }

    private async Task Rows(BackupFile backup, Guid id, CancellationToken cancellation)
    {
        await new Migrator(settings.Database, settings.Data).MigrateTo(backup.Manifest.Migrations[^1], cancellation);
        await using var db = DatabaseServices.Open(settings.Database);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.InTransaction(
            async token =>
            {
                if (db.Engine is Engine.Sqlite)
                {
                    await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", token);
                }

                var rows = new RowsIn(db, backup, progress);
                foreach (var table in backup.Manifest.Tables)
                {
                    await rows.Fill(table, token);
                }

                // Not through EF, which knows the tables of today and not those of the backup.
                await CountOn(db, backup.Manifest.LastChange, time.Now(), token);
                await db.Database.ExecuteSqlRawAsync(
                    "INSERT INTO restores (id, at, backup_at) VALUES ({0}, {1}, {2})", [id, Stored(db, time.Now()), Stored(db, backup.Manifest.At)], token);
            },
            cancellation);
    }

    // No page that was made from the other database counts here: the numbers go on where they were, and a node finds another change in the place of the one it knows.
    private static async Task CountOn(BroadsheetDb db, long last, DateTimeOffset at, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("INSERT INTO changes (number, kind, tags, at) VALUES ({0}, 'Revoke', 'restored', {1})", [last + 1, Stored(db, at)], cancellation);
        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlRawAsync("SELECT setval(pg_get_serial_sequence('changes', 'number'), {0})", [last + 1], cancellation);
        }
    }

    private static object Stored(BroadsheetDb db, DateTimeOffset at) => db.Engine is Engine.Sqlite ? Values.ForSqlite(at) : at;

    /// <summary>What follows from the rows: later migrations, and renditions. Done again it does no harm.</summary>
    private async Task Follow(CancellationToken cancellation)
    {
        await new Migrator(settings.Database, settings.Data).Migrate(cancellation);
        await using var db = DatabaseServices.Open(settings.Database);
        db.Jobs.AddRange((await db.Images.AsNoTracking().OrderBy(image => image.Id).Select(image => image.Id).ToListAsync(cancellation)).SelectMany(image => MakeRenditions.For(image, time.Now())));
        await db.SaveChangesAsync(cancellation);
    }
}

/// <param name="IsResumed">All rows had been there, and only what follows from them was missing.</param>
/// <param name="HasSettings">The old site's settings lie beside the new one's.</param>
public sealed record RestoreReport(Manifest Manifest, bool IsResumed, bool HasSettings, TimeSpan Took);
