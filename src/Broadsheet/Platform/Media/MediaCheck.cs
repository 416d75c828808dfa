using System.Security.Cryptography;

namespace Broadsheet.Platform.Media;

/// <summary>Tries a store as it is used: what is written must come back, and be gone when removed.</summary>
internal static class MediaCheck
{
    public static async Task Run(IMediaStore store, CancellationToken cancellation)
    {
        var folder = $"check/{Guid.CreateVersion7():N}";
        var name = $"{folder}/probe";
        var written = RandomNumberGenerator.GetBytes(64);
        await store.Put(name, new MemoryStream(written), cancellation);
        await using (var file = await store.Find(name, cancellation) ?? throw new IOException("What was written could not be found again."))
        {
            var read = new MemoryStream();
            await file.Content.CopyToAsync(read, cancellation);
            if (!read.ToArray().AsSpan().SequenceEqual(written))
            {
                throw new IOException("What was read is not what was written.");
            }
        }

        await store.Remove(folder, cancellation);
        if ((await store.Names(folder, cancellation)).Count > 0)
        {
            throw new IOException("What was removed is still there.");
        }
    }
}
