using System.Runtime.InteropServices;
using NetVips;

namespace Broadsheet.Images;

/// <summary>libvips, set up once, when the first picture is worked on: only the loaders of the six kinds are left open in it.</summary>
internal static class LibVips
{
    private const int MmapThreshold = -3;

    // Drawing from SVG in memory stays open: the demo's pictures are drawn so. What is uploaded is opened by the loader of its own kind, from a file.
    private static readonly string[] Open =
    [
        "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadNsgif", "VipsForeignLoadTiff", "VipsForeignLoadSvgBuffer",
    ];

    private static readonly Lazy<bool> IsSetUp = new(LeaveOpenWhatIsNeeded);

    /// <exception cref="InvalidOperationException">libvips can't be loaded on this machine.</exception>
    public static void SetUp() => _ = IsSetUp.Value;

    private static bool LeaveOpenWhatIsNeeded()
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

        return true;
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
}
