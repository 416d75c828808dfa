using Broadsheet.Platform.Web;

namespace Broadsheet.Platform.Media;

public static class MediaStores
{
    /// <summary>Opens the store that the setting <c>Media</c> names: a folder, made where it is missing, or <c>s3://bucket/prefix?endpoint=…</c>.</summary>
    /// <exception cref="Invalid">The address can't be read.</exception>
    public static IMediaStore Open(string media) => media.StartsWith("s3://", StringComparison.Ordinal)
        ? new S3Store(S3Address.Parse(media))
        : new FolderStore(media);

    /// <summary>The store, opened at once: a start without it is none.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, string media) => services.AddSingleton(Open(media));
}
