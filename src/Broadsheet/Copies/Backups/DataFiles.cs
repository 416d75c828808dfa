namespace Broadsheet.Copies.Backups;

/// <summary>What of the data folder can't be made again: keys, settings, themes. The database, media and finished pages are not among them.</summary>
public static class DataFiles
{
    public const string ClassKey = "class.key";
    public const string Settings = "broadsheet.json";

    private const string Themes = "themes";

    /// <summary>Their paths in the folder, with slashes.</summary>
    public static IReadOnlyList<string> In(string data)
    {
        var themes = Path.Combine(data, Themes);
        IEnumerable<string> files =
        [
            .. new[] { "*.key", "*.pem", Settings }.SelectMany(pattern => Directory.EnumerateFiles(data, pattern)),
            .. Directory.Exists(themes) ? Directory.EnumerateFiles(themes, "*", SearchOption.AllDirectories) : [],
        ];
        return [.. files.Select(file => Path.GetRelativePath(data, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)];
    }

    /// <summary>Where a file belongs in another data folder. Settings name the old site's database and media, so they are put beside, to be looked through.</summary>
    /// <exception cref="InvalidDataException">It would be outside of the folder.</exception>
    public static string PathIn(string data, string name)
    {
        var path = Path.GetFullPath(Path.Combine(data, name == Settings ? RestoredSettings : name));
        return path.StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new InvalidDataException($"“{name}” is no file of a data folder.");
    }

    public const string RestoredSettings = "broadsheet.restored.json";

    /// <summary>Themes may be read by others; keys and settings by the owner alone.</summary>
    public static UnixFileMode ModeOf(string name) => name.StartsWith(Themes + "/", StringComparison.Ordinal)
        ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead
        : UnixFileMode.UserRead | UnixFileMode.UserWrite;
}
