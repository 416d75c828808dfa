using System.IO.Compression;
using System.Reflection;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Copies.Backups;

/// <summary>
/// Copies a site into one file while it serves and writes. Pictures come first, then all rows as of one moment, then the pictures that came in between: whatever those rows name is in the file,
/// also when somebody deletes it meanwhile.
/// </summary>
public sealed class MakeBackup(Settings settings, TimeProvider time, Progress progress)
{
    /// <summary>The version of this program.</summary>
    public static string Program => Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    /// <exception cref="Refused">The file is there already, or the database is not as this program has it.</exception>
    public async Task<BackupReport> Run(string path, bool overwrite, CancellationToken cancellation)
    {
        await CheckDatabase(cancellation);
        var began = time.GetTimestamp();
        await using var target = NewFile.Begin(path, overwrite);
        await using var db = DatabaseServices.Open(settings.Database);
        var (manifest, bytes) = await Write(db, target.Content, cancellation);
        target.End();
        db.Backups.Add(new Backup { At = manifest.At, EndedAt = time.Now(), Bytes = bytes, Missing = manifest.Missing.Count });
        await db.SaveChangesAsync(cancellation);
        return new BackupReport(manifest, bytes, time.GetElapsedTime(began), manifest.Entries.Any(entry => entry.Name == "data/" + DataFiles.ClassKey));
    }

    private async Task CheckDatabase(CancellationToken cancellation)
    {
        if (settings.Database.Engine is Engine.Sqlite && !File.Exists(Path.Combine(settings.Data, "broadsheet.db")))
        {
            throw new Refused($"There is nothing to back up in {settings.Data}: it holds no database.");
        }

        var migrator = new Migrator(settings.Database, settings.Data);
        if (await migrator.Newer(cancellation) is { Count: > 0 })
        {
            throw new Refused("The database is newer than this program, which would leave out what it doesn't know: make the backup with the version that serves.");
        }

        if (await migrator.Pending(cancellation) is { Count: > 0 })
        {
            throw new Refused("The database is older than this program: make the backup with the version that serves, or run “broadsheet migrate” first.");
        }
    }

    private async Task<(Manifest, long Bytes)> Write(BroadsheetDb db, Stream file, CancellationToken cancellation)
    {
        await using var writer = await BackupWriter.Begin(file, time.GetUtcNow(), cancellation);
        var pictures = new PicturesOut(MediaStores.Open(settings.Media), writer, progress);
        await pictures.Copy(await PicturesOut.Named(db, cancellation), cancellation);
        Manifest? manifest = null;
        List<Original> named = [];
        await db.InSnapshot(
            async token =>
            {
                manifest = await Rows(db, writer, token);
                named = await PicturesOut.Named(db, token);
            },
            cancellation);
        await pictures.Copy(named, cancellation);
        foreach (var name in DataFiles.In(settings.Data))
        {
            await writer.Add("data/" + name, CompressionLevel.Optimal, entry => Copy(Path.Combine(settings.Data, name), entry, cancellation), cancellation);
        }

        manifest = manifest! with { Deleted = pictures.NotIn(named), Missing = pictures.MissingOf(named), Entries = writer.Entries };
        await writer.End(manifest, cancellation);
        return (manifest, writer.Bytes);
    }

    private async Task<Manifest> Rows(BroadsheetDb db, BackupWriter writer, CancellationToken cancellation)
    {
        var rows = new RowsOut(db, writer, progress);
        var at = time.Now();
        List<ManifestTable> tables = [];
        foreach (var table in CopiedTable.All(db.Model))
        {
            tables.Add(new ManifestTable(table.Name, table.Columns, await rows.Write(table, cancellation)));
        }

        return new Manifest
        {
            Format = Manifest.CurrentFormat,
            Program = Program,
            Engine = db.Engine.ToString(),
            At = at,
            Migrations = [.. db.Database.GetMigrations().Select(Migrator.NameOf)],
            LastChange = await db.Changes.MaxAsync(change => (long?)change.Number, cancellation) ?? 0,
            Tables = tables,
            Deleted = [],
            Missing = [],
            Entries = [],
        };
    }

    private static async Task Copy(string path, Stream entry, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        await file.CopyToAsync(entry, cancellation);
    }
}

/// <param name="Bytes">Of the file.</param>
/// <param name="HasClassKey">Without it readers who are signed in are signed out by a restore.</param>
public sealed record BackupReport(Manifest Manifest, long Bytes, TimeSpan Took, bool HasClassKey);
