namespace Broadsheet.Platform.Text;

/// <summary>An attribute that we write: a closed set, so that no name comes from data. Event handlers are none of them.</summary>
public sealed class HtmlAttribute
{
    private HtmlAttribute(string name) => Name = name;

    public static HtmlAttribute Alt { get; } = new("alt");

    public static HtmlAttribute AriaLabel { get; } = new("aria-label");

    public static HtmlAttribute AriaLabelledBy { get; } = new("aria-labelledby");

    public static HtmlAttribute Class { get; } = new("class");

    public static HtmlAttribute ColumnSpan { get; } = new("colspan");

    public static HtmlAttribute DataBackground { get; } = new("data-background");

    public static HtmlAttribute DataComparison { get; } = new("data-comparison");

    public static HtmlAttribute DataCorrection { get; } = new("data-correction");

    public static HtmlAttribute DataEmbed { get; } = new("data-embed");

    public static HtmlAttribute DataGate { get; } = new("data-gate");

    public static HtmlAttribute DataLabel { get; } = new("data-label");

    public static HtmlAttribute DataShow { get; } = new("data-show");

    public static HtmlAttribute DataStatement { get; } = new("data-statement");

    public static HtmlAttribute DataTimeline { get; } = new("data-timeline");

    public static HtmlAttribute DataWhatWeKnow { get; } = new("data-what-we-know");

    public static HtmlAttribute DateTime { get; } = new("datetime");

    public static HtmlAttribute Decoding { get; } = new("decoding");

    public static HtmlAttribute Direction { get; } = new("dir");

    public static HtmlAttribute FetchPriority { get; } = new("fetchpriority");

    public static HtmlAttribute Height { get; } = new("height");

    public static HtmlAttribute Hidden { get; } = new("hidden");

    public static HtmlAttribute Href { get; } = new("href");

    public static HtmlAttribute Id { get; } = new("id");

    public static HtmlAttribute Language { get; } = new("lang");

    public static HtmlAttribute Loading { get; } = new("loading");

    public static HtmlAttribute RowSpan { get; } = new("rowspan");

    public static HtmlAttribute Scope { get; } = new("scope");

    public static HtmlAttribute Sizes { get; } = new("sizes");

    public static HtmlAttribute Source { get; } = new("src");

    public static HtmlAttribute SourceSet { get; } = new("srcset");

    public static HtmlAttribute Start { get; } = new("start");

    /// <summary>For mail alone: pages have a policy that refuses it.</summary>
    public static HtmlAttribute Style { get; } = new("style");

    public static HtmlAttribute TabIndex { get; } = new("tabindex");

    public static HtmlAttribute Title { get; } = new("title");

    public static HtmlAttribute Type { get; } = new("type");

    public static HtmlAttribute Width { get; } = new("width");

    public string Name { get; }

    public override string ToString() => Name;
}
