using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Broadsheet.Platform.Text;

/// <summary>Finished HTML in which everything that came from outside is escaped. No string becomes markup: a <see cref="HtmlWriter"/> makes it, or JSON that is escaped for a script element.</summary>
public readonly record struct Markup
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string? _html;

    internal Markup(HtmlWriter finished) => _html = finished.ToString();

    // What the encoder leaves can't end a script element: it writes <, > and & as numbers.
    private Markup(JsonNode data) => _html = data.ToJsonString(Json);

    /// <summary>No markup at all.</summary>
    public static Markup Empty => default;

    /// <summary>Data for a script element that holds data, such as JSON-LD.</summary>
    public static Markup OfData(JsonNode data) => new(data);

    public bool IsEmpty => string.IsNullOrEmpty(_html);

    public override string ToString() => _html ?? "";
}
