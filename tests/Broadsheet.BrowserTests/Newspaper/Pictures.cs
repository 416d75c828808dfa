using System.Net;
using Broadsheet.Tests.Support;

namespace Broadsheet.Tests.Newspaper;

/// <summary>The pictures of the newspaper.</summary>
/// <param name="Before">Of the same shape as <paramref name="After"/>.</param>
public sealed record Pictures(Guid Wide, Guid Tall, Guid Square, Guid Before, Guid After)
{
    public static async Task<Pictures> Add(ApiClient api) => new(
        await Add(api, PictureFiles.Jpeg(960, 640), "2026-11-20"),
        await Add(api, PictureFiles.Jpeg(480, 720), "2026-11-21"),
        await Add(api, PictureFiles.Jpeg(600, 600), "2026-11-22"),
        await Add(api, PictureFiles.Jpeg(960, 640), "2026-11-10"),
        await Add(api, PictureFiles.Jpeg(960, 640, isProgressive: true), "2026-11-23"));

    private static async Task<Guid> Add(ApiClient api, byte[] file, string takenAt)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["alt"] = "The dam from the east bank", ["caption"] = "The dam on Monday.", ["credit"] = "Runa Feld", ["takenAt"] = takenAt };
        return (await api.Upload("/images", file, "dam.jpg", fields)).Is(HttpStatusCode.Created).Id;
    }
}
