using Broadsheet.Images;
using Broadsheet.Platform.Jobs;

namespace Broadsheet.Stories;

public static class StoryServices
{
    public static IServiceCollection AddStories(this IServiceCollection services) => services
        .AddScoped<Names>()
        .AddScoped<Addresses>()
        .AddScoped<PictureFacts>()
        .AddScoped<SaveSection>()
        .AddScoped<StoryResources>()
        .AddScoped<IUsesImages, StoriesUseImages>()
        .AddScoped<SaveStory>()
        .AddScoped<PublishStory>()
        .AddScoped<ScheduleStory>()
        .AddScoped<WithdrawStory>()
        .AddScoped<CorrectStory>()
        .AddScoped<WithholdVersion>()
        .AddScoped<ThrowAwayStory>()
        .AddScoped<DateLists>()
        .AddScoped<DeskIndex>()
        .AddSingleton<PublishScheduled>();

    public static void Register(Recurring recurring, OutboxHandlers handlers)
    {
        recurring.AddDue<Schedule>(
            "publish-scheduled", (services, cancellation) => services.GetRequiredService<PublishScheduled>().Next(cancellation), (services, cancellation) => services.GetRequiredService<PublishScheduled>().Run(cancellation));
        recurring.Add("date-lists", "35 * * * * *", (services, cancellation) => services.GetRequiredService<DateLists>().Run(cancellation));
        recurring.Add("fill-desk", "50 * * * * *", (services, cancellation) => services.GetRequiredService<DeskIndex>().Fill(cancellation));
        recurring.Add("empty-bin", "0 43 3 * * *", (services, cancellation) => services.GetRequiredService<ThrowAwayStory>().EmptyBin(cancellation));
        handlers.Add<AuthorRenamed, DeskIndex>();
        handlers.Add<TopicRenamed, DeskIndex>();
    }
}
