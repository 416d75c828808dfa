using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Which working copies a list of the newsroom shows.</summary>
/// <param name="State">Null is every state.</param>
/// <param name="IsBin">What was thrown away, instead of all else.</param>
/// <param name="SectionId">Null is every section.</param>
public sealed record DeskFilter(StoryState? State, bool IsBin, Guid? SectionId)
{
    /// <exception cref="Invalid">There is no such state or section.</exception>
    public static async Task<DeskFilter> Read(BroadsheetDb db, string? state, string? section, CancellationToken cancellation)
    {
        StoryState? wanted = state switch
        {
            null or "" or "thrownAway" => null,
            "draft" => StoryState.Draft,
            "inReview" => StoryState.InReview,
            "scheduled" => StoryState.Scheduled,
            "published" => StoryState.Published,
            "withdrawn" => StoryState.Withdrawn,
            _ => throw new Invalid("state", "state must be draft, inReview, scheduled, published, withdrawn or thrownAway."),
        };
        return new DeskFilter(wanted, state == "thrownAway", string.IsNullOrEmpty(section) ? null : await Section(db, section, cancellation));
    }

    /// <summary>The ids of the stories, newest first.</summary>
    public async Task<List<Guid>> Find(BroadsheetDb db, Guid? after, int most, CancellationToken cancellation)
    {
        var stories = db.Stories.AsNoTracking();
        if (IsBin)
        {
            // The few first: SQLite would look for them among all stories.
            var thrown = await db.Stories.Where(s => s.ThrownAwayAt != null).Select(s => s.Id).ToListAsync(cancellation);
            stories = stories.Where(s => thrown.Contains(s.Id));
        }
        else
        {
            stories = stories.Where(s => s.ThrownAwayAt == null);
        }

        if (State is { } state)
        {
            stories = stories.Where(s => s.State == state);
        }

        if (SectionId is { } section)
        {
            stories = stories.Where(s => s.DraftSectionId == section);
        }

        if (after is { } last)
        {
            stories = stories.Where(s => s.Id.CompareTo(last) < 0);
        }

        return await stories.OrderByDescending(s => s.Id).Select(s => s.Id).Take(most).ToListAsync(cancellation);
    }

    private static async Task<Guid> Section(BroadsheetDb db, string slug, CancellationToken cancellation) =>
        (Plain.IsClean(slug) ? await db.Sections.Where(s => s.Slug == slug).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation) : null) ?? throw new Invalid("section", "There is no such section.");
}
