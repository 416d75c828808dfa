namespace Broadsheet.Platform.Jobs;

public static class RecurringServices
{
    /// <summary>Outbox, jobs, and what <paramref name="register"/> adds.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services, Action<Recurring, OutboxHandlers> register)
    {
        var recurring = new Recurring();
        recurring.AddDue<OutboxMessage>(
            "hand-on-outbox", (provider, cancellation) => provider.GetRequiredService<Outbox>().Next(cancellation), (provider, cancellation) => provider.GetRequiredService<Outbox>().Dispatch(cancellation));
        recurring.AddDue<Job>(
            "run-jobs", (provider, cancellation) => provider.GetRequiredService<JobRunner>().Next(cancellation), (provider, cancellation) => provider.GetRequiredService<JobRunner>().Run(cancellation));
        recurring.Add("sweep-background-work", "0 17 * * * *", (provider, cancellation) => provider.GetRequiredService<SweepBackgroundWork>().Run(cancellation));
        var handlers = new OutboxHandlers();
        register(recurring, handlers);
        services.AddSingleton(recurring).AddSingleton(handlers).AddSingleton<Outbox>().AddSingleton<JobRunner>().AddScoped<SweepBackgroundWork>();
        return services.AddHostedService<BackgroundWork>();
    }
}
