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

    private readonly ThemeFiles? _extended;
    private readonly SortedDictionary<string, string> _paths;

    private ThemeFiles(string folder, ThemeManifest manifest, SortedDictionary<string, string> paths, ThemeFiles? extended) =>
        (Folder, Manifest, _paths, _extended) = (folder, manifest, paths, extended);

    public string Folder { get; }

    /// <summary>The folder's name, part of the assets' addresses.</summary>
    public string Name => NameOf(Folder);

    public ThemeManifest Manifest { get; }

    /// <summary>The folder, and after it those of what the theme extends.</summary>
    public IReadOnlyList<string> Folders => [Folder, .. _extended?.Folders ?? []];

    /// <summary>Reads which files there are.</summary>
    /// <param name="own">The newsroom's themes, which one of them may extend.</param>
    /// <param name="builtIn">The themes that come with the program, which every theme may extend. They extend nothing of the newsroom's: a copy that has gone its own way changes no other theme.</param>
    /// <exception cref="ThemeException"><c>theme.json</c> is missing or can't be read.</exception>
    public static ThemeFiles Open(string folder, IReadOnlyList<string> own, IReadOnlyList<string> builtIn)
    {
        var manifest = Read<ThemeManifest>(Path.Combine(folder, "theme.json"), "theme.json");
        var paths = PathsIn(folder);
        if (manifest.Extends is not { } extended)
        {
            return new ThemeFiles(folder, manifest, paths, extended: null);
        }

        List<string> ownOthers = own.Contains(folder, StringComparer.Ordinal) ? Without(own, folder) : [];
        var builtInOthers = Without(builtIn, folder);
        var under = ownOthers.Concat(builtInOthers).FirstOrDefault(f => string.Equals(NameOf(f), extended, StringComparison.Ordinal))
            ?? throw new ThemeException(new ThemeProblem("theme.json", 0, $"It extends “{extended}”, and there is no such theme to extend."));
        var parent = Open(under, ownOthers, builtInOthers);
        foreach (var (file, path) in parent._paths)
        {
            paths.TryAdd(file, path);
        }

        var stylesheets = manifest.Stylesheets.Count > 0 ? manifest.Stylesheets : parent.Manifest.Stylesheets;
        return new ThemeFiles(folder, manifest with { Stylesheets = stylesheets }, paths, parent);
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

    /// <summary>Reads a table of texts, those of the extended theme where this one has none of the name.</summary>
    /// <exception cref="ThemeException">It isn't what it should be; the message has the line.</exception>
    public Dictionary<string, string> Table(string file)
    {
        var table = _extended?.Has(file) is true ? _extended.Table(file) : new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in Read<Dictionary<string, string>>(file))
        {
            table[key] = text;
        }

        return table;
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    private static List<string> Without(IReadOnlyList<string> folders, string folder) =>
        [.. folders.Where(f => !string.Equals(f, folder, StringComparison.Ordinal))];

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
