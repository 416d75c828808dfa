using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>Shows images as resources, with how far their renditions are.</summary>
/// <param name="site">The site's public address.</param>
public sealed class ImageView(BroadsheetDb db, TimeProvider time, Uri site)
{
    private readonly string _site = site.AbsoluteUri.TrimEnd('/');

    public async Task<ImageResource> Of(Image image, CancellationToken cancellation) => (await Of([image], cancellation))[0];

    public async Task<IReadOnlyList<ImageResource>> Of(IReadOnlyList<Image> images, CancellationToken cancellation)
    {
        var subjects = images.Select(image => MakeRenditions.SubjectOf(image.Id)).ToList();
        var jobs = await db.Jobs.AsNoTracking().Where(j => j.Kind == MakeRenditions.JobKind && subjects.Contains(j.Subject)).OrderBy(j => j.Id).ToListAsync(cancellation);
        var last = jobs.GroupBy(job => job.Subject, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var now = time.Now();
        return [.. images.Select(image => ImageResource.Of(image, _site, last.GetValueOrDefault(MakeRenditions.SubjectOf(image.Id)), now))];
    }
}
