using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Outlets.Themes;

/// <summary>A theme's files, its own before those of the theme it extends.</summary>
public sealed class ThemeFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly SortedDictionary<string, string> _paths;

    private ThemeFiles(string name, ThemeManifest manifest, SortedDictionary<string, string> paths) =>
        (Name, Manifest, _paths) = (name, manifest, paths);

    /// <summary>The folder's name, part of the assets' addresses.</summary>
    public string Name { get; }

    public ThemeManifest Manifest { get; }

    /// <summary>Reads which files there are.</summary>
    /// <param name="folders">The folder itself and, after it, those where what it extends may lie: the first of the name is taken.</param>
    /// <exception cref="ThemeException"><c>theme.json</c> is missing or can't be read.</exception>
    public static ThemeFiles Open(string folder, params IReadOnlyList<string> folders)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var manifest = Read<ThemeManifest>(Path.Combine(folder, "theme.json"), "theme.json");
        var paths = PathsIn(folder);
        if (manifest.Extends is not { } extended)
        {
            return new ThemeFiles(name, manifest, paths);
        }

        List<string> others = [.. folders.Where(f => !string.Equals(f, folder, StringComparison.Ordinal))];
        var under = others.Find(f => string.Equals(Path.GetFileName(f), extended, StringComparison.Ordinal))
            ?? throw new ThemeException(new ThemeProblem("theme.json", 0, $"It extends “{extended}”, and there is no such theme to extend."));
        var parent = Open(under, others);
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
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(p => !Path.GetFileName(p).StartsWith('.')))
        {
            paths.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), path);
        }

        return paths;
    }

    private static T Read<T>(string path, string file)
    {
        if (!File.Exists(path))
        {
            throw new ThemeException(new ThemeProblem(file, 0, "It is missing: a folder with a theme.json is a theme."));
        }

        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json)
                ?? throw new ThemeException(new ThemeProblem(file, 1, "It is empty."));
        }
        catch (JsonException e)
        {
            throw new ThemeException(new ThemeProblem(file, (int)(e.LineNumber ?? 0) + 1, e.Message.Split(" Path:")[0]));
        }
    }
}
