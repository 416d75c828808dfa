using System.Security.Cryptography;
using System.Text;
using Broadsheet.Images;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Makes the pictures with which stories are shared that have none: finished pages like the others, gone with their story.</summary>
public sealed class ShareCards(PageMaking making, Darkroom darkroom, NotFoundPages notFound)
{
    /// <summary>What begins the path of every card.</summary>
    public const string Folder = "/media/cards/";

    /// <summary>The card of a story. Its address follows from the version and from all that is drawn, so nobody makes one up for a draft.</summary>
    public static PictureView Of(PageContext page, Guid story, Guid revision, Section section, string headline) => new()
    {
        Address = $"{Folder}{story:N}/{Key(page, revision, section, headline)}.jpg",
        Width = Card.Width,
        Height = Card.Height,
        Alt = headline,
    };

    /// <param name="file">The last part of the path.</param>
    public async Task<RenderedPage> Make(PageRequest request, string story, string file, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        if (!Guid.TryParseExact(story, "N", out var id)
            || await making.Db.LiveStories.Where(s => s.Id == id).Join(making.Db.Revisions, s => s.LiveId, r => (Guid?)r.Id, (s, r) => new { Revision = r.Id, s.SectionId, r.Headline, r.Language }).SingleOrDefaultAsync(cancellation) is not { } live
            || page.Frame.FindSection(live.SectionId) is not { } section
            || Of(page, id, live.Revision, section, live.Headline).Address != $"{Folder}{story}/{file}")
        {
            return await notFound.Make(request, cancellation);
        }

        page.Tag(StoryTags.Story(id));
        using var place = await darkroom.Enter(Card.Width * Card.Height, cancellation);
        return new RenderedPage
        {
            Status = StatusCodes.Status200OK,
            Bytes = Card.Draw(page.Frame.Paper.Name, section.Name, live.Headline, page.Frame.LanguageOf(live.Language, section).IsRightToLeft),
            ContentType = "image/jpeg",
            Tags = page.Tags,
        };
    }

    private static string Key(PageContext page, Guid revision, Section section, string headline) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{revision:N}\n{page.Frame.Paper.Name}\n{section.Name}\n{headline}")).AsSpan(0, 16));
}
