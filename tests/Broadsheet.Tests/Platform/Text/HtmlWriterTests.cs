using Broadsheet.Platform.Text;
using Xunit;

namespace Broadsheet.Tests.Platform.Text;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Text_and_values_are_escaped()
    {
        using var html = new HtmlWriter();
        html.Open(HtmlTag.A).Attribute(HtmlAttribute.Href, "/?a=1&b=\"<\"").Text("<b> & \"c\"").Close();
        Assert.Equal("<a href=\"/?a=1&amp;b=&quot;&lt;&quot;\">&lt;b&gt; &amp; &quot;c&quot;</a>", html.ToMarkup().ToString());
    }

    [Fact]
    public void Characters_that_xml_forbids_are_dropped_and_half_pairs_replaced()
    {
        using var html = new HtmlWriter();
        html.Text("a\0\u001F\t\n\uFFFE\uFFFFb\uD83Dc\uD83D\uDE00");
        Assert.Equal("a\t\nb\uFFFDc\uD83D\uDE00", html.ToMarkup().ToString());
    }

    [Theory]
    [InlineData(HtmlSyntax.Html, "<div hidden><br><img alt=\"\"></div>")]
    [InlineData(HtmlSyntax.Xml, "<div hidden=\"\"><br/><img alt=\"\"/></div>")]
    public void Xml_spells_out_what_html_leaves_out(HtmlSyntax syntax, string expected)
    {
        using var html = new HtmlWriter(syntax);
        html.Open(HtmlTag.Div).Attribute(HtmlAttribute.Hidden).Open(HtmlTag.Br).Open(HtmlTag.Img).Attribute(HtmlAttribute.Alt, "").Close();
        Assert.Equal(expected, html.ToMarkup().ToString());
    }

    [Fact]
    public void Markup_is_inserted_as_it_is()
    {
        using var inner = new HtmlWriter();
        using var outer = new HtmlWriter();
        outer.Open(HtmlTag.Div).Insert(inner.Open(HtmlTag.P).Text("&").Close().ToMarkup()).Close();
        Assert.Equal("<div><p>&amp;</p></div>", outer.ToMarkup().ToString());
    }

    [Fact]
    public void More_than_the_first_buffer_holds_is_kept()
    {
        using var html = new HtmlWriter();
        var long1 = new string('x', 100_000);
        html.Open(HtmlTag.P).Text(long1).Text("<").Text(long1).Close();
        Assert.Equal($"<p>{long1}&lt;{long1}</p>", html.ToMarkup().ToString());
    }

    [Fact]
    public void An_open_element_is_not_finished()
    {
        using var html = new HtmlWriter();
        html.Open(HtmlTag.P).Text("x");
        Assert.Equal("The element p is still open.", Assert.Throws<InvalidOperationException>(() => html.ToMarkup()).Message);
    }

    [Fact]
    public void An_attribute_belongs_to_a_start_tag()
    {
        using var html = new HtmlWriter();
        html.Open(HtmlTag.P).Text("x");
        Assert.Equal("The attribute class belongs to no start tag.", Assert.Throws<InvalidOperationException>(() => html.Attribute(HtmlAttribute.Class, "y")).Message);
    }

    [Fact]
    public void What_is_not_open_can_not_be_closed()
    {
        using var html = new HtmlWriter();
        Assert.Throws<InvalidOperationException>(() => html.Open(HtmlTag.Br).Close());
    }
}
