namespace Broadsheet.Stories.Body.Html;

/// <summary>What a node stands in.</summary>
internal readonly record struct Surroundings(Marks Marks, bool InTable, bool AtTop)
{
    public static Surroundings Page { get; } = new(Marks.None, InTable: false, AtTop: true);

    /// <summary>Inside a block that holds others: no gate can stand there.</summary>
    public Surroundings Inside => this with { AtTop = false };

    public Surroundings With(Marks marks) => this with { Marks = marks };
}
