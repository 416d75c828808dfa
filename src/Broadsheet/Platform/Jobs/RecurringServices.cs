using Quartz;

namespace Broadsheet.Platform.Jobs;

public static class RecurringServices
{
    /// <summary>Outbox, jobs, and Quartz ticking what <paramref name="work"/> adds.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services, Action<OutboxHandlers> handlers, Action<Recurring> work)
    {
        var recurring = new Recurring();
        recurring.Add("hand-on-outbox", "* * * * * ?", (provider, cancellation) => provider.GetRequiredService<Outbox>().Dispatch(cancellation));
        recurring.Add("run-jobs", "* * * * * ?", (provider, cancellation) => provider.GetRequiredService<JobRunner>().Run(cancellation));
        recurring.Add("sweep-background-work", "0 17 * * * ?", (provider, cancellation) => provider.GetRequiredService<SweepBackgroundWork>().Run(cancellation));
        work(recurring);
        var known = new OutboxHandlers();
        handlers(known);
        services.AddSingleton(recurring).AddSingleton(known).AddSingleton<Outbox>().AddSingleton<JobRunner>().AddScoped<SweepBackgroundWork>();
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
