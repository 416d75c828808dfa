using System.Globalization;
using System.Runtime.InteropServices;

namespace Broadsheet.Platform.Web;

/// <summary>What this process holds in memory without using it. Linux only; elsewhere nothing is done.</summary>
public static class Residence
{
    private const int DontNeed = 4;

    /// <summary>
    /// Gives back what the native heap keeps of what was freed, and the copies of assemblies as they lie on disk: the runtime maps each assembly twice, once to see what it is and once to run it,
    /// and reads the first hardly again. What is read again comes back from the system's file cache: the views are shared and read-only, so nothing can be lost
    /// (<see href="https://man7.org/linux/man-pages/man2/madvise.2.html">madvise(2)</see>).
    /// </summary>
    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        TrimHeap();
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            if (AssemblyOnDisk(line) is { } view)
            {
                _ = madvise(view.Start, view.Length, DontNeed);
            }
        }
    }

    /// <summary>Where a line of <c>/proc/self/maps</c> says that an assembly is mapped as it lies on disk (<see href="https://man7.org/linux/man-pages/man5/proc_pid_maps.5.html">proc_pid_maps(5)</see>), or nothing.</summary>
    public static (nint Start, nuint Length)? AssemblyOnDisk(string line)
    {
        if (!line.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || line.Split(' ', 3) is not [var range, "r--s", _] || range.Split('-') is not [var from, var to])
        {
            return null;
        }

        var start = nint.Parse(from, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (start, (nuint)(nint.Parse(to, NumberStyles.HexNumber, CultureInfo.InvariantCulture) - start));
    }

    private static void TrimHeap()
    {
        try
        {
            _ = malloc_trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // musl gives back by itself.
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int malloc_trim(nuint pad);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int madvise(nint address, nuint length, int advice);
}
