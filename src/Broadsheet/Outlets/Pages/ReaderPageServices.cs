using Broadsheet.Outlets.Feeds;
using Broadsheet.Outlets.Sitemaps;
using Broadsheet.Outlets.Themes;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Stories;

namespace Broadsheet.Outlets.Pages;

public static class ReaderPageServices
{
    public static IServiceCollection AddReaderPages(this IServiceCollection services, Settings settings) => services
        .AddSingleton(ThemeCatalog.Of(settings.Data))
        .AddHostedService<WatchThemes>()
        .AddSingleton<ReaderPages>()
        .AddSingleton<IPageSource>(services => services.GetRequiredService<ReaderPages>())
        .AddSingleton<ThemeChoice>()
        .AddSingleton<PaperFrames>()
        .AddSingleton<ErrorPages>()
        .AddScoped<PageMaking>()
        .AddScoped<BodyPictures>()
        .AddScoped<NotFoundPages>()
        .AddScoped<TakenPages>()
        .AddScoped<FrontPages>()
        .AddScoped<SectionPages>()
        .AddScoped<StoryPages>()
        .AddScoped<HistoryPages>()
        .AddScoped<TopicPages>()
        .AddScoped<AuthorPages>()
        .AddScoped<CorrectionsPages>()
        .AddScoped<StaticPages>()
        .AddScoped<FeedPages>()
        .AddScoped<SitemapPages>()
        .AddScoped<TextPages>()
        .AddScoped<ShareCards>()
        .AddScoped<NotifyHub>()
        .AddSingleton<Stock>();

    /// <summary>What lies ready for the day without a database, and what follows from a commit outside of the site.</summary>
    public static void Register(Recurring recurring, OutboxHandlers handlers)
    {
        recurring.Add("stock-pages", "5/10 * * * * *", (services, cancellation) => services.GetRequiredService<Stock>().Fill(services.GetRequiredService<BroadsheetDb>(), cancellation));
        handlers.Add<StoryPublished, NotifyHub>();
        handlers.Add<StoryCorrected, NotifyHub>();
        handlers.Add<StoryWithdrawn, NotifyHub>();
        handlers.Add<VersionWithheld, NotifyHub>();
    }
}
