using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Broadsheet.Outlets.Themes;

/// <summary>The themes there are: the built-in ones, and the newsroom's own in <c>DATA/themes</c>, which come first where names are equal.</summary>
public sealed partial class ThemeCatalog(string builtIn, string? own)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly ConcurrentDictionary<string, Lazy<Theme>> _loaded = new(StringComparer.Ordinal);

    /// <summary>Where the built-in themes lie beside the program.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "Themes");

    /// <summary>The themes of a site: the built-in ones, and those in its data folder.</summary>
    public static ThemeCatalog Of(string data) => new(BuiltInFolder, Path.Combine(data, "themes"));

    /// <summary>The names of all themes, in order.</summary>
    public IReadOnlyList<string> Names => [.. Folders.Select(f => Path.GetFileName(f)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The names of the newsroom's own themes.</summary>
    public IReadOnlyList<string> Own => [.. ThemesIn(own).Select(f => Path.GetFileName(f))];

    private IReadOnlyList<string> Folders => [.. ThemesIn(own), .. ThemesIn(builtIn)];

    /// <summary>The theme, loaded once; null when there is none of that name.</summary>
    /// <exception cref="ThemeException">It can't be used.</exception>
    public Theme? Find(string name) =>
        _loaded.TryGetValue(name, out var loaded) ? loaded.Value
        : FolderOf(name) is null ? null
        : _loaded.GetOrAdd(name, n => new Lazy<Theme>(() => Theme.Load(Files(n)))).Value;

    /// <summary>The theme, loaded once.</summary>
    /// <exception cref="ThemeException">There is no such theme, or it can't be used.</exception>
    public Theme Get(string name) => Find(name) ?? throw Missing(name);

    /// <summary>Reads a theme again, and those that extend it. Where one has become unusable, the loaded one stays and the exception says why.</summary>
    /// <exception cref="ThemeException">There is no such theme, or one can't be used.</exception>
    public void Reload(string name)
    {
        var folder = FolderOf(name) ?? throw Missing(name);
        List<string> extending = [.. _loaded.Values.Where(t => t.IsValueCreated && t.Value.Folders.Skip(1).Contains(folder, StringComparer.Ordinal)).Select(t => t.Value.Name)];
        foreach (var changed in extending.Prepend(name))
        {
            var theme = Theme.Load(Files(changed));
            _loaded[changed] = new Lazy<Theme>(theme);
        }
    }

    /// <summary>What is wrong with a theme; nothing when it is sound.</summary>
    public IReadOnlyList<ThemeProblem> Check(string name)
    {
        try
        {
            return ThemeCheck.Run(Files(name));
        }
        catch (ThemeException e)
        {
            return e.Problems;
        }
    }

    /// <summary>
    /// Copies a built-in theme into the newsroom's own folder. The copy extends the original: templates that a later release brings are there without being copied.
    /// </summary>
    /// <returns>The folder made.</returns>
    /// <exception cref="ThemeException">There is no such built-in theme, or the newsroom has one of that name.</exception>
    public string Copy(string name)
    {
        var source = Path.Combine(builtIn, name);
        var target = Path.Combine(own ?? throw new InvalidOperationException("There is no folder for the newsroom's themes."), name);
        if (!IsName(name) || !IsTheme(source))
        {
            throw Missing(name);
        }

        if (Path.Exists(target))
        {
            throw new ThemeException(new ThemeProblem(name, 0, $"{target} is there already: it is never written over."));
        }

        // Aside first, under a name that no theme has: a copy that is broken off is none.
        var aside = $"{target}.{Guid.CreateVersion7():N}";
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(aside, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        var manifest = ThemeFiles.Open(source, [], [.. ThemesIn(builtIn)]).Manifest with { Extends = name };
        File.WriteAllText(Path.Combine(aside, "theme.json"), JsonSerializer.Serialize(manifest, Indented) + "\n");
        Directory.Move(aside, target);
        return target;
    }

    /// <summary>The theme's folder, the newsroom's own first; null when there is none of that name.</summary>
    public string? FolderOf(string name) =>
        IsName(name) ? Folders.FirstOrDefault(f => string.Equals(Path.GetFileName(f), name, StringComparison.Ordinal)) : null;

    /// <summary>Whether a theme may be called so: lower-case letters, digits and hyphens.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>That there is no such theme, and which there are.</summary>
    public ThemeException Missing(string name) =>
        new(new ThemeProblem(name, 0, $"There is no such theme. These are: {string.Join(", ", Names)}."));

    private ThemeFiles Files(string name) => ThemeFiles.Open(FolderOf(name) ?? throw Missing(name), [.. ThemesIn(own)], [.. ThemesIn(builtIn)]);

    private static IEnumerable<string> ThemesIn(string? folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Where(d => IsTheme(d) && IsName(Path.GetFileName(d))).Order(StringComparer.Ordinal)
        : [];

    private static bool IsTheme(string folder) => File.Exists(Path.Combine(folder, "theme.json"));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
