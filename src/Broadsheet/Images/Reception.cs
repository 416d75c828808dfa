using System.Globalization;
using System.Security.Cryptography;
using Broadsheet.Images.Containers;
using Broadsheet.Images.Metadata;
using Broadsheet.Platform.Web;
using NetVips;
using Vips = NetVips.Image;

namespace Broadsheet.Images;

/// <summary>Receives picture files from whoever sends them. What they are is read from their bytes; nothing is decoded before its size is known, and nothing is taken that doesn't decode to its end.</summary>
public sealed class Reception(Darkroom darkroom)
{
    private const int ProofWidth = 64;

    /// <summary>Takes a file in.</summary>
    /// <param name="name">The name it was sent under; null where it has none.</param>
    /// <exception cref="Invalid">It can't be taken; the fault at <c>file</c> is a sentence.</exception>
    public async Task<Receipt> Receive(Stream file, string? name, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"broadsheet-{Guid.CreateVersion7():N}");
        try
        {
            var (bytes, hash) = await Copy(file, path, cancellation);
            var kind = KindOf(path, name);
            var header = await Within(0, () => Header(path, kind), cancellation);
            await Within((long)header.Width * header.Height, () => Prove(path), cancellation);
            return new Receipt(path, kind, bytes, hash, header.Width, header.Height, header.IsAnimated, header.Embedded);
        }
        catch (Damaged damaged)
        {
            File.Delete(path);
            throw new Invalid("file", damaged.Message);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>What is said of a file with more bytes than are taken.</summary>
    public static Invalid TooLarge() => new("file", string.Create(CultureInfo.InvariantCulture, $"This file has more than {ImageLimits.Bytes >> 20} MB, which is the most."));

    private static async Task<(long Bytes, byte[] Hash)> Copy(Stream from, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        var buffer = new byte[64 * 1024];
        var bytes = 0L;
        while (await from.ReadAsync(buffer, cancellation) is var read and > 0)
        {
            bytes += read;
            if (bytes > ImageLimits.Bytes)
            {
                throw TooLarge();
            }

            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return (bytes, hash.GetHashAndReset());
    }

    private static ImageKind KindOf(string path, string? name)
    {
        using var file = File.OpenRead(path);
        var start = new byte[Signature.Length];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var kind = Signature.Of(start.AsSpan(0, read)) ?? throw new Damaged(Signature.Refusal(start.AsSpan(0, read)));
        var ending = EndingOf(name);
        return ending.Length == 0 || kind.Endings.Contains(ending, StringComparer.Ordinal)
            ? kind
            : throw new Damaged($"The file's name ends in “.{ending}”, but what is in it is a {kind.Name} picture.");
    }

    // “IMG.2026” and “Harbour at 5 p.m” have no ending; “photo.jpg” and “photo.html” have.
    private static string EndingOf(string? name)
    {
        var ending = Path.GetExtension(name ?? "").TrimStart('.').ToLowerInvariant();
        return ending.Length is >= 2 and <= 5 && ending.All(char.IsAsciiLetterOrDigit) && ending.Any(char.IsAsciiLetter) ? ending : "";
    }

    private async Task<T> Within<T>(long pixels, Func<T> work, CancellationToken cancellation)
    {
        using var place = await darkroom.Enter(pixels, cancellation);
        return await Task.Run(work, cancellation);
    }

    private static Head Header(string path, ImageKind kind)
    {
        using var file = File.OpenRead(path);
        var container = Container.Read(kind, file);
        Payload.Refuse(file, container);
        try
        {
            using var picture = Load(path, kind);
            var isTurned = picture.Contains("orientation") && picture.Get("orientation") is >= 5 and <= 8;
            var (width, height) = isTurned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
            CheckSize(width, height, container);
            return new(width, height, container.IsAnimated, EmbeddedFacts.Read(picture, kind, file));
        }
        catch (VipsException)
        {
            throw Damaged.Broken(kind);
        }
    }

    private static Vips Load(string path, ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => Vips.Jpegload(path),
        ImageKind.Png => Vips.Pngload(path),
        ImageKind.WebP => Vips.Webpload(path),
        ImageKind.Avif => Vips.Heifload(path),
        ImageKind.Gif => Vips.Gifload(path),
        ImageKind.Tiff => Vips.Tiffload(path),
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };

    private static void CheckSize(int width, int height, Container container)
    {
        if (width > ImageLimits.Side || height > ImageLimits.Side)
        {
            throw new Damaged(string.Create(CultureInfo.InvariantCulture, $"The picture has {width:N0} × {height:N0} pixels; {ImageLimits.Side:N0} is the most for a side."));
        }

        var most = container.Whole is { } whole ? Math.Min(ImageLimits.Pixels, ImageLimits.Memory / whole.BytesPerPixel) : ImageLimits.Pixels;
        if ((long)width * height > most)
        {
            var making = most < ImageLimits.Pixels ? $" for a picture stored as {container.Whole?.Name}" : "";
            throw new Damaged(string.Create(CultureInfo.InvariantCulture, $"The picture has {width:N0} × {height:N0} pixels; {most / 1_000_000} million in all is the most{making}."));
        }
    }

    // Every byte goes through the decoder once, at the smallest size that it can decode to.
    private static bool Prove(string path)
    {
        try
        {
            using var proof = Vips.Thumbnail(path, ProofWidth, failOn: Enums.FailOn.Error);
            using var decoded = proof.CopyMemory();
            return true;
        }
        catch (VipsException)
        {
            throw Damaged.Undecodable();
        }
    }

    private sealed record Head(int Width, int Height, bool IsAnimated, ImageFacts Embedded);
}
