using Cronos;

namespace Broadsheet.Platform.Jobs;

/// <summary>
/// What this node does again and again: at the instants that stand in rows of ours, or by the clock. It keeps no state of record, so work that is begun twice or missed does no harm.
/// </summary>
public sealed class Recurring
{
    private readonly List<TimedWork> _timed = [];
    private readonly List<DueWork> _due = [];

    internal IReadOnlyList<TimedWork> Timed => _timed;

    internal IReadOnlyList<DueWork> Due => _due;

    /// <summary>Adds work that is done by the clock.</summary>
    /// <param name="cron">Six fields, seconds first, in UTC.</param>
    /// <exception cref="CronFormatException"><paramref name="cron"/> is none.</exception>
    public void Add(string name, string cron, Func<IServiceProvider, CancellationToken, Task> run) => _timed.Add(new TimedWork(name, CronExpression.Parse(cron, CronFormat.IncludeSeconds), run));

    /// <summary>Adds work that is done when a <typeparamref name="TRow"/> is due; a commit that holds one wakes this node at once.</summary>
    /// <param name="next">When the first row that waits is due; null when none waits.</param>
    public void AddDue<TRow>(string name, Func<IServiceProvider, CancellationToken, Task<DateTimeOffset?>> next, Func<IServiceProvider, CancellationToken, Task> run)
        where TRow : class, IDueRow => _due.Add(new DueWork(name, typeof(TRow), next, run));

    /// <summary>The work of this name, to run it outside of its hour.</summary>
    public Func<IServiceProvider, CancellationToken, Task> Named(string name) =>
        _due.SingleOrDefault(w => string.Equals(w.Name, name, StringComparison.Ordinal))?.Run ?? _timed.Single(w => string.Equals(w.Name, name, StringComparison.Ordinal)).Run;
}

internal sealed record TimedWork(string Name, CronExpression Hours, Func<IServiceProvider, CancellationToken, Task> Run);

internal sealed record DueWork(string Name, Type Row, Func<IServiceProvider, CancellationToken, Task<DateTimeOffset?>> Next, Func<IServiceProvider, CancellationToken, Task> Run);
