using Broadsheet.Outlets.Themes;

namespace Broadsheet.Tests.Outlets.Themes;

/// <summary>A newsroom's folder of themes for one test, with one theme that extends the default.</summary>
internal sealed class ThemeFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("broadsheet-themes-").FullName;

    public ThemeFolder()
    {
        Catalog = new ThemeCatalog(ThemeCatalog.BuiltInFolder, _root);
        Write("theme.json", """{"name": "Ours", "extends": "default"}""");
    }

    public ThemeCatalog Catalog { get; }

    public string Root => _root;

    /// <summary>Writes a file of the theme <c>ours</c>.</summary>
    public ThemeFolder Write(string file, string text)
    {
        var path = Path.Combine(_root, "ours", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>What the check says of the theme <c>ours</c>, as it is printed.</summary>
    public IReadOnlyList<string> Problems() => [.. Catalog.Check("ours").Select(p => p.ToString())];

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
