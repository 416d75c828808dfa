namespace Broadsheet.Platform.Jobs;

/// <summary>One kind of long work. It may be begun again after a kill, so what is already there is not done twice.</summary>
public interface IWork
{
    /// <summary>The <see cref="Job.Kind"/> that it does.</summary>
    string Kind { get; }

    Task Do(Job job, IProgress progress, CancellationToken cancellation);
}

/// <summary>Tells how far a job is; keeps its lease.</summary>
public interface IProgress
{
    Task Report(int done, int total, CancellationToken cancellation);
}
