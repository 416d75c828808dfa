using System.Runtime;

namespace Broadsheet.Platform.Web;

/// <summary>Gives back, once, what only starting needed: half of the heap is what put the program together, and a node that idles would never collect it.</summary>
public sealed class Settle(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Begun = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Begun, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Residence.GiveBack();
    }
}
