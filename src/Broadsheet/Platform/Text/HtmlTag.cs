namespace Broadsheet.Platform.Text;

/// <summary>An element that we write: a closed set, so that no name comes from data. Elements whose text isn't escaped (script, style) are none of them.</summary>
public sealed class HtmlTag
{
    private HtmlTag(string name, bool isVoid = false) => (Name, IsVoid) = (name, isVoid);

    public static HtmlTag A { get; } = new("a");

    public static HtmlTag Aside { get; } = new("aside");

    public static HtmlTag BeforeAfter { get; } = new("before-after");

    public static HtmlTag Blockquote { get; } = new("blockquote");

    public static HtmlTag Br { get; } = new("br", isVoid: true);

    public static HtmlTag Div { get; } = new("div");

    public static HtmlTag Em { get; } = new("em");

    public static HtmlTag Figcaption { get; } = new("figcaption");

    public static HtmlTag Figure { get; } = new("figure");

    public static HtmlTag H2 { get; } = new("h2");

    public static HtmlTag H3 { get; } = new("h3");

    public static HtmlTag H4 { get; } = new("h4");

    public static HtmlTag H5 { get; } = new("h5");

    public static HtmlTag Hr { get; } = new("hr", isVoid: true);

    public static HtmlTag Img { get; } = new("img", isVoid: true);

    public static HtmlTag Li { get; } = new("li");

    public static HtmlTag Mark { get; } = new("mark");

    public static HtmlTag Ol { get; } = new("ol");

    public static HtmlTag P { get; } = new("p");

    public static HtmlTag Picture { get; } = new("picture");

    public static HtmlTag Section { get; } = new("section");

    public static HtmlTag Small { get; } = new("small");

    public static HtmlTag Source { get; } = new("source", isVoid: true);

    public static HtmlTag Span { get; } = new("span");

    public static HtmlTag Strong { get; } = new("strong");

    public static HtmlTag Table { get; } = new("table");

    public static HtmlTag Tbody { get; } = new("tbody");

    public static HtmlTag Td { get; } = new("td");

    public static HtmlTag Th { get; } = new("th");

    public static HtmlTag Thead { get; } = new("thead");

    public static HtmlTag Time { get; } = new("time");

    public static HtmlTag Tr { get; } = new("tr");

    public static HtmlTag Ul { get; } = new("ul");

    public string Name { get; }

    /// <summary>Without content and without an end tag (HTML, section 13.1.2).</summary>
    public bool IsVoid { get; }

    public override string ToString() => Name;
}
