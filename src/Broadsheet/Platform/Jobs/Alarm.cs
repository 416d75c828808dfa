using System.Collections.Concurrent;

namespace Broadsheet.Platform.Jobs;

/// <summary>Wakes the work of a kind of row when this node has committed such rows. What other nodes commit, and what is set while nobody listens, is found by looking.</summary>
public sealed class Alarm
{
    private readonly ConcurrentDictionary<Type, TaskCompletionSource> _bells = [];

    /// <summary>Ends when rows of this kind are committed from now on.</summary>
    public Task Next(Type row) => _bells.GetOrAdd(row, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Ring(Type row)
    {
        if (_bells.TryRemove(row, out var bell))
        {
            bell.SetResult();
        }
    }
}
