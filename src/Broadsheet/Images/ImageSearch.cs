using Broadsheet.Platform.Web;

namespace Broadsheet.Images;

/// <summary>Which images of the library are meant.</summary>
/// <param name="Words">In lower case; looked for in caption, alternative text, credit, source and creator.</param>
public sealed record ImageSearch(string? Words, bool? HasCredit, bool? IsExpired)
{
    /// <summary>Reads what was asked for.</summary>
    /// <exception cref="Invalid">The words can't be looked for.</exception>
    public static ImageSearch Of(string? q, bool? credit, bool? expired)
    {
        var faults = new Faults();
        var words = faults.OptionalLine("q", q, ImageLimits.Line)?.ToLowerInvariant();
        faults.ThrowIfAny();
        return new(words, credit, expired);
    }
}
