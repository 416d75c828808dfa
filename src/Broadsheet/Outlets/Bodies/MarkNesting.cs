using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>Marks as nested elements, outermost first: link, statement, bold, italic. So a link with a bold word in it stays one link.</summary>
internal static class MarkNesting
{
    private const int All = 4;

    /// <summary>How many of the outer levels two runs have in common.</summary>
    public static int Shared(Marks one, Marks other) =>
        ReferenceEquals(one, other) ? All
        : one.Link != other.Link ? 0
        : !IsSame(one.Statement, other.Statement) ? 1
        : one.Bold != other.Bold ? 2
        : one.Italic != other.Italic ? 3
        : All;

    /// <summary>The marks without the outer levels.</summary>
    public static Marks Inner(Marks marks, int levels) => levels switch
    {
        0 => marks,
        All => Marks.None,
        _ => new(marks.Bold && levels < 3, marks.Italic, null, levels < 2 ? marks.Statement : null),
    };

    /// <summary>The outer levels alone.</summary>
    public static Marks Outer(Marks marks, int levels) => levels switch
    {
        0 => Marks.None,
        All => marks,
        _ => new(marks.Bold && levels >= 3, false, marks.Link, levels >= 2 ? marks.Statement : null),
    };

    /// <summary>How many levels the marks have.</summary>
    public static int Count(Marks marks) =>
        (marks.Link is null ? 0 : 1) + (marks.Statement is null ? 0 : 1) + (marks.Bold ? 1 : 0) + (marks.Italic ? 1 : 0);

    private static bool IsSame(StatementMark? one, StatementMark? other) =>
        ReferenceEquals(one, other)
        || (one is not null && other is not null && one.Role == other.Role && one.Ids.SequenceEqual(other.Ids, StringComparer.Ordinal));
}
