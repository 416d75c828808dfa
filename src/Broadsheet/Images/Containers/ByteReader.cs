using System.Buffers.Binary;

namespace Broadsheet.Images.Containers;

/// <summary>Reads numbers from a file; where it ends too early, <see cref="Damaged"/> says so.</summary>
public sealed class ByteReader(Stream file)
{
    public long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public long Length { get; } = file.Length;

    public bool AtEnd => file.Position >= Length;

    public byte U8() => file.ReadByte() is var value and >= 0 ? (byte)value : throw Damaged.CutShort();

    public ushort U16() => BinaryPrimitives.ReadUInt16BigEndian(Fill(stackalloc byte[2]));

    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Fill(stackalloc byte[4]));

    public ulong U64() => BinaryPrimitives.ReadUInt64BigEndian(Fill(stackalloc byte[8]));

    public ushort U16Little() => BinaryPrimitives.ReadUInt16LittleEndian(Fill(stackalloc byte[2]));

    public uint U32Little() => BinaryPrimitives.ReadUInt32LittleEndian(Fill(stackalloc byte[4]));

    public ulong U64Little() => BinaryPrimitives.ReadUInt64LittleEndian(Fill(stackalloc byte[8]));

    public void Skip(long count)
    {
        if (count > Length - file.Position)
        {
            throw Damaged.CutShort();
        }

        file.Position += count;
    }

    public byte[] Take(int count)
    {
        if (count > Length - file.Position)
        {
            throw Damaged.CutShort();
        }

        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    private Span<byte> Fill(Span<byte> buffer) =>
        file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length ? buffer : throw Damaged.CutShort();
}
