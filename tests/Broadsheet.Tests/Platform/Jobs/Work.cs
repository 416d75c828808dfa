using Broadsheet.Platform.Jobs;

namespace Broadsheet.Tests.Platform.Jobs;

/// <summary>Work that does what the test says.</summary>
public sealed class Work(string kind, Func<Job, IProgress, CancellationToken, Task> work) : IWork
{
    public string Kind => kind;

    public Task Do(Job job, IProgress progress, CancellationToken cancellation) => work(job, progress, cancellation);
}
