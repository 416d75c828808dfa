using System.Globalization;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Text;
using NodaTime;
using NodaTime.Extensions;

namespace Broadsheet.Outlets.Pages;

/// <summary>Writes moments in the page's language and the paper's time zone, by the patterns of the theme's words.</summary>
public sealed class Moments(DateTimeZone zone, Tongue tongue, Words words, DateTimeOffset now)
{
    private readonly LocalDate _today = now.ToInstant().InZone(zone).Date;

    /// <summary>The masthead's date: “Monday, 23 November 2026”.</summary>
    public TimeView Today() => new(Write(Local(now), words["longDatePattern"]), _today.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>“23 November 2026, 16:31”.</summary>
    public TimeView Full(DateTimeOffset at) => new($"{Write(Local(at), words["datePattern"])}{words["dateTimeSeparator"]}{Write(Local(at), words["timePattern"])}", Machine(at));

    /// <summary>“23 November 2026”.</summary>
    public TimeView Day(DateTimeOffset at) => new(Write(Local(at), words["datePattern"]), Machine(at));

    /// <summary>For lists: the hour today, otherwise the day, with the year where it is another.</summary>
    public TimeView Short(DateTimeOffset at)
    {
        var local = Local(at);
        var pattern = LocalDate.FromDateTime(local) == _today ? "timePattern" : local.Year == _today.Year ? "shortDatePattern" : "datePattern";
        return new(Write(local, words[pattern]), Machine(at));
    }

    /// <summary>When today is over, and with it every “today” on a page.</summary>
    public DateTimeOffset EndOfDay => zone.AtStartOfDay(_today.PlusDays(1)).ToDateTimeOffset().ToUniversalTime();

    private DateTime Local(DateTimeOffset at) => at.ToInstant().InZone(zone).ToDateTimeUnspecified();

    private string Write(DateTime local, string pattern) => local.ToString(pattern, tongue.Culture);

    private static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
