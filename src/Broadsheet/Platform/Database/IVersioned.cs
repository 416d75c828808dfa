namespace Broadsheet.Platform.Database;

/// <summary>A row that one person changes at a time: the version stands in the update's condition and in the resource's ETag.</summary>
public interface IVersioned
{
    /// <summary>1 when made, one more with every change. Counted by <see cref="CountVersions"/>.</summary>
    int Version { get; set; }
}
