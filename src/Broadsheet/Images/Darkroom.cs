namespace Broadsheet.Images;

/// <summary>
/// Where pictures are decoded and made: a few at a time, large ones one by one, so that neither a storm of requests nor a hostile file takes the machine's memory.
/// </summary>
public sealed class Darkroom : IDisposable
{
    private const long LargePixels = 16_000_000;

    private readonly SemaphoreSlim _places = new(Places);
    private readonly SemaphoreSlim _large = new(1);

    /// <summary>How many pictures are worked on at once.</summary>
    public static int Places { get; } = Math.Clamp(Environment.ProcessorCount, 2, 4);

    /// <summary>Waits for a place and keeps it until disposed.</summary>
    /// <param name="pixels">Of the picture that will be decoded.</param>
    /// <exception cref="InvalidOperationException">libvips can't be loaded on this machine.</exception>
    public async Task<IDisposable> Enter(long pixels, CancellationToken cancellation)
    {
        LibVips.SetUp();
        var isLarge = pixels > LargePixels;
        if (isLarge)
        {
            await _large.WaitAsync(cancellation);
        }

        try
        {
            await _places.WaitAsync(cancellation);
        }
        catch
        {
            if (isLarge)
            {
                _large.Release();
            }

            throw;
        }

        return new Place(this, isLarge);
    }

    public void Dispose()
    {
        _places.Dispose();
        _large.Dispose();
    }

    private void Leave(bool isLarge)
    {
        _places.Release();
        if (isLarge)
        {
            _large.Release();
        }
    }

    private sealed class Place(Darkroom darkroom, bool isLarge) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                darkroom.Leave(isLarge);
            }
        }
    }
}
