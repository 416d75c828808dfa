using System.Runtime.InteropServices;
using NetVips;

namespace Broadsheet.Images;

/// <summary>
/// Where pictures are decoded and made: a few at a time, large ones one by one, so that neither a storm of requests nor a hostile file takes the machine's memory. libvips is set up here, and
/// only the loaders of the six kinds are left open in it.
/// </summary>
public sealed class Darkroom : IDisposable
{
    private const int MmapThreshold = -3;
    private const long LargePixels = 16_000_000;

    // Drawing from SVG in memory stays open: the demo's pictures are drawn so. What is uploaded is opened by the loader of its own kind, from a file.
    private static readonly string[] Open =
    [
        "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadNsgif", "VipsForeignLoadTiff", "VipsForeignLoadSvgBuffer",
    ];

    private readonly SemaphoreSlim _places = new(Places);
    private readonly SemaphoreSlim _large = new(1);

    static Darkroom()
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            throw new InvalidOperationException("libvips, which makes the renditions of pictures, can't be loaded on this machine.", ModuleInitializer.Exception);
        }

        GiveMemoryBack();

        // What libvips warns of is the state of other people's files; what matters of it is said to who sent one.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Open)
        {
            Operation.Block(loader, false);
        }
    }

    /// <summary>How many pictures are worked on at once.</summary>
    public static int Places { get; } = Math.Clamp(Environment.ProcessorCount, 2, 4);

    /// <summary>Waits for a place and keeps it until disposed.</summary>
    /// <param name="pixels">Of the picture that will be decoded.</param>
    public async Task<IDisposable> Enter(long pixels, CancellationToken cancellation)
    {
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

    // glibc keeps freed blocks below a bound that rises with use, some 200 MB of them after a few pictures; with a fixed bound, large ones go back to the system at once.
    private static void GiveMemoryBack()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = mallopt(MmapThreshold, 128 * 1024);
        }
        catch (EntryPointNotFoundException)
        {
            // musl has no such bound.
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mallopt(int parameter, int value);

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
