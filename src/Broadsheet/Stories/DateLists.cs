using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Dates the rows of authors' and topics' lists that came without: from an older backup, or from a node of an earlier version that still runs beside this one.</summary>
public sealed class DateLists(BroadsheetDb db)
{
    public async Task Run(CancellationToken cancellation)
    {
        await db.Bylines.Where(b => b.PublishedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.PublishedAt, b => db.Set<Story>().Where(s => s.Id == b.StoryId).Select(s => s.PublishedAt).FirstOrDefault()), cancellation);
        await db.StoryTopics.Where(t => t.PublishedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.PublishedAt, t => db.Set<Story>().Where(s => s.Id == t.StoryId).Select(s => s.PublishedAt).FirstOrDefault()), cancellation);
    }
}
