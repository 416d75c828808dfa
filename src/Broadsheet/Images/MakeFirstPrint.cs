using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>
/// Makes one small rendition of a new or changed image, ahead of all others: the one that stands in for those that are not there yet, should the database go away and nobody know how to make them.
/// </summary>
public sealed class MakeFirstPrint(BroadsheetDb db, IMediaStore store, OnDemand onDemand, TimeProvider time) : IWork
{
    public const string JobKind = "makeFirstPrint";

    /// <summary>By so much it goes ahead of work that was ordered at the same time, and of what waits since.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>The job for an image.</summary>
    public static Job For(Guid image, DateTimeOffset now)
    {
        var job = Job.For(JobKind, MakeRenditions.SubjectOf(image), now);
        job.DueAt = now - Ahead;
        return job;
    }

    public async Task Do(Job job, IProgress progress, CancellationToken cancellation)
    {
        var id = Guid.Parse(job.Subject);
        if (await db.Images.AsNoTracking().Showable(time.Now()).SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } image)
        {
            return;
        }

        var first = Rendition.First(image.Picture);
        if (!(await store.Names(Rendition.Folder(id), cancellation)).Contains(first.Name))
        {
            await onDemand.Make(id, first.Address, cancellation);
        }
    }
}
