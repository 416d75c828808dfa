using System.Buffers.Binary;
using System.Text;

namespace Broadsheet.Images.Containers;

/// <summary>
/// Finds what hides in a file beside its picture: archives, documents and scripts that another program would open. Originals are never served, so this is to protect whoever opens one later.
/// </summary>
public static class Payload
{
    private const int ArchiveEnd = 22;

    /// <summary>Checks the whole file.</summary>
    /// <exception cref="Damaged">Something hides in it; the sentence says what.</exception>
    public static void Refuse(Stream file, Container container)
    {
        if (HasArchive(file))
        {
            throw Hidden("a ZIP archive");
        }

        if (HasForeignTail(file, container))
        {
            throw Hidden("something that is no part of the picture after its end");
        }

        if (Marker(file) is { } marker)
        {
            throw Hidden(marker);
        }
    }

    private static Damaged Hidden(string what) => new($"This file holds {what}. Save the picture anew in a photo program, and send that.");

    // The end record of a ZIP stands in the last 64 KB and says how long the directory before it is (APPNOTE 4.3.16); whatever comes before that, programs open the archive.
    private static bool HasArchive(Stream file)
    {
        var from = Math.Max(0, file.Length - ushort.MaxValue - ArchiveEnd);
        file.Position = from;
        var tail = new byte[file.Length - from];
        file.ReadExactly(tail);
        for (var at = 0; tail.AsSpan(at).IndexOf("PK\x05\x06"u8) is var found and >= 0 && at + found + ArchiveEnd <= tail.Length; at += found + 1)
        {
            var record = at + found;
            var directory = from + record - BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(record + 12));
            if (directory >= 0 && StartsAt(file, directory, "PK\x01\x02"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsAt(Stream file, long at, ReadOnlySpan<byte> signature)
    {
        file.Position = at;
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(signature);
    }

    private static bool HasForeignTail(Stream file, Container container)
    {
        var bytes = new ByteReader(file);
        var end = container.End;
        while (end < bytes.Length)
        {
            bytes.Position = end;
            var start = bytes.Take((int)Math.Min(12, bytes.Length - end));
            if (container.Kind is ImageKind.Jpeg && Signature.Of(start) is ImageKind.Jpeg)
            {
                // CIPA DC-007: cameras put a larger preview or a gain map behind the picture.
                bytes.Position = end;
                end = JpegFile.Read(bytes).End;
            }
            else if (container.Kind is ImageKind.Jpeg && IsVideo(start))
            {
                // Phones put the seconds round the picture behind it.
                return false;
            }
            else
            {
                return !IsPadding(file, end) && !(container.Kind is ImageKind.Jpeg && EndsAsSamsungs(file));
            }
        }

        return false;
    }

    private static bool IsVideo(ReadOnlySpan<byte> start) => start.Length == 12 && start[4..8].SequenceEqual("ftyp"u8);

    private static bool EndsAsSamsungs(Stream file)
    {
        file.Position = file.Length - 4;
        var last = new byte[4];
        file.ReadExactly(last);
        return last.AsSpan().SequenceEqual("SEFT"u8);
    }

    private static bool IsPadding(Stream file, long from)
    {
        file.Position = from;
        var buffer = new byte[4096];
        while (file.Read(buffer) is var read and > 0)
        {
            if (buffer.AsSpan(0, read).ContainsAnyExcept((byte)0, (byte)'\r', (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Marker(Stream file)
    {
        const int Overlap = 16;
        var buffer = new byte[64 * 1024];
        var kept = 0;
        file.Position = 0;
        while (file.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            var window = buffer.AsSpan(0, kept + read);
            if (MarkerIn(window, isStart: file.Position == window.Length) is { } marker)
            {
                return marker;
            }

            kept = Math.Min(Overlap, window.Length);
            window[^kept..].CopyTo(buffer);
        }

        return null;
    }

    private static string? MarkerIn(ReadOnlySpan<byte> window, bool isStart)
    {
        // PDF readers look for the beginning of a document in the first kilobyte.
        if (isStart && window[..Math.Min(1024, window.Length)].IndexOf("%PDF-"u8) >= 0)
        {
            return "a PDF";
        }

        while (window.IndexOf((byte)'<') is var at and >= 0)
        {
            window = window[at..];
            if (StartsWith(window, "<script"u8) || StartsWith(window, "<?php"u8))
            {
                return "a script";
            }

            if (StartsWith(window, "<html"u8) || StartsWith(window, "<!doctype html"u8))
            {
                return "a web page";
            }

            window = window[1..];
        }

        return null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> window, ReadOnlySpan<byte> marker) =>
        window.Length >= marker.Length && Ascii.EqualsIgnoreCase(window[..marker.Length], marker);
}
