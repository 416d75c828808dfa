using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Broadsheet.Outlets.Themes;

/// <summary>The themes there are: the built-in ones, and the newsroom's own in <c>DATA/themes</c>, which come first where names are equal.</summary>
public sealed partial class ThemeCatalog(string builtIn, string? own)
{
    private readonly ConcurrentDictionary<string, Lazy<Theme?>> _loaded = new(StringComparer.Ordinal);

    /// <summary>The names of all themes, in order.</summary>
    public IReadOnlyList<string> Names =>
        [.. NamesIn(own).Concat(NamesIn(builtIn)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Where the built-in themes lie beside the program.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "Themes");

    /// <summary>The theme, loaded once; null when there is none of that name.</summary>
    /// <exception cref="ThemeException">It can't be used.</exception>
    public Theme? Find(string name) => _loaded.GetOrAdd(name, n => new Lazy<Theme?>(() => Load(n))).Value;

    /// <summary>The theme, loaded once.</summary>
    /// <exception cref="ThemeException">There is no such theme, or it can't be used.</exception>
    public Theme Get(string name) => Find(name) ?? throw Missing(name);

    /// <summary>Reads a theme again. Where it has become unusable, the loaded one stays and the exception says why.</summary>
    /// <exception cref="ThemeException">It can't be used.</exception>
    public void Reload(string name)
    {
        var theme = Load(name);
        _loaded[name] = new Lazy<Theme?>(theme);
    }

    /// <summary>What is wrong with a theme; nothing when it is sound.</summary>
    public IReadOnlyList<ThemeProblem> Check(string name)
    {
        try
        {
            return FolderOf(name) is { } folder ? ThemeCheck.Run(ThemeFiles.Open(folder, FolderOf)) : throw Missing(name);
        }
        catch (ThemeException e)
        {
            return e.Problems;
        }
    }

    /// <summary>The theme's folder, the newsroom's own first; null when there is none of that name.</summary>
    public string? FolderOf(string name) =>
        IsName(name) ? new[] { own, builtIn }.OfType<string>().Select(f => Path.Combine(f, name)).FirstOrDefault(f => File.Exists(Path.Combine(f, "theme.json"))) : null;

    /// <summary>Whether a theme may be called so: lower-case letters, digits and hyphens.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    private Theme? Load(string name) => FolderOf(name) is { } folder ? Theme.Load(ThemeFiles.Open(folder, FolderOf)) : null;

    private ThemeException Missing(string name) =>
        new(new ThemeProblem(name, 0, $"There is no such theme. These are: {string.Join(", ", Names)}."));

    private static IEnumerable<string> NamesIn(string? folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, "theme.json"))).Select(d => Path.GetFileName(d))
        : [];

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
