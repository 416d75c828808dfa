using Broadsheet.Images;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the pages of authors.</summary>
public sealed class AuthorPages(PageMaking making, NotFoundPages notFound)
{
    private const int Length = 24;

    public async Task<RenderedPage> Make(PageRequest request, string slug, CancellationToken cancellation)
    {
        var db = making.Db;
        var author = await db.Authors.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, cancellation);
        if (author is null)
        {
            return await notFound.Make(request, cancellation);
        }

        var page = await making.Begin(request, cancellation);
        page.Tag([StoryTags.Author(author.Id), StoryTags.SignedBy(author.Id)]);
        var stories = await db.Newest(db.LiveBy(author.Id), (request.Number - 1) * Length, Length + 1, cancellation);
        // An author nobody has read yet has no page: a draft's bylines must not be found by guessing.
        if (stories.Count == 0)
        {
            return await notFound.Make(request, cancellation);
        }

        List<ListedStory> shown = [.. stories.Take(Length)];
        var teasers = await Teasers.For(page, db, shown, cancellation);
        var portrait = author.PictureId is { } id && !request.IsLite ? (await db.Pictures([id], page.Now, cancellation)).GetValueOrDefault(id) : null;
        var view = new AuthorPage
        {
            Frame = page.Frame(author.Name, author.Biography, sharing: page.Sharing("website", author.Name, author.Biography, portrait is null ? null : PictureViews.Of(portrait, Shape.Square)), feeds: new LinkView(author.Name, StoryAddress.Author(author.Slug))),
            Name = author.Name,
            Portrait = portrait is null ? null : PictureViews.Of(portrait, Shape.Square, isFirst: true),
            Biography = author.Biography is { } text ? Prose.Paragraphs(text) : null,
            Stories = [.. shown.Select(s => teasers.Of(s, "medium"))],
            Pager = Pagers.Of(page, StoryAddress.Author(author.Slug), stories.Count > Length),
        };
        return making.Draw(page, StatusCodes.Status200OK, view);
    }
}
