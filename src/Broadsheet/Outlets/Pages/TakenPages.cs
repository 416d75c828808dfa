using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes what stands at the address of a story that was withdrawn (410) or whose version is withheld (451, RFC 7725), with the public reason.</summary>
public sealed class TakenPages(PageMaking making, NotFoundPages notFound)
{
    public async Task<RenderedPage> Gone(PageContext page, LiveStory story, Section section, CancellationToken cancellation)
    {
        var withdrawal = await making.Db.Withdrawals.AsNoTracking().Where(w => w.StoryId == story.Id && w.EndedAt == null).OrderByDescending(w => w.At).FirstAsync(cancellation);
        var view = new GonePage
        {
            Frame = page.Frame(page.Words["goneTitle"], current: section, noIndex: true),
            // A withheld version's headline may be the very thing that was withheld.
            Headline = story.IsWithheld ? null : story.Headline,
            Reason = withdrawal.Reason,
            Withdrawn = page.Moments.Day(withdrawal.At),
            Latest = await notFound.Latest(page, cancellation),
        };
        return making.Draw(page, StatusCodes.Status410Gone, view);
    }

    public async Task<RenderedPage> Withheld(PageContext page, LiveStory story, Section section, CancellationToken cancellation)
    {
        var db = making.Db;
        var withholding = await db.Publications.AsNoTracking()
            .Where(p => p.StoryId == story.Id && p.Number == story.LiveNumber)
            .Join(db.Withholdings, p => p.Id, w => w.PublicationId, (p, w) => w)
            .Where(w => w.LiftedAt == null)
            .FirstAsync(cancellation);
        var view = new WithheldPage
        {
            Frame = page.Frame(page.Words["withheldTitle"], current: section, noIndex: true),
            Reason = withholding.Reason,
            Since = page.Moments.Day(withholding.At),
        };
        return making.Draw(page, StatusCodes.Status451UnavailableForLegalReasons, view);
    }
}
