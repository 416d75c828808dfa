using System.Collections.Concurrent;
using Broadsheet.Platform.Jobs;

namespace Broadsheet.Tests.Platform.Jobs;

/// <summary>A message of the tests.</summary>
public sealed record Note(string Text);

/// <summary>Handles notes as the test says, and remembers how often each came.</summary>
public sealed class Listener : IHandle<Note>
{
    private readonly ConcurrentQueue<string> _heard = [];

    public IReadOnlyList<string> Heard => [.. _heard];

    /// <summary>What happens while a note is handled.</summary>
    public Func<Note, CancellationToken, Task> While { get; set; } = (_, _) => Task.CompletedTask;

    public async Task Handle(Note message, CancellationToken cancellation)
    {
        _heard.Enqueue(message.Text);
        await While(message, cancellation);
    }
}
