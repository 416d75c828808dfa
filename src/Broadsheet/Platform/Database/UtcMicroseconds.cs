using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Broadsheet.Platform.Database;

/// <summary>An instant as whole microseconds since 1970-01-01T00:00Z: PostgreSQL's own precision, sortable on SQLite.</summary>
public sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
    at => (at.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    microseconds => new DateTimeOffset(DateTime.UnixEpoch.Ticks + microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));
