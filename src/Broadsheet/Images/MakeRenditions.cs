using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>Makes the renditions of a new or changed image in the background. Begun again after a kill, it goes on where it was.</summary>
public sealed class MakeRenditions(BroadsheetDb db, Renditions renditions, TimeProvider time) : IWork
{
    public const string JobKind = "makeRenditions";

    /// <summary>The jobs for an image, to be added in the transaction that adds or changes it.</summary>
    public static IEnumerable<Job> For(Guid image, DateTimeOffset now) => [MakeFirstPrint.For(image, now), Job.For(JobKind, SubjectOf(image), now)];

    public static string SubjectOf(Guid image) => image.ToString();

    public async Task Do(Job job, IProgress progress, CancellationToken cancellation)
    {
        var id = Guid.Parse(job.Subject);
        if (await db.Images.AsNoTracking().Showable(time.Now()).SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } image)
        {
            return;
        }

        await foreach (var (done, total) in renditions.MakeBeforehand(image, cancellation))
        {
            await progress.Report(done, total, cancellation);
            var key = await db.Images.Showable(time.Now()).Where(i => i.Id == id).Select(i => i.Key).SingleOrDefaultAsync(cancellation);
            if (key is null)
            {
                // Deleted, or its licence ended, after the renditions so far had been removed perhaps.
                await renditions.Remove(id, cancellation);
            }

            if (key != image.Key)
            {
                return;
            }
        }
    }
}
