using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Platform.Jobs;

/// <summary>A clock that stands still and tells when somebody begins to wait on it.</summary>
public sealed class WatchedClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Ends when the next wait has begun, and tells how long it is.</summary>
    public async Task<TimeSpan> Next() =>
        await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
