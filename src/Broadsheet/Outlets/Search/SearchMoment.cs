namespace Broadsheet.Outlets.Search;

/// <summary>Moments as <see cref="SearchEntry.Number"/> counts them: microseconds.</summary>
public static class SearchMoment
{
    public static long Of(DateTimeOffset at) => (at.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
