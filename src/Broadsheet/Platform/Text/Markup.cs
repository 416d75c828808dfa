namespace Broadsheet.Platform.Text;

/// <summary>Finished HTML, escaped where it had to be: the only thing a template writes as it is.</summary>
public readonly struct Markup(string html) : IEquatable<Markup>
{
    private readonly string? _html = html;

    public static bool operator ==(Markup left, Markup right) => left.Equals(right);

    public static bool operator !=(Markup left, Markup right) => !left.Equals(right);

    public bool Equals(Markup other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Markup other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _html ?? "";
}
