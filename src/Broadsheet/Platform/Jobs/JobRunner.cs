using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Jobs;

/// <summary>Runs what is due in <c>jobs</c>, one at a time on each node.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> log)
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

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

    private async Task<bool> RunNext(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        if (await Claim(db, cancellation) is not { } job)
        {
            return false;
        }

        var work = scope.ServiceProvider.GetServices<IWork>().SingleOrDefault(w => w.Kind == job.Kind)
            ?? throw new InvalidOperationException($"No work is known for the job kind {job.Kind}.");
        try
        {
            await work.Do(job, new Progress(this, job.Id), cancellation);
            await End(job.Id, JobState.Done, null);
            log.LogInformation("Job {Kind} {Subject} done", job.Kind, job.Subject);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Release(job.Id);
        }
        catch (Exception e)
        {
            log.LogError(e, "Job {Kind} {Subject} failed at attempt {Attempt}", job.Kind, job.Subject, job.Attempts);
            await Fail(job, e.Message.Length > 2000 ? e.Message[..2000] : e.Message);
        }

        return true;
    }

    private async Task<Job?> Claim(BroadsheetDb db, CancellationToken cancellation)
    {
        while (true)
        {
            var now = time.Now();
            var id = await db.Jobs
                .Where(j => (j.State == JobState.Queued && j.DueAt <= now) || (j.State == JobState.Running && j.LeasedUntil < now))
                .OrderBy(j => j.DueAt).ThenBy(j => j.Id)
                .Select(j => (Guid?)j.Id)
                .FirstOrDefaultAsync(cancellation);
            if (id is null)
            {
                return null;
            }

            var claimed = await db.Jobs
                .Where(j => j.Id == id && ((j.State == JobState.Queued && j.DueAt <= now) || (j.State == JobState.Running && j.LeasedUntil < now)))
                .ExecuteUpdateAsync(
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

    private Task End(Guid id, JobState state, string? error) => Update(
        id,
        (jobs, now) => jobs.ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, state)
            .SetProperty(j => j.EndedAt, now)
            .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(j => j.Error, error)));

    private Task Release(Guid id) => Update(
        id,
        (jobs, _) => jobs.ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Queued).SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)));

    private Task Fail(Job job, string error) => job.Attempts >= MostAttempts
        ? End(job.Id, JobState.Failed, error)
        : Update(
            job.Id,
            (jobs, now) => jobs.ExecuteUpdateAsync(set => set
                .SetProperty(j => j.State, JobState.Queued)
                .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.DueAt, now + TimeSpan.FromSeconds(Math.Pow(4, job.Attempts)))
                .SetProperty(j => j.Error, error)));

    private async Task Update(Guid id, Func<IQueryable<Job>, DateTimeOffset, Task<int>> update)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        await update(db.Jobs.Where(j => j.Id == id), time.Now());
    }

    private sealed class Progress(JobRunner runner, Guid id) : IProgress
    {
        public Task Report(int done, int total, CancellationToken cancellation) => runner.Update(
            id,
            (jobs, now) => jobs.ExecuteUpdateAsync(
                set => set.SetProperty(j => j.Done, done).SetProperty(j => j.Total, total).SetProperty(j => j.LeasedUntil, now + Lease), cancellation));
    }
}
