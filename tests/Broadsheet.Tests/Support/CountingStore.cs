using System.Collections.Concurrent;
using Broadsheet.Platform.Media;

namespace Broadsheet.Tests.Support;

/// <summary>A folder that counts what is put, can be held up, and can be away.</summary>
public sealed class CountingStore : IMediaStore, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FolderStore _store;
    private readonly ConcurrentDictionary<string, int> _puts = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _cutOff = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _gate;

    public CountingStore() => _store = new FolderStore(_folder.Path);

    public bool IsDown { get; set; }

    /// <summary>After so many more files nothing is put any more, and nobody is told: what a machine does that was switched off.</summary>
    public int? PutsLeft { get; set; }

    /// <summary>Ends when somebody puts one file too many.</summary>
    public Task CutOff => _cutOff.Task;

    /// <summary>Ends when somebody waits at a held store.</summary>
    public Task Held => _held.Task;

    public int PutsOf(string file) => _puts.GetValueOrDefault(file);

    /// <summary>Where the files are.</summary>
    public string Folder => _folder.Path;

    /// <summary>Lets nothing be fetched until disposed.</summary>
    public IDisposable Hold()
    {
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Release(_gate);
    }

    public Task<MediaFile?> Find(string name, CancellationToken cancellation) =>
        IsDown ? throw new MediaUnavailable("The store is away.", new IOException()) : _store.Find(name, cancellation);

    public async Task<MediaCopy?> Fetch(string name, CancellationToken cancellation)
    {
        if (_gate is { } gate)
        {
            _held.TrySetResult();
            await gate.Task.WaitAsync(cancellation);
        }

        return await _store.Fetch(name, cancellation);
    }

    public Task Put(string name, Stream content, CancellationToken cancellation)
    {
        if (PutsLeft-- <= 0)
        {
            _cutOff.TrySetResult();
            return Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        _puts.AddOrUpdate(Path.GetFileName(name), 1, (_, puts) => puts + 1);
        return _store.Put(name, content, cancellation);
    }

    public Task<IReadOnlySet<string>> Names(string folder, CancellationToken cancellation) => _store.Names(folder, cancellation);

    public Task Remove(string folder, CancellationToken cancellation) => _store.Remove(folder, cancellation);

    public Task Check(CancellationToken cancellation) => _store.Check(cancellation);

    public void Dispose() => _folder.Dispose();

    private sealed class Release(TaskCompletionSource gate) : IDisposable
    {
        public void Dispose() => gate.TrySetResult();
    }
}
