using System.Text.Json;

namespace Broadsheet.Outlets.Themes;

/// <summary>A theme's files, its own before those of the theme it extends.</summary>
public sealed class ThemeFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private readonly SortedDictionary<string, string> _paths;

    private ThemeFiles(string name, ThemeManifest manifest, SortedDictionary<string, string> paths) =>
        (Name, Manifest, _paths) = (name, manifest, paths);

    /// <summary>The folder's name, part of the assets' addresses.</summary>
    public string Name { get; }

    public ThemeManifest Manifest { get; }

    /// <summary>Reads which files there are.</summary>
    /// <param name="folderOf">Where another theme lies, for <see cref="ThemeManifest.Extends"/>.</param>
    /// <exception cref="ThemeException"><c>theme.json</c> is missing or can't be read.</exception>
    public static ThemeFiles Open(string folder, Func<string, string?> folderOf)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var manifest = Read<ThemeManifest>(Path.Combine(folder, "theme.json"), "theme.json");
        var paths = PathsIn(folder);
        if (manifest.Extends is null)
        {
            return new ThemeFiles(name, manifest, paths);
        }

        var parent = folderOf(manifest.Extends) is { } other && !string.Equals(manifest.Extends, name, StringComparison.Ordinal)
            ? Open(other, extended => string.Equals(extended, name, StringComparison.Ordinal) ? null : folderOf(extended))
            : throw new ThemeException(new ThemeProblem("theme.json", 0, $"It extends “{manifest.Extends}”, and there is no such theme."));
        foreach (var (file, path) in parent._paths)
        {
            paths.TryAdd(file, path);
        }

        var stylesheets = manifest.Stylesheets.Count > 0 ? manifest.Stylesheets : parent.Manifest.Stylesheets;
        return new ThemeFiles(name, manifest with { Stylesheets = stylesheets }, paths);
    }

    /// <summary>The files under <paramref name="folder"/> that end in <paramref name="extension"/>, relative to the theme, in order.</summary>
    public IEnumerable<string> Under(string folder, string extension = "") =>
        _paths.Keys.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal) && f.EndsWith(extension, StringComparison.Ordinal));

    public bool Has(string file) => _paths.ContainsKey(file);

    public string Text(string file) => File.ReadAllText(_paths[file]);

    public byte[] Bytes(string file) => File.ReadAllBytes(_paths[file]);

    /// <summary>Reads a file of JSON.</summary>
    /// <exception cref="ThemeException">It isn't what it should be; the message has the line.</exception>
    public T Read<T>(string file) => Read<T>(_paths[file], file);

    private static SortedDictionary<string, string> PathsIn(string folder)
    {
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            paths.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), path);
        }

        return paths;
    }

    private static T Read<T>(string path, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json)
                ?? throw new ThemeException(new ThemeProblem(file, 1, "It is empty."));
        }
        catch (JsonException e)
        {
            throw new ThemeException(new ThemeProblem(file, (int)(e.LineNumber ?? 0) + 1, e.Message.Split(" Path:")[0]));
        }
        catch (FileNotFoundException)
        {
            throw new ThemeException(new ThemeProblem(file, 0, "It is missing: a folder with a theme.json is a theme."));
        }
    }
}
