using System.Globalization;

namespace Broadsheet.Readers;

/// <summary>
/// The class of reader a page is made for: a visitor, a reader who is signed in and does not pay, or a member of a tier.
/// Pages are cached per class, never per person.
/// </summary>
public readonly record struct Audience
{
    private Audience(AudienceKind kind, string? tier, int rank) => (Kind, Tier, Rank) = (kind, tier, rank);

    public static Audience Visitor => default;

    public static Audience Reader { get; } = new(AudienceKind.Reader, null, 0);

    public AudienceKind Kind { get; }

    /// <summary>The member's tier; null for all others.</summary>
    public string? Tier { get; }

    /// <summary>The tier's rank; a higher rank reads what a lower one may.</summary>
    public int Rank { get; }

    public static Audience Member(string tier, int rank) => new(AudienceKind.Member, tier, rank);

    /// <summary>As in the keys of finished pages: empty for a visitor, <c>reader</c>, <c>member-friend.10</c>.</summary>
    public string Class => Kind switch
    {
        AudienceKind.Visitor => "",
        AudienceKind.Reader => "reader",
        AudienceKind.Member => string.Create(CultureInfo.InvariantCulture, $"member-{Tier}.{Rank}"),
        _ => throw new InvalidOperationException($"Unknown audience {Kind}."),
    };

    /// <summary>Reads a <see cref="Class"/> back.</summary>
    public static Audience OfClass(string name)
    {
        if (name == Visitor.Class || name == Reader.Class)
        {
            return name == Visitor.Class ? Visitor : Reader;
        }

        var dot = name.LastIndexOf('.');
        return Member(name["member-".Length..dot], int.Parse(name.AsSpan(dot + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>As in cookies: <c>visitor</c>, <c>reader</c>, <c>member-friend</c>.</summary>
    public override string ToString() => Kind switch
    {
        AudienceKind.Visitor => "visitor",
        AudienceKind.Reader => "reader",
        AudienceKind.Member => $"member-{Tier}",
        _ => throw new InvalidOperationException($"Unknown audience {Kind}."),
    };
}

public enum AudienceKind
{
    Visitor,
    Reader,
    Member,
}
