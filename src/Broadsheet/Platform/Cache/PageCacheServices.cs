using Broadsheet.Platform.Changes;

namespace Broadsheet.Platform.Cache;

public static class PageCacheServices
{
    /// <summary>The page cache and what keeps it right. Needs an <see cref="IPageSource"/>.</summary>
    /// <param name="isPurged">A CDN ahead is told of every change.</param>
    public static IServiceCollection AddPageCache(this IServiceCollection services, bool isPurged) => services
        .AddSingleton<LoadLadder>()
        .AddSingleton<PageDisk>()
        .AddSingleton<PageCache>()
        .AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<PageCache>())
        .AddSingleton(new PageAnswer(isPurged))
        .AddSingleton<ChangeFeed>()
        .AddSingleton<Platform.Database.IFirstStart>(provider => provider.GetRequiredService<ChangeFeed>())
        .AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
}
