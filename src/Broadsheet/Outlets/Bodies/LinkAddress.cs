namespace Broadsheet.Outlets.Bodies;

/// <summary>Where a link of a body goes, seen from each outlet.</summary>
internal static class LinkAddress
{
    private static readonly string[] Schemes = ["https://", "http://", "mailto:"];

    /// <summary>The first parts of paths that have no lite page.</summary>
    private static readonly HashSet<string> WithoutLite =
        ["account", "api", "community", "gift", "lite", "media", "newsletters", "newsroom", "openapi", "search", "sign-in"];

    /// <summary>Whether it may be a link at all: http, https, mailto, a path of this site or a place on the page.</summary>
    public static bool IsAllowed(string href) => !href.AsSpan().ContainsAnyInRange('\0', '\u001F') && (IsPath(href) || href is ['#', ..] || IsElsewhere(href));

    /// <summary>As it works outside the site.</summary>
    public static string Absolute(string href, BodySurroundings around) => href switch
    {
        ['#', ..] => around.Absolute(around.StoryPath + href),
        _ when IsPath(href) => around.Absolute(href),
        _ => href,
    };

    /// <summary>As lite pages have it: what this site has as a lite page stays among them.</summary>
    public static string Lite(string href) => IsPath(href) && HasLite(href) ? "/lite" + (href is "/" ? "" : href) : href;

    private static bool HasLite(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        var parts = (end < 0 ? path : path[..end]).Split('/');
        return !WithoutLite.Contains(parts[1]) && !parts[^1].Contains('.');
    }

    private static bool IsPath(string href) => href is ['/'] or ['/', not ('/' or '\\'), ..];

    private static bool IsElsewhere(string href) =>
        Array.Exists(Schemes, scheme => href.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
