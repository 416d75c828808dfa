using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Broadsheet.Platform.Cache;

/// <summary>
/// Threads for work that gives way to readers: half as many as there are processors, and the operating system lets them run when those that answer have nothing to do. They are started with the first work.
/// </summary>
public sealed class QuietThreads : TaskScheduler, IDisposable
{
    // Of a processor that both want they get a tenth.
    private const int Niceness = 10;

    private readonly BlockingCollection<Task> _waiting = [];
    private readonly Lazy<Thread[]> _threads;

    public QuietThreads()
    {
        MaximumConcurrencyLevel = Math.Max(1, Environment.ProcessorCount / 2);
        _threads = new Lazy<Thread[]>(() => [.. Enumerable.Range(0, MaximumConcurrencyLevel).Select(_ => Begin())]);
    }

    public override int MaximumConcurrencyLevel { get; }

    /// <summary>Does a piece of work here, all of it that is not done elsewhere by what it waits for.</summary>
    public Task<T> Do<T>(Func<Task<T>> work, CancellationToken cancellation) => Task.Factory.StartNew(work, cancellation, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>What waits is done before the threads end.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        if (_threads.IsValueCreated)
        {
            Array.ForEach(_threads.Value, thread => thread.Join());
        }

        _waiting.Dispose();
    }

    protected override void QueueTask(Task task)
    {
        _ = _threads.Value;
        _waiting.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => _threads.IsValueCreated && _threads.Value.Contains(Thread.CurrentThread) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting.ToArray();

    private Thread Begin()
    {
        var thread = new Thread(Work) { IsBackground = true, Name = "quiet", Priority = ThreadPriority.BelowNormal };
        thread.Start();
        return thread;
    }

    private void Work()
    {
        // .NET gives threads no priority on Linux, where each has a niceness of its own (setpriority(2), "C library/kernel differences"). Elsewhere it would be the whole program's.
        if (OperatingSystem.IsLinux())
        {
            _ = setpriority(0, 0, Niceness);
        }

        foreach (var task in _waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setpriority(int which, uint who, int niceness);
}
