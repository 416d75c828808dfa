using Broadsheet.Platform.Cache;

namespace Broadsheet.Tests.Support;

/// <summary>Makes pages as the real source does, and waits before each while a test holds it.</summary>
public sealed class HeldSource(IPageSource source) : IPageSource
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _held;

    /// <summary>Ends when a page is to be made after <see cref="Hold"/>.</summary>
    public Task Begun => _begun.Task;

    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => _held?.SetResult();

    public async Task<RenderedPage> Render(PageKey key, IServiceProvider services, CancellationToken cancellation)
    {
        if (_held is { } held)
        {
            _begun.TrySetResult();
            await held.Task;
        }

        return await source.Render(key, services, cancellation);
    }
}
