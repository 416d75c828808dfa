using System.Diagnostics.Metrics;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Web;

namespace Broadsheet.Platform.Cache;

public static class PageCacheServices
{
    /// <summary>The page cache and what keeps it right. Needs an <see cref="IPageSource"/>.</summary>
    /// <param name="isPurged">A CDN ahead is told of every change.</param>
    public static IServiceCollection AddPageCache(this IServiceCollection services, bool isPurged) => services
        .AddSingleton<LoadLadder>()
        .AddSingleton<PageDisk>()
        .AddSingleton<QuietThreads>()
        .AddSingleton<PageCache>()
        .AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<PageCache>())
        .AddSingleton(provider => new PageAnswer(isPurged, provider.GetRequiredService<LoadLadder>(), provider.GetRequiredService<TimeProvider>()))
        .AddScoped<SweepChanges>()
        .AddScoped<PurgePages>()
        .AddSingleton<NodeLife>()
        .AddSingleton<TakenBack>()
        .AddSingleton<CutOff>()
        .AddSingleton<ChangeFeed>()
        .AddSingleton<IFirstStart>(provider => provider.GetRequiredService<ChangeFeed>())
        .AddHostedService(provider => provider.GetRequiredService<ChangeFeed>())
        .AddHostedService(provider => provider.GetRequiredService<NodeLife>());

    /// <summary>What <c>/metrics</c> tells of the cache.</summary>
    public static void Count(IServiceProvider services)
    {
        var (cache, ladder, pulse, feed) = (services.GetRequiredService<PageCache>(), services.GetRequiredService<LoadLadder>(), services.GetRequiredService<DatabasePulse>(), services.GetRequiredService<ChangeFeed>());
        var meter = services.GetRequiredService<IMeterFactory>().Create(Metrics.Name);
        meter.CreateObservableGauge("broadsheet_pages", () => cache.Held.Pages, description: "Finished pages in memory");
        meter.CreateObservableGauge("broadsheet_pages_bytes", () => cache.Held.Bytes, description: "Memory that finished pages take");
        meter.CreateObservableCounter("broadsheet_renders", () => cache.Counts.Renders, description: "Pages made");
        meter.CreateObservableCounter("broadsheet_renders_again", () => cache.Counts.Again, description: "Pages made before the old bytes went");
        meter.CreateObservableCounter("broadsheet_pages_from_disk", () => cache.Counts.Disk, description: "Pages read from disk while the database was away");
        meter.CreateObservableGauge("broadsheet_changes_applied", () => feed.Applied, description: "Number of the last change applied");
        meter.CreateObservableGauge("broadsheet_database_away", () => pulse.IsAway ? 1 : 0, description: "1 while the database does not answer");
        meter.CreateObservableGauge("broadsheet_load_level", () => (int)ladder.Level, description: "Step of the load ladder: 0 normal, 1 no extras, 2 lite, 3 disk");
    }

    public static void Register(Recurring recurring, OutboxHandlers handlers)
    {
        recurring.Add("sweep-changes", "0 27 3 * * *", (services, cancellation) => services.GetRequiredService<SweepChanges>().Run(cancellation));
        handlers.Add<PagesChanged, PurgePages>();
    }
}
