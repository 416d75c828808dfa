namespace Broadsheet.Platform.Web;

/// <summary>Whether this node can answer, for <c>/readyz</c> and for work that needs the database.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource _database = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The database was reached and is up to date; it may be away again by now.</summary>
    public bool DatabaseWasReady => _database.Task.IsCompletedSuccessfully;

    /// <summary>The node drains: it ends what it has begun and takes nothing new.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>Ends when the database was reached for the first time.</summary>
    public Task Database => _database.Task;

    public void DatabaseIsReady() => _database.TrySetResult();

    public void Drain() => IsDraining = true;
}
