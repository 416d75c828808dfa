using System.Diagnostics;
using System.Security.Cryptography;

namespace Broadsheet.Readers;

/// <summary>The key that signs class cookies: 32 bytes in <c>DATA/class.key</c>, so that readers are known while the database is away.</summary>
public sealed class ClassKey
{
    private const int Length = 32;

    private ClassKey(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    /// <summary>Reads the key of the data folder; makes it at the first start. Two processes that start at once end up with the same.</summary>
    public static ClassKey InFolder(string data)
    {
        Directory.CreateDirectory(data);
        var path = Path.Combine(data, "class.key");
        using (Alone(path + ".lock"))
        {
            if (!File.Exists(path))
            {
                var made = path + ".new";
                File.WriteAllBytes(made, RandomNumberGenerator.GetBytes(Length));
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                }

                File.Move(made, path, overwrite: true);
            }
        }

        return new ClassKey(File.ReadAllBytes(path));
    }

    private static FileStream Alone(string path)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < TimeSpan.FromSeconds(10))
            {
                Thread.Yield();
            }
        }
    }
}
