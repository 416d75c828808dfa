namespace Broadsheet.Copies.Backups;

/// <summary>What a column holds, whichever engine keeps it. The names stand in the manifests of backups.</summary>
public enum ColumnKind
{
    Text,
    Id,

    /// <summary>A list of ids.</summary>
    Ids,

    /// <summary>An instant, to the microsecond.</summary>
    Time,
    Date,

    /// <summary>32 bits.</summary>
    Whole,

    /// <summary>64 bits.</summary>
    Long,
    Number,
    Truth,
    Bytes,
}
