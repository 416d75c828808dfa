using Broadsheet.Platform.Changes;

namespace Broadsheet.Tests.Support;

/// <summary>Something on a node that follows what is changed, and is slow or fails when a test says so.</summary>
public sealed class Follower : IFollowChanges
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _held;

    /// <summary>What it fails with while set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Is told what is applied.</summary>
    public Action<IReadOnlyList<Change>>? Told { get; set; }

    /// <summary>Ends when something is to be applied after <see cref="Hold"/>.</summary>
    public Task Begun => _begun.Task;

    /// <summary>From now on nothing is applied until it is let go.</summary>
    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => _held?.SetResult();

    public async Task Apply(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        Told?.Invoke(changes);

        if (_held is { } held)
        {
            _begun.TrySetResult();
            await held.Task;
        }
    }

    public void Forget()
    {
    }
}
