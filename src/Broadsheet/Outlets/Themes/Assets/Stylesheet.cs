using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Outlets.Themes.Assets;

/// <summary>Puts one stylesheet together from its files.</summary>
internal static partial class Stylesheet
{
    /// <summary>Joins the parts and makes the addresses in them final.</summary>
    /// <param name="addressOf">Where an asset is served, by its name; null when there is none.</param>
    public static Asset Compose(ThemeFiles files, string name, IReadOnlyList<string> parts, Func<string, string?> addressOf)
    {
        var css = new StringBuilder();
        foreach (var part in parts)
        {
            css.Append(Part(files, part, addressOf)).Append('\n');
        }

        return Asset.Of(name, Encoding.UTF8.GetBytes(css.ToString()));
    }

    private static string Part(ThemeFiles files, string part, Func<string, string?> addressOf)
    {
        var file = "assets/" + part;
        if (!files.Has(file))
        {
            throw new ThemeException(new ThemeProblem("theme.json", 0, $"The stylesheet’s file {file} is missing."));
        }

        var css = files.Text(file);
        if (Import().Match(css) is { Success: true } import)
        {
            throw Broken(file, css, import, "@import isn't allowed: name the file in theme.json instead.");
        }

        return Shrunk(Reference().Replace(css, m => $"url({Resolved(file, css, m, addressOf)})"));
    }

    /// <summary>Without what only its authors need: comments, and space where it means nothing.</summary>
    private static string Shrunk(string css) => Needless().Replace(css, m =>
        m.Groups["kept"].Success ? m.Value
        : m.Groups["mark"].Success ? m.Groups["mark"].Value
        : "").Trim();

    private static string Resolved(string file, string css, Match match, Func<string, string?> addressOf)
    {
        var target = match.Groups["target"].Value;
        if (target.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || target.StartsWith('#'))
        {
            return match.Groups["quoted"].Value;
        }

        if (target.Contains("//", StringComparison.Ordinal))
        {
            throw Broken(file, css, match, $"{target} is on another host: readers ask no one but this newspaper. Copy it into assets.");
        }

        var asset = new Uri(new Uri("theme:/" + file["assets/".Length..]), target).AbsolutePath.TrimStart('/');
        return addressOf(asset) ?? throw Broken(file, css, match, $"There is no assets/{asset}.");
    }

    private static ThemeException Broken(string file, string css, Match match, string message) =>
        new(new ThemeProblem(file, css.AsSpan(0, match.Index).Count('\n') + 1, message));

    [GeneratedRegex("""url\(\s*(?<quoted>(?<quote>["']?)(?<target>[^"')]*)\k<quote>)\s*\)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("""(?<kept>"[^"]*"|'[^']*'|url\([^)]*\))|/\*.*?\*/|\s*(?<mark>[{};,])\s*|(?<mark>:)\s+""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Needless();

    [GeneratedRegex("@import\\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}
