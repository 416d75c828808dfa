using Broadsheet.Readers;

namespace Broadsheet.Stories;

/// <summary>
/// Who may read past the gate: <c>public</c>, <c>readers</c> (a free account), <c>members</c> (any tier), or <c>tier:SLUG</c> (that tier's rank and above).
/// </summary>
public sealed record Access(AccessLevel Level, string? Tier = null)
{
    public static Access Public { get; } = new(AccessLevel.Public);

    public static Access Readers { get; } = new(AccessLevel.Readers);

    public static Access Members { get; } = new(AccessLevel.Members);

    /// <summary>Reads <c>public</c>, <c>readers</c>, <c>members</c> or <c>tier:SLUG</c>; null when it is none of these.</summary>
    public static Access? Parse(string text) => text switch
    {
        "public" => Public,
        "readers" => Readers,
        "members" => Members,
        _ when text.StartsWith("tier:", StringComparison.Ordinal) && text.Length > 5 => new(AccessLevel.Tier, text[5..]),
        _ => null,
    };

    /// <summary>Whether <paramref name="audience"/> reads past the gate, where <paramref name="requiredRank"/> is the rank of <see cref="Tier"/> today (null: no such tier, so no one).</summary>
    public bool Admits(Audience audience, int? requiredRank) => Level switch
    {
        AccessLevel.Public => true,
        AccessLevel.Readers => audience.Kind is not AudienceKind.Visitor,
        AccessLevel.Members => audience.Kind is AudienceKind.Member,
        AccessLevel.Tier => audience.Kind is AudienceKind.Member && requiredRank is { } rank && audience.Rank >= rank,
        _ => throw new InvalidOperationException($"Unknown access level {Level}."),
    };

    public override string ToString() => Level switch
    {
        AccessLevel.Public => "public",
        AccessLevel.Readers => "readers",
        AccessLevel.Members => "members",
        AccessLevel.Tier => $"tier:{Tier}",
        _ => throw new InvalidOperationException($"Unknown access level {Level}."),
    };
}

public enum AccessLevel
{
    Public,
    Readers,
    Members,
    Tier,
}
