using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api;

/// <summary>What runs in the background.</summary>
internal static class JobEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", List).Allow(Role.Reporter, Role.Editor, Role.Audience, Role.Admin);
        api.MapGet("/jobs/{id}", Get).Allow(Role.Reporter, Role.Editor, Role.Audience, Role.Admin);
    }

    /// <summary>Lists the work in the background.</summary>
    /// <param name="state">Only jobs in this state.</param>
    /// <param name="subject">Only what is done to the thing with this id.</param>
    internal static async Task<ListOf<JobShown>> List(BroadsheetDb db, Paging paging, Choice<JobState>? state, string? subject, CancellationToken cancellation)
    {
        var jobs = db.Jobs.AsNoTracking();
        if (state is { Value: var wanted })
        {
            jobs = jobs.Where(j => j.State == wanted);
        }

        if (subject is not null)
        {
            jobs = jobs.Where(j => j.Subject == subject);
        }

        if (paging.After is { } after)
        {
            jobs = jobs.Where(j => j.Id < after);
        }

        var rows = await jobs.OrderByDescending(j => j.Id).Take(paging.Limit + 1).ToListAsync(cancellation);
        return paging.Cut(rows, j => j.Id, JobShown.Of);
    }

    /// <summary>Shows one job: how far it is, and what it failed with.</summary>
    internal static async Task<JobShown?> Get(BroadsheetDb db, Guid id, CancellationToken cancellation) =>
        await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancellation) is { } job ? JobShown.Of(job) : null;
}

/// <summary>Work in the background.</summary>
/// <param name="Kind">What is done: <c>makeRenditions</c>.</param>
/// <param name="Subject">The id of what it is done to.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="Error">What the last attempt failed with.</param>
internal sealed record JobShown(
    Guid Id, string Kind, string Subject, JobState State, JobProgress Progress, int Attempts, string? Error, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    public static JobShown Of(Job job) =>
        new(job.Id, job.Kind, job.Subject, job.State, new(job.Done, job.Total), job.Attempts, job.Error, job.CreatedAt, job.StartedAt, job.EndedAt);
}

/// <summary>Steps done of all steps.</summary>
/// <param name="Total">0 while it isn't known.</param>
internal sealed record JobProgress(int Done, int Total);
