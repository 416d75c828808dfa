using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Broadsheet.Demo;

/// <summary>
/// The demo newspaper's calendar: its stories say “five days ago”, and so stay a week's news whenever the demo is made. Its day begins at seven in the morning: what came in over
/// the last hours happened “today”, also when the demo is made at night.
/// </summary>
public sealed partial class DemoDays(DateTimeZone zone, DateTimeOffset now)
{
    private static readonly TimeSpan Night = TimeSpan.FromHours(7);

    private readonly LocalDate _today = Instant.FromDateTimeOffset(now - Night).InZone(zone).Date;

    /// <summary>Reads <c>-14m</c>, <c>-3h</c>, <c>+5h</c> or <c>-2d 06:10</c>. An hour of today that has not come yet means yesterday's.</summary>
    public DateTimeOffset At(string text)
    {
        var ahead = Near().Match(text);
        if (ahead.Success)
        {
            var count = int.Parse(ahead.Groups["count"].Value, CultureInfo.InvariantCulture);
            return now + (ahead.Groups["unit"].Value == "m" ? TimeSpan.FromMinutes(count) : TimeSpan.FromHours(count));
        }

        var day = Day().Match(text);
        if (!day.Success)
        {
            throw new FormatException($"“{text}” is no time of the demo newspaper.");
        }

        var date = _today.PlusDays(int.Parse(day.Groups["days"].Value, CultureInfo.InvariantCulture));
        var hour = new LocalTime(int.Parse(day.Groups["hour"].Value, CultureInfo.InvariantCulture), int.Parse(day.Groups["minute"].Value, CultureInfo.InvariantCulture));
        var at = zone.AtLeniently(date.At(hour)).ToDateTimeOffset().ToUniversalTime();
        return at < now ? at : at.AddDays(-1);
    }

    /// <summary>The day so many days from today.</summary>
    public DateOnly DayOf(int days) => _today.PlusDays(days).ToDateOnly();

    /// <summary>Writes <c>{{weekday -5}}</c>, <c>{{date -5}}</c>, <c>{{fulldate -400}}</c>, <c>{{month -30}}</c> and <c>{{year -11}}</c> out in a language.</summary>
    public string Write(string text, CultureInfo language) => Token().Replace(text, token =>
    {
        var number = int.Parse(token.Groups["number"].Value, CultureInfo.InvariantCulture);
        var day = _today.PlusDays(number).ToDateTimeUnspecified();
        return token.Groups["what"].Value switch
        {
            "weekday" => day.ToString("dddd", language),
            "date" => day.ToString("d MMMM", language),
            "fulldate" => day.ToString("d MMMM yyyy", language),
            "month" => day.ToString("MMMM", language),
            "year" => _today.PlusYears(number).Year.ToString(CultureInfo.InvariantCulture),
            var other => throw new FormatException($"“{other}” is no word of the demo newspaper's calendar."),
        };
    });

    [GeneratedRegex(@"^(?<count>[+-]\d+)(?<unit>[mh])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Near();

    [GeneratedRegex(@"^(?<days>-\d+)d (?<hour>\d\d?):(?<minute>\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\{\{(?<what>[a-z]+) (?<number>[+-]?\d+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
