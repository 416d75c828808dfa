using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Copies.Backups;

/// <summary>The end of a backup: a SHA-256 of the whole file, reckoned with zeros in its own place. A file without it, or with a byte changed anywhere, is not whole.</summary>
internal static class Seal
{
    private const string Words = "Backup of a Broadsheet site, SHA-256 ";
    private const int Digits = 64;

    private static readonly string Zeros = new('0', Digits);

    /// <summary>The seal before it is closed.</summary>
    public static string Empty => Words + Zeros;

    /// <summary>Puts the hash where the zeros are, at the end of the file.</summary>
    public static async Task Close(Stream file, string hash, CancellationToken cancellation)
    {
        file.Seek(-Digits, SeekOrigin.End);
        await file.WriteAsync(Encoding.ASCII.GetBytes(hash), cancellation);
    }

    /// <summary>The hash that the file ends with; null where it ends otherwise.</summary>
    public static async Task<string?> Find(Stream file, CancellationToken cancellation)
    {
        if (file.Length < Empty.Length)
        {
            return null;
        }

        var end = new byte[Empty.Length];
        file.Seek(-end.Length, SeekOrigin.End);
        await file.ReadExactlyAsync(end, cancellation);
        var text = Encoding.ASCII.GetString(end);
        return text.StartsWith(Words, StringComparison.Ordinal) ? text[Words.Length..] : null;
    }

    /// <summary>The hash that the file should end with.</summary>
    public static async Task<string> Reckon(Stream file, Action<long> read, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        try
        {
            file.Seek(0, SeekOrigin.Begin);
            for (var left = file.Length - Digits; left > 0;)
            {
                var count = (int)Math.Min(left, buffer.Length);
                await file.ReadExactlyAsync(buffer.AsMemory(0, count), cancellation);
                hash.AppendData(buffer, 0, count);
                left -= count;
                read(file.Position);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        hash.AppendData(Encoding.ASCII.GetBytes(Zeros));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
