using Broadsheet.Community;
using Broadsheet.Paper;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>Keeps the <see cref="PaperFrame"/>; one cheap query tells whether it is still what the database says.</summary>
public sealed class PaperFrames
{
    private static readonly Func<BroadsheetDb, Task<int>> Number = EF.CompileAsyncQuery((BroadsheetDb db) => db.Set<PaperSettings>().Select(p => p.FrameNumber).FirstOrDefault());

    private Kept? _kept;

    /// <summary>The frame as it was last read; null before the first page.</summary>
    public PaperFrame? LastKnown => _kept?.Frame;

    /// <summary>The frame as of this moment.</summary>
    public async Task<PaperFrame> Get(BroadsheetDb db, CancellationToken cancellation)
    {
        var number = await Number(db);
        if (_kept is { } kept && kept.Number == number)
        {
            return kept.Frame;
        }

        var frame = await Read(db, cancellation);
        _kept = new Kept(number, frame);
        return frame;
    }

    private static async Task<PaperFrame> Read(BroadsheetDb db, CancellationToken cancellation)
    {
        var paper = await db.Paper.AsNoTracking().SingleAsync(cancellation);
        var sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancellation);
        var moved = await db.SectionSlugs.AsNoTracking().Join(db.Sections, m => m.SectionId, s => s.Id, (m, s) => new { From = m.Slug, To = s.Slug }).ToDictionaryAsync(m => m.From, m => m.To, StringComparer.Ordinal, cancellation);
        var ranks = await db.Tiers.AsNoTracking().ToDictionaryAsync(t => t.Slug, t => t.Rank, StringComparer.Ordinal, cancellation);
        return new PaperFrame(paper, sections, moved, ranks);
    }

    private sealed record Kept(int Number, PaperFrame Frame);
}
