using System.Collections.Frozen;

namespace Broadsheet.Outlets.Themes.Assets;

/// <summary>
/// A theme's assets by name. Every one has an address of its content, <c>/assets/{theme}/{hash}/{file}</c>, that never changes its meaning.
/// Stylesheets are put together here, with the relative addresses in them made into those.
/// </summary>
public sealed class ThemeAssets
{
    private readonly string _theme;
    private readonly FrozenDictionary<string, Asset> _assets;

    private ThemeAssets(string theme, FrozenDictionary<string, Asset> assets) => (_theme, _assets) = (theme, assets);

    /// <summary>Reads and compresses them all.</summary>
    /// <exception cref="ThemeException">A file isn't of a kind that can be served, or a stylesheet refers to what isn't there.</exception>
    public static ThemeAssets Load(ThemeFiles files)
    {
        var parts = files.Manifest.Stylesheets.Values.SelectMany(f => f).ToHashSet(StringComparer.Ordinal);
        var plain = files.Under("assets").Select(f => f["assets/".Length..]).Where(f => !parts.Contains(f)).ToList();
        if (plain.Find(f => !Asset.IsKnown(f)) is { } unknown)
        {
            throw new ThemeException(new ThemeProblem("assets/" + unknown, 0, "Files of this kind aren't served; assets are css, js, svg, woff2, pictures and txt."));
        }

        var assets = plain.Select(f => Asset.Of(f, files.Bytes("assets/" + f))).ToDictionary(a => a.File, StringComparer.Ordinal);
        foreach (var sheet in files.Manifest.Stylesheets.Select(s => Stylesheet.Compose(files, s.Key, s.Value, f => assets.TryGetValue(f, out var a) ? Address(files.Name, a) : null)).ToList())
        {
            assets[sheet.File] = sheet;
        }

        return new ThemeAssets(files.Name, assets.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public Asset? Find(string file) => _assets.GetValueOrDefault(file);

    /// <summary>Where <paramref name="file"/> is served; null when there is no such asset.</summary>
    public string? AddressOf(string file) => Find(file) is { } asset ? Address(_theme, asset) : null;

    private static string Address(string theme, Asset asset) => $"/assets/{theme}/{asset.Hash}/{asset.File}";
}
