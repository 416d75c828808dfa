using Quartz;

namespace Broadsheet.Platform.Jobs;

public static class RecurringServices
{
    /// <summary>Outbox, jobs, and Quartz ticking what <paramref name="register"/> adds.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services, Action<Recurring, OutboxHandlers> register)
    {
        var recurring = new Recurring();
        recurring.Add("hand-on-outbox", "* * * * * ?", (provider, cancellation) => provider.GetRequiredService<Outbox>().Dispatch(cancellation));
        recurring.Add("run-jobs", "* * * * * ?", (provider, cancellation) => provider.GetRequiredService<JobRunner>().Run(cancellation));
        recurring.Add("sweep-background-work", "0 17 * * * ?", (provider, cancellation) => provider.GetRequiredService<SweepBackgroundWork>().Run(cancellation));
        var handlers = new OutboxHandlers();
        register(recurring, handlers);
        services.AddSingleton(recurring).AddSingleton(handlers).AddSingleton<Outbox>().AddSingleton<JobRunner>().AddScoped<SweepBackgroundWork>();
        services.AddQuartz(quartz =>
        {
            foreach (var (name, cron, _) in recurring.Work)
            {
                quartz.AddJob<Tick>(job => job.WithIdentity(name));
                quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).WithCronSchedule(cron, schedule => schedule.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
            }
        });
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }
}
