using Broadsheet.Images;
using Broadsheet.Platform.Jobs;
using Broadsheet.Stories;

namespace Broadsheet.Outlets.Search;

public static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddScoped<SearchIndex>()
        .AddScoped<IndexStories>()
        .AddScoped<FindStories>()
        .AddScoped<SearchPages>();

    public static void Register(Recurring recurring, OutboxHandlers handlers)
    {
        recurring.Add("fill-search", "20 * * * * *", (services, cancellation) => services.GetRequiredService<IndexStories>().Fill(cancellation));
        handlers.Add<StoryPublished, IndexStories>();
        handlers.Add<StoryWithdrawn, IndexStories>();
        handlers.Add<VersionWithheld, IndexStories>();
        handlers.Add<AuthorRenamed, IndexStories>();
        handlers.Add<TopicRenamed, IndexStories>();
        handlers.Add<ImageChanged, IndexStories>();
        handlers.Add<ImageExpired, IndexStories>();
    }
}
