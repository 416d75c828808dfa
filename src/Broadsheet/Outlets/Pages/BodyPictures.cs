using Broadsheet.Images;
using Broadsheet.Outlets.Bodies;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Pages;

/// <summary>Fetches the pictures that a readable body shows, and no others.</summary>
public sealed class BodyPictures(BroadsheetDb db)
{
    /// <param name="also">Pictures outside the body, fetched with the same query: the lead, portraits.</param>
    public async Task<BodySurroundings> Around(PageContext page, ReadableBody body, string path, bool firstIsEager, CancellationToken cancellation, params Guid?[] also)
    {
        var ids = new Document(body.Blocks).ImageIds().Concat(also.OfType<Guid>()).Distinct().ToList();
        var pictures = ids.Count == 0 ? new Dictionary<Guid, Picture>() : await db.Pictures(ids, page.Now, cancellation);
        page.Tag(ids.Select(ImageTags.Image));
        return new BodySurroundings
        {
            Pictures = pictures,
            Words = page.Words,
            Language = page.Tongue.Culture,
            IsRightToLeft = page.Tongue.IsRightToLeft,
            Site = page.Site,
            StoryPath = path,
            FirstPictureIsEager = firstIsEager,
        };
    }
}
