using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Jobs;

/// <summary>Runs what is due in <c>jobs</c>, one at a time on each node.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IEnumerable<WorkKind> kinds, TimeProvider time, ILogger<JobRunner> log)
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly string[] _kinds = [.. kinds.Select(k => k.Name)];

    /// <summary>Runs jobs until none is due.</summary>
    /// <returns>How many ran.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var ran = 0;
        while (!cancellation.IsCancellationRequested && await RunNext(cancellation))
        {
            ran++;
        }

        return ran;
    }

    /// <summary>When the first job that waits is due, or its holder's lease is over.</summary>
    public async Task<DateTimeOffset?> Next(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var waiting = scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Jobs.Where(j => _kinds.Contains(j.Kind));
        var due = await waiting.Where(j => j.State == JobState.Queued).MinAsync(j => (DateTimeOffset?)j.DueAt, cancellation);
        var free = await waiting.Where(j => j.State == JobState.Running).MinAsync(j => j.LeasedUntil, cancellation);
        return due is null || free < due ? free : due;
    }

    private async Task<bool> RunNext(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        if (await Claim(db, cancellation) is not { } job)
        {
            return false;
        }

        if (job.Attempts > MostAttempts)
        {
            await End(job, JobState.Failed, job.Error ?? "It was begun several times and never came to an end; perhaps it ends the program.");
            log.LogError("Job {Kind} {Subject} given up after {Attempts} attempts", job.Kind, job.Subject, MostAttempts);
            return true;
        }

        try
        {
            await scope.ServiceProvider.GetRequiredKeyedService<IWork>(job.Kind).Do(job, new Progress(this, job), cancellation);
            await End(job, JobState.Done, null);
            log.LogInformation("Job {Kind} {Subject} done", job.Kind, job.Subject);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Release(job);
        }
        catch (LeaseLost)
        {
            log.LogWarning("Job {Kind} {Subject} took longer than its lease; another node has it", job.Kind, job.Subject);
        }
        catch (Exception e)
        {
            log.LogError(e, "Job {Kind} {Subject} failed at attempt {Attempt}", job.Kind, job.Subject, job.Attempts);
            await Fail(job, e.Message.Length > 2000 ? e.Message[..2000] : e.Message);
        }

        return true;
    }

    // During an upgrade the database may hold work that only the newer version knows; it waits for it.
    private async Task<Job?> Claim(BroadsheetDb db, CancellationToken cancellation)
    {
        while (true)
        {
            var now = time.Now();
            var due = db.Jobs.Where(j => _kinds.Contains(j.Kind) && ((j.State == JobState.Queued && j.DueAt <= now) || (j.State == JobState.Running && j.LeasedUntil < now)));
            var id = await due.OrderBy(j => j.DueAt).ThenBy(j => j.Id).Select(j => (Guid?)j.Id).FirstOrDefaultAsync(cancellation);
            if (id is null)
            {
                return null;
            }

            var claimed = await due.Where(j => j.Id == id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(j => j.State, JobState.Running)
                    .SetProperty(j => j.LeasedUntil, now + Lease)
                    .SetProperty(j => j.StartedAt, now)
                    .SetProperty(j => j.Attempts, j => j.Attempts + 1),
                cancellation);
            if (claimed == 1)
            {
                return await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, cancellation);
            }
        }
    }

    private Task<bool> End(Job job, JobState state, string? error) => Update(
        job,
        (jobs, now) => jobs.ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, state)
            .SetProperty(j => j.EndedAt, now)
            .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(j => j.Error, error)));

    private Task<bool> Release(Job job) => Update(
        job,
        (jobs, _) => jobs.ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Queued)
            .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(j => j.Attempts, j => j.Attempts - 1)));

    private Task<bool> Fail(Job job, string error) => job.Attempts >= MostAttempts
        ? End(job, JobState.Failed, error)
        : Update(
            job,
            (jobs, now) => jobs.ExecuteUpdateAsync(set => set
                .SetProperty(j => j.State, JobState.Queued)
                .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.DueAt, now + TimeSpan.FromSeconds(Math.Pow(4, job.Attempts)))
                .SetProperty(j => j.Error, error)));

    // Only who holds the job may say what becomes of it: every claim counts the attempts up, so the attempt names the holder.
    private async Task<bool> Update(Job job, Func<IQueryable<Job>, DateTimeOffset, Task<int>> update)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        return await update(db.Jobs.Where(j => j.Id == job.Id && j.State == JobState.Running && j.Attempts == job.Attempts), time.Now()) == 1;
    }

    private sealed class Progress(JobRunner runner, Job job) : IProgress
    {
        public async Task Report(int done, int total, CancellationToken cancellation)
        {
            var isOurs = await runner.Update(
                job,
                (jobs, now) => jobs.ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.Done, done).SetProperty(j => j.Total, total).SetProperty(j => j.LeasedUntil, now + Lease), cancellation));
            if (!isOurs)
            {
                throw new LeaseLost();
            }
        }
    }

    private sealed class LeaseLost() : Exception("Another node has taken the job over.");
}
