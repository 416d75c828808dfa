using System.Buffers;

namespace Broadsheet.Stories.Body;

/// <summary>Where links and embeds may lead. The rule is a list of what is allowed, so no disguise of <c>javascript:</c> has to be known.</summary>
public static class Links
{
    public const string Rule = "A link leads to an http, https, mailto or tel address, a path of this site (“/…”) or a place on the page (“#…”).";

    public const string EmbedRule = "An embed has a whole http or https address.";

    // Browsers drop tabs and line ends inside addresses and take a backslash for a slash: "/\t/host" leaves the site.
    // Signs without a width and those that turn the direction make an address look like another.
    private static readonly SearchValues<char> Disguises = SearchValues.Create(
        [.. Range(0, 0x20), .. Range(0x7F, 0x9F), .. Range(0x200B, 0x200F), .. Range(0x2028, 0x202E), .. Range(0x2060, 0x206F), '\\', '\uFEFF']);

    /// <summary>Whether a reader may be sent to <paramref name="href"/> by a click.</summary>
    public static bool Allows(string href)
    {
        if (href.Length is 0 or > BodyLimits.Address || href.AsSpan().ContainsAny(Disguises))
        {
            return false;
        }

        return href[0] switch
        {
            '#' => true,
            '/' => !href.StartsWith("//", StringComparison.Ordinal),
            _ => IsWeb(href) || Begins(href, "mailto:") || Begins(href, "tel:"),
        };
    }

    /// <summary>The address of an embed, or null where it isn't absolute http or https.</summary>
    public static Uri? Embeddable(string url)
    {
        if (url.Length > BodyLimits.Address || url.AsSpan().ContainsAny(Disguises) || !IsWeb(url))
        {
            return null;
        }

        // It is written as AbsoluteUri, which has to be read back as the same address.
        var written = new Uri(url).AbsoluteUri;
        return written.Length <= BodyLimits.Address && Uri.TryCreate(written, UriKind.Absolute, out var read) && string.Equals(read.AbsoluteUri, written, StringComparison.Ordinal) ? read : null;
    }

    private static bool IsWeb(string href) =>
        (Begins(href, "https://") || Begins(href, "http://"))
        && Uri.TryCreate(href, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0;

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private static bool Begins(string href, string scheme) =>
        href.Length > scheme.Length && href.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
