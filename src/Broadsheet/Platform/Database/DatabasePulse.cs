namespace Broadsheet.Platform.Database;

/// <summary>
/// Whether the database answers, as this node found it last. While it does not, readers get what is there without waiting for it; whoever probes it in the background says when it is back.
/// </summary>
public sealed class DatabasePulse(ILogger<DatabasePulse> log) : IDisposable
{
    private readonly Lock _turning = new();
    private CancellationTokenSource _lost = new();

    /// <summary>The database was asked a moment ago and did not answer in time, or was never reached.</summary>
    public bool IsAway { get; private set; } = true;

    /// <summary>Cancelled in the moment the database is lost.</summary>
    public CancellationToken WhenLost => _lost.Token;

    public void Lost(string why)
    {
        lock (_turning)
        {
            if (IsAway)
            {
                return;
            }

            IsAway = true;
            log.LogWarning("The database does not answer: {Why}", why);
        }

        _lost.Cancel();
    }

    public void Found()
    {
        lock (_turning)
        {
            if (!IsAway)
            {
                return;
            }

            IsAway = false;
            if (_lost.IsCancellationRequested)
            {
                _lost = new CancellationTokenSource();
                log.LogInformation("The database answers again");
            }
        }
    }

    public void Dispose() => _lost.Dispose();
}
