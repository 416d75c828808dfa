using System.Collections.Concurrent;
using System.Globalization;

namespace Broadsheet.Platform.Text;

/// <summary>A language and the direction it is written in.</summary>
public sealed record Tongue(CultureInfo Culture)
{
    // Bounded by the language tags that are stored with sections and stories, each checked when it was saved.
    private static readonly ConcurrentDictionary<string, Tongue> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>BCP 47.</summary>
    public string Tag { get; } = Culture.Name;

    public bool IsRightToLeft { get; } = Culture.TextInfo.IsRightToLeft;

    /// <summary>As HTML's <c>dir</c> has it.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    public static Tongue Of(string tag) => Known.GetOrAdd(tag, static t => new Tongue(CultureInfo.GetCultureInfo(t)));
}
