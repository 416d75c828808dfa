using System.Security.Cryptography;

namespace Broadsheet.Readers;

/// <summary>The key that signs class cookies: 32 bytes in <c>DATA/class.key</c>, so that readers are known while the database is away.</summary>
public sealed class ClassKey
{
    private ClassKey(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    /// <summary>Reads the key of the data folder; makes it at the first start.</summary>
    public static ClassKey InFolder(string data)
    {
        Directory.CreateDirectory(data);
        var path = Path.Combine(data, "class.key");
        if (!File.Exists(path))
        {
            var made = Path.Combine(data, $"class.key.{Guid.NewGuid():N}");
            File.WriteAllBytes(made, RandomNumberGenerator.GetBytes(32));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(made, path, overwrite: false);
            }
            catch (IOException)
            {
                // Another process made it first; theirs counts.
                File.Delete(made);
            }
        }

        return new ClassKey(File.ReadAllBytes(path));
    }
}
