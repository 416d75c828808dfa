namespace Broadsheet.Platform.Changes;

/// <summary>Something on this node that was made from the database and has to follow what is changed there.</summary>
public interface IFollowChanges
{
    /// <summary>Takes in what was changed, in order. When it ends, nothing that was revoked is there any more.</summary>
    Task Apply(IReadOnlyList<Change> changes, CancellationToken cancellation);

    /// <summary>Forgets everything: it was made from another database.</summary>
    void Forget();
}
