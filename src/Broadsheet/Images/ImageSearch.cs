using Broadsheet.Platform.Web;

namespace Broadsheet.Images;

/// <summary>Which images of the library are meant: <c>?q=</c> (in caption, alternative text, credit, source or creator, whatever the case), <c>?credit=</c> and <c>?expired=</c> (true or false).</summary>
public sealed record ImageSearch(string? Words, bool? HasCredit, bool? IsExpired)
{
    public static ValueTask<ImageSearch> BindAsync(HttpContext http)
    {
        var faults = new Faults();
        var query = http.Request.Query;
        var search = new ImageSearch(
            faults.OptionalLine("q", query["q"], ImageLimits.Line)?.ToLowerInvariant(),
            YesOrNo(faults, "credit", query["credit"]),
            YesOrNo(faults, "expired", query["expired"]));
        faults.ThrowIfAny();
        return ValueTask.FromResult(search);
    }

    private static bool? YesOrNo(Faults faults, string place, string? text)
    {
        switch (text)
        {
            case null or "":
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                faults.Add(place, $"{place} must be true or false.");
                return null;
        }
    }
}
