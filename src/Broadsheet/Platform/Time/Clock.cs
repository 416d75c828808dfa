namespace Broadsheet.Platform.Time;

public static class Clock
{
    /// <summary>Now, in UTC, cut to the microseconds that both databases keep.</summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        var ticks = time.GetUtcNow().UtcTicks;
        return new DateTimeOffset(ticks - ticks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }
}
