namespace Broadsheet.Platform.Cache;

/// <summary>What the page cache has done since the start.</summary>
public sealed class PageCounts
{
    private long _renders;
    private long _again;
    private long _fromDisk;

    /// <summary>How often a page was made, for whatever reason.</summary>
    public long Renders => Interlocked.Read(ref _renders);

    /// <summary>How many of these were made before the old bytes went.</summary>
    public long Again => Interlocked.Read(ref _again);

    /// <summary>How often a page was read from disk, since the database was away.</summary>
    public long Disk => Interlocked.Read(ref _fromDisk);

    internal void Rendered() => Interlocked.Increment(ref _renders);

    internal void MadeAgain() => Interlocked.Increment(ref _again);

    internal void FromDisk() => Interlocked.Increment(ref _fromDisk);
}
