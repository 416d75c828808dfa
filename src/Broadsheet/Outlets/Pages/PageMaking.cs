using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Paper;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Time;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Pages;

/// <summary>What every page maker needs: the database of this request, the paper's frame, the theme.</summary>
public sealed class PageMaking(BroadsheetDb db, PaperFrames frames, ThemeChoice themes, Settings settings, LoadLadder ladder, TimeProvider time, ILogger<PageMaking> log)
{
    public BroadsheetDb Db => db;

    /// <summary>Whether there is time for what stands beside a page's subject. A page that goes without is made again when the load is over.</summary>
    public bool HasExtras(PageContext page)
    {
        if (ladder.Level is LoadLevel.Normal)
        {
            return true;
        }

        page.Tag(PaperTags.Load);
        return false;
    }

    /// <summary>Begins a page in the paper's own language.</summary>
    public async Task<PageContext> Begin(PageRequest request, CancellationToken cancellation)
    {
        var frame = await frames.Get(db, cancellation);
        return Begin(request, frame, Tongue.Of(frame.Paper.Language));
    }

    /// <summary>Begins a page while the database is away, in the frame that was known last; null where none ever was.</summary>
    public PageContext? BeginAway(PageRequest request) => frames.LastKnown is { } frame ? Begin(request, frame, Tongue.Of(frame.Paper.Language)) : null;

    /// <summary>Begins a page in another language than the paper's.</summary>
    public PageContext Begin(PageRequest request, PaperFrame frame, Tongue tongue) =>
        new(request, frame, tongue, themes.Of(frame.Paper).Words(tongue.Tag), settings.Url, time.Now());

    /// <summary>What whoever asks may read of each story of a list. One whose stored body can't be read is left out: it must not take the others' feed or results with it.</summary>
    public Dictionary<Guid, ReadableBody> Readable(PageContext page, IEnumerable<(Guid Id, string Body, Access Access)> stories)
    {
        var readable = new Dictionary<Guid, ReadableBody>();
        foreach (var (id, body, access) in stories)
        {
            try
            {
                readable.Add(id, Gate.Admit(StoredDocument.Read(body), access, page.Request.Audience, page.Frame.RankOf(access)));
            }
            catch (InvalidDataException e)
            {
                log.LogError(e, "Story {Story} is left out of {Path}", id, page.Request.Path);
            }
        }

        return readable;
    }

    /// <summary>Draws a page with the theme's template for its view; a lite page with the one for lite.</summary>
    public RenderedPage Draw(PageContext page, int status, PageView view) => new()
    {
        Status = status,
        Bytes = themes.Render(page, view),
        Tags = page.Tags,
        ValidUntil = page.ValidUntil,
    };
}
