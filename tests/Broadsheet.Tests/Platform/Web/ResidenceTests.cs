using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Web;

public sealed class ResidenceTests : IDisposable
{
    private const int Size = 1024 * 1024;

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("7f00a000-7f00c000 r--s 00000000 08:01 11  /opt/with a space/Some.dll", 0x7f00a000, 0x2000)]
    [InlineData("7f00a000-7f00b000 r--s 00000000 08:01 11  /app/Some.DLL", 0x7f00a000, 0x1000)]
    [InlineData("7f00a000-7f00c000 r-xp 00000000 08:01 11  /app/Some.dll", null, null)]
    [InlineData("7f00a000-7f00c000 rw-s 00000000 08:01 11  /app/Some.dll", null, null)]
    [InlineData("7f00a000-7f00c000 r--s 00000000 08:01 11  /data/pages.db", null, null)]
    [InlineData("7f00a000-7f00c000 rw-p 00000000 00:00 0", null, null)]
    [InlineData("", null, null)]
    public void Only_a_shared_read_only_view_of_an_assembly_is_given_back(string line, int? start, int? length)
    {
        Assert.Equal(start is { } s && length is { } l ? (s, (nuint)l) : null, Residence.AssemblyOnDisk(line));
    }

    [Fact]
    public void What_is_given_back_is_no_longer_resident_and_reads_as_before()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Resident memory is read from /proc.");
        var bytes = RandomNumberGenerator.GetBytes(Size);
        var path = _folder.File("Mapped.dll");
        File.WriteAllBytes(path, bytes);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var mapped = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        using var view = mapped.CreateViewStream(0, Size, MemoryMappedFileAccess.Read);
        Assert.Equal(bytes, Read(view));
        Assert.Equal(Size, Resident(path));

        Residence.GiveBack();

        Assert.Equal(0, Resident(path));
        Assert.Equal(bytes, Read(view));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Read(Stream view)
    {
        var bytes = new byte[Size];
        view.Position = 0;
        view.ReadExactly(bytes);
        return bytes;
    }

    // The “Rss:” line that follows the mapping's own in /proc/self/smaps, in bytes.
    private static int Resident(string path) =>
        File.ReadLines("/proc/self/smaps").SkipWhile(l => !l.EndsWith(path, StringComparison.Ordinal)).Where(l => l.StartsWith("Rss:", StringComparison.Ordinal))
            .Select(l => int.Parse(l["Rss:".Length..].Replace("kB", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) * 1024).First();
}
