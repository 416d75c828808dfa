using Broadsheet.Outlets.Themes.Views;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the page for addresses that never were; it offers the latest instead.</summary>
public sealed class NotFoundPages(PageMaking making)
{
    private const int Offered = 5;

    public async Task<RenderedPage> Make(PageRequest request, CancellationToken cancellation)
    {
        var page = await making.Begin(request with { Number = 1 }, cancellation);
        var view = new NotFoundPage { Frame = page.Frame(page.Words["notFoundTitle"], noIndex: true) with { Canonical = null, LiteAddress = null, FullAddress = null }, Latest = await Latest(page, cancellation) };
        return making.Draw(page, StatusCodes.Status404NotFound, view);
    }

    internal async Task<IReadOnlyList<Teaser>> Latest(PageContext page, CancellationToken cancellation)
    {
        page.Tag(PageTags.Front);
        var stories = await making.Db.Newest(making.Db.LiveStories, 0, Offered, cancellation);
        var teasers = await Teasers.For(page, making.Db, stories, cancellation);
        return [.. stories.Select(s => teasers.Of(s, "small"))];
    }
}
