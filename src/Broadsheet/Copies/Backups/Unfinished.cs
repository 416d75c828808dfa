using System.Text;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Web;

namespace Broadsheet.Copies.Backups;

/// <summary>The mark of a restore that has begun and not ended, in the data folder: while it is there no other command takes the folder for a site. It holds the id of the restore.</summary>
public static class Unfinished
{
    private const string File = "restore.unfinished";

    /// <summary>What a restore makes in a data folder: what is left of one that was cut short.</summary>
    private static readonly string[] Made = ["broadsheet.db", "broadsheet.db-wal", "broadsheet.db-shm", "migrate.lock", "class.key", DataFiles.RestoredSettings, "media", "themes", "*.key", "*.pem"];

    /// <exception cref="Refused">A restore into this folder was cut short.</exception>
    public static void Refuse(string data)
    {
        if (System.IO.File.Exists(Path.Combine(data, File)))
        {
            throw new Refused($"A restore into {data} was cut short, so it holds no whole site: run “broadsheet restore” into it again.");
        }
    }

    /// <summary>The restore that was cut short here; null where none was.</summary>
    internal static Guid? Find(string data) =>
        System.IO.File.Exists(Path.Combine(data, File)) ? Guid.TryParse(System.IO.File.ReadAllText(Path.Combine(data, File)), out var id) ? id : Guid.Empty : null;

    /// <summary>Begins: before anything else is written.</summary>
    internal static void Mark(string data, Guid id)
    {
        using (var file = new FileStream(Path.Combine(data, File), FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.ASCII.GetBytes(id.ToString()));
            file.Flush(flushToDisk: true);
        }

        FolderFlush.Flush(data);
    }

    internal static void End(string data)
    {
        System.IO.File.Delete(Path.Combine(data, File));
        FolderFlush.Flush(data);
    }

    /// <summary>Removes what a restore that was cut short has made here, and nothing else.</summary>
    internal static void Clear(string data)
    {
        foreach (var name in Made)
        {
            foreach (var path in Directory.EnumerateFiles(data, name))
            {
                System.IO.File.Delete(path);
            }

            foreach (var path in Directory.EnumerateDirectories(data, name))
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }

    /// <summary>What keeps a restore from beginning in a folder: whatever lies in it but settings and the mark.</summary>
    internal static string? Obstacle(string data) => Directory.Exists(data)
        ? Directory.EnumerateFileSystemEntries(data).Select(Path.GetFileName).FirstOrDefault(name => name is not (File or DataFiles.Settings))
        : null;
}
