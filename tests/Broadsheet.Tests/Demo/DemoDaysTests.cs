using System.Globalization;
using Broadsheet.Demo;
using NodaTime;
using Xunit;

namespace Broadsheet.Tests.Demo;

public sealed class DemoDaysTests
{
    private static readonly DateTimeZone Osmere = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    // A quarter past seven on Tuesday in Osmere.
    private static readonly DemoDays Days = new(Osmere, new DateTimeOffset(2026, 11, 24, 6, 15, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("-14m", "2026-11-24T06:01:00Z")]
    [InlineData("-3h", "2026-11-24T03:15:00Z")]
    [InlineData("+5h", "2026-11-24T11:15:00Z")]
    [InlineData("-2d 06:10", "2026-11-22T05:10:00Z")]
    [InlineData("-0d 00:05", "2026-11-23T23:05:00Z")]
    [InlineData("-0d 06:10", "2026-11-24T05:10:00Z")]
    [InlineData("-0d 09:10", "2026-11-23T08:10:00Z")]
    public void An_hour_is_told_from_today_in_the_papers_own_zone(string text, string at) => Assert.Equal(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), Days.At(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("3h")]
    [InlineData("-2d")]
    [InlineData("+2d 06:10")]
    public void What_is_no_hour_is_refused(string text) => Assert.Throws<FormatException>(() => Days.At(text));

    [Fact]
    public void An_hour_that_the_clock_skips_is_the_next_one_that_there_is()
    {
        var summer = new DemoDays(Osmere, new DateTimeOffset(2026, 3, 30, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), summer.At("-1d 02:30"));
    }

    [Theory]
    [InlineData("en", "On {{weekday -5}} ({{date -5}}), in {{month -30}}, on {{fulldate -400}} and in {{year -11}}.", "On Thursday (19 November), in October, on 20 October 2025 and in 2015.")]
    [InlineData("de", "Am {{weekday -5}}, dem {{date -5}}", "Am Donnerstag, dem 19 November")]
    [InlineData("ar", "{{weekday 0}}", "الثلاثاء")]
    public void Days_are_written_out_in_the_storys_language(string language, string text, string written) => Assert.Equal(written, Days.Write(text, CultureInfo.GetCultureInfo(language)));

    [Fact]
    public void A_word_that_the_calendar_lacks_is_refused() => Assert.Throws<FormatException>(() => Days.Write("{{moon -5}}", CultureInfo.InvariantCulture));

    [Fact]
    public void The_papers_day_begins_at_seven()
    {
        var night = new DemoDays(Osmere, new DateTimeOffset(2026, 11, 24, 5, 59, 0, TimeSpan.Zero));
        Assert.Equal("Monday", night.Write("{{weekday -0}}", CultureInfo.GetCultureInfo("en")));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 5, 10, 0, TimeSpan.Zero), night.At("-2d 06:10"));
    }

    [Fact]
    public void A_day_is_counted_in_the_papers_own_zone() => Assert.Equal(new DateOnly(2026, 11, 16), Days.DayOf(-8));
}
