using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Paper;

/// <summary>Steps this node down or up when staff say so, and at the start to where they said last.</summary>
public sealed class FollowLoad(IServiceScopeFactory scopes, LoadLadder ladder) : IFollowChanges, IFirstStart
{
    public async Task Run(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        ladder.Level = await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Paper.Select(p => p.Load).SingleAsync(cancellation);
    }

    public Task Apply(IReadOnlyList<Change> changes, CancellationToken cancellation) =>
        changes.Any(c => c.Tags.Split(' ').Contains(PaperTags.Load, StringComparer.Ordinal)) ? Run(cancellation) : Task.CompletedTask;

    public void Forget()
    {
        // The step is read at every start.
    }
}
