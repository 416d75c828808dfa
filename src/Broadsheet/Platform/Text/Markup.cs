namespace Broadsheet.Platform.Text;

/// <summary>Finished HTML in which everything that came from outside is escaped. No string becomes markup: a <see cref="HtmlWriter"/> makes it.</summary>
public readonly record struct Markup
{
    private readonly string? _html;

    internal Markup(HtmlWriter finished) => _html = finished.ToString();

    /// <summary>No markup at all.</summary>
    public static Markup Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_html);

    public override string ToString() => _html ?? "";
}
