namespace Broadsheet.Stories.Body;

/// <summary>What stands in a line of text.</summary>
public abstract record Inline;

public sealed record HardBreak : Inline;

/// <summary>A run of text under the same marks. <see cref="Value"/> is never empty.</summary>
public sealed record TextRun(string Value, Marks Marks) : Inline;

/// <summary>The marks of a run, outermost first when rendered: link, statement, bold, italic.</summary>
public sealed record Marks(bool Bold = false, bool Italic = false, LinkMark? Link = null, StatementMark? Statement = null)
{
    public static Marks None { get; } = new();
}

/// <summary>A link: an http, https, mailto or tel address, a path of this site or a place on the page (<see cref="Links"/>).</summary>
public sealed record LinkMark(string Href, string? Title);

/// <summary>The words of statements of the Record.</summary>
public sealed record StatementMark(IReadOnlyList<string> Ids, StatementRole Role)
{
    public bool Equals(StatementMark? other) => other is not null && Role == other.Role && Ids.SequenceEqual(other.Ids, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Role, Ids.Count, Ids.Count > 0 ? Ids[0] : null);
}

public enum StatementRole
{
    Content,
    Cue,
    Speaker,
    Time,
}
