namespace Broadsheet.Platform.Jobs;

/// <summary>One kind of long work. It may be begun again after a kill, so what is already there is not done twice.</summary>
public interface IWork
{
    Task Do(Job job, IProgress progress, CancellationToken cancellation);
}

/// <summary>A <see cref="Job.Kind"/> that this program can do. What does it is made when there is such a job, and not before.</summary>
public sealed record WorkKind(string Name);

public static class WorkServices
{
    public static IServiceCollection AddWork<TWork>(this IServiceCollection services, string kind)
        where TWork : class, IWork => services.AddSingleton(new WorkKind(kind)).AddKeyedScoped<IWork, TWork>(kind);
}

/// <summary>Tells how far a job is; keeps its lease.</summary>
public interface IProgress
{
    Task Report(int done, int total, CancellationToken cancellation);
}
