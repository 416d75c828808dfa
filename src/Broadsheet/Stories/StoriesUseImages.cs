using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Tells the library which stories and authors show an image: working copies and every version that readers saw.</summary>
public sealed class StoriesUseImages(BroadsheetDb db) : IUsesImages
{
    private const int Most = 10;

    public async Task<IReadOnlyList<string>> WhereUsed(Guid image, CancellationToken cancellation)
    {
        // Ids stand in bodies exactly as the canonical JSON writes them.
        var written = image.ToString();
        var stories = await db.Revisions
            .Where(r => r.LeadImageId == image || r.Body.Contains(written))
            .Where(r => db.Set<Story>().Any(s => s.DraftId == r.Id && s.ThrownAwayAt == null) || db.Set<Publication>().Any(p => p.RevisionId == r.Id))
            .Select(r => r.Headline)
            .Distinct()
            .Take(Most)
            .ToListAsync(cancellation);
        var authors = await db.Authors.Where(a => a.PictureId == image).Select(a => a.Name).Take(Most).ToListAsync(cancellation);
        return [.. stories.Select(headline => $"the story “{headline}”"), .. authors.Select(name => $"the author {name}")];
    }
}
