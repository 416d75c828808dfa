using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;

namespace Broadsheet.Platform.Changes;

/// <summary>Takes away what was revoked without asking the database: what this node revoked itself in the moment the database went, and what others did while this node can't reach it.</summary>
public sealed class CutOff(NodeLife life, TakenBack takenBack, DatabaseAddress address, PageDisk disk, IEnumerable<IFollowChanges> followers, ILogger<CutOff> log)
{
    // A node that has just lost the database finds that out and looks into the media store within this.
    private static readonly TimeSpan Hearsay = TimeSpan.FromSeconds(5);

    private long _heardUpTo;

    /// <summary>Takes away what this node has just revoked. When it ends, other nodes that can't ask the database either have found it in the media store.</summary>
    public async Task TakeAway(IReadOnlyList<Change> revoked)
    {
        if (revoked.Count == 0)
        {
            return;
        }

        await Apply(revoked);
        await takenBack.Note(revoked);
        if (address.Engine is Engine.Postgres)
        {
            await Task.Delay(Hearsay);
        }
    }

    /// <summary>Takes away what other nodes have revoked since this one last knew.</summary>
    public async Task Hear()
    {
        var known = Math.Max(life.Applied, disk.LastReached?.Number ?? -1);
        if (known < 0)
        {
            return;
        }

        var (revoked, isAll) = await takenBack.Since(Math.Max(known, _heardUpTo));
        if (!isAll)
        {
            log.LogWarning("This node was away for longer than anybody remembers what was taken back meanwhile; its pages are given up");
            await disk.BeginAnew(null);
            Forget();
        }
        else if (revoked.Count > 0)
        {
            await Apply(revoked);
            _heardUpTo = revoked[^1].Number;
        }
    }

    /// <summary>All that follows changes forgets what it was made from, and what was heard is nothing any more.</summary>
    public void Forget()
    {
        _heardUpTo = 0;
        foreach (var follower in followers)
        {
            follower.Forget();
        }
    }

    private async Task Apply(IReadOnlyList<Change> revoked)
    {
        foreach (var follower in followers)
        {
            try
            {
                await follower.Apply(revoked, new CancellationToken(canceled: true));
            }
            catch (Exception e)
            {
                // One that fails keeps nothing from the others.
                log.LogError(e, "What was taken back could not be applied");
            }
        }
    }
}
