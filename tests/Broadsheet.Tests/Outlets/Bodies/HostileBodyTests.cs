using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Stories.Body;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Outlets.Bodies;

/// <summary>Whatever stands in a body, its renderings hold it as words and as nothing else.</summary>
public sealed class HostileBodyTests
{
    private static readonly string[] TextElements =
        ["a", "blockquote", "br", "div", "em", "h2", "h3", "h4", "h5", "hr", "li", "ol", "p", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"];

    private static readonly string[] TextAttributes = ["class", "colspan", "href", "rowspan", "scope", "start", "title"];

    private static readonly Dictionary<Renderer, string[]> Elements = new()
    {
        [Renderer.Site] = [.. TextElements, "aside", "before-after", "figcaption", "figure", "img", "picture", "section", "source", "span", "time"],
        [Renderer.Lite] = [.. TextElements, "small"],
        [Renderer.Feed] = [.. TextElements, "figcaption", "figure", "img", "small"],
        [Renderer.Mail] = [.. TextElements, "img", "small"],
    };

    private static readonly Dictionary<Renderer, string[]> Attributes = new()
    {
        [Renderer.Site] =
        [
            .. TextAttributes, "alt", "aria-label", "aria-labelledby", "data-background", "data-comparison", "data-embed", "data-gate", "data-label", "data-show", "data-statement",
            "data-timeline", "data-what-we-know", "datetime", "decoding", "height", "hidden", "id", "loading", "sizes", "src", "srcset", "tabindex", "type", "width",
        ],
        [Renderer.Lite] = [.. TextAttributes, "data-gate", "id"],
        [Renderer.Feed] = [.. TextAttributes, "alt", "dir", "height", "lang", "src", "width"],
        [Renderer.Mail] = [.. TextAttributes, "alt", "dir", "height", "lang", "src", "style", "width"],
    };

    private static readonly RandomBody Hostile = new(RandomBody.HostileWords);

    [Theory]
    [InlineData(Renderer.Site)]
    [InlineData(Renderer.Lite)]
    [InlineData(Renderer.Feed)]
    [InlineData(Renderer.Mail)]
    public void Html_holds_only_the_elements_and_attributes_of_its_outlet(Renderer renderer) =>
        Gen.Select(Hostile.Blocks, Hostile.Album, Gen.Bool).Sample((blocks, album, isCut) =>
        {
            var around = Sample.Around with { Pictures = album };
            var page = Parse(renderer.Render(isCut ? Sample.Cut([.. blocks, new GateBlock("g"), Sample.Paragraph("more")]) : Sample.Whole(blocks), around));
            foreach (var element in page.QuerySelectorAll("*"))
            {
                Assert.Contains(element.LocalName, Elements[renderer], StringComparer.Ordinal);
                Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes[renderer], StringComparer.Ordinal));
            }
        }, iter: 500);

    [Theory]
    [InlineData(Renderer.Site)]
    [InlineData(Renderer.Lite)]
    [InlineData(Renderer.Feed)]
    [InlineData(Renderer.Mail)]
    public void Html_says_exactly_the_words_of_the_body(Renderer renderer) =>
        Hostile.WordsAlone.Sample(blocks => Assert.Equal(string.Concat(Words(blocks).Select(Folded)), Folded(Parse(renderer.Render(Sample.Whole(blocks), Sample.Around)).TextContent)));

    [Fact]
    public void Text_says_the_words_of_the_body_in_their_order() =>
        Hostile.WordsAlone.Sample(blocks =>
        {
            var text = Renderer.Text.Render(Sample.Whole(blocks), Sample.Around);
            Assert.DoesNotContain(text, character => char.IsControl(character) && character is not '\n' and not '\u007F' and not '\u0085');
            var rest = Folded(text);
            foreach (var words in Words(blocks, inTables: false).Select(Folded))
            {
                var at = rest.IndexOf(words, StringComparison.Ordinal);
                Assert.True(at >= 0, $"{words} is missing in {rest}");
                rest = rest[(at + words.Length)..];
            }
        });

    [Fact]
    public void A_feed_body_is_well_formed_xml_and_the_same_to_an_html_parser() =>
        Gen.Select(Hostile.Blocks, Hostile.Album).Sample((blocks, album) =>
        {
            var feed = Renderer.Feed.Render(Sample.Whole(blocks), Sample.Around with { Pictures = album });
            using var reader = XmlReader.Create(new StringReader(feed), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var elements = XElement.Load(reader).DescendantsAndSelf().Select(element => element.Name.LocalName);
            Assert.Equal(elements, Parse(feed).QuerySelectorAll("*").Select(element => element.LocalName), StringComparer.Ordinal);
        });

    [Theory]
    [InlineData(Renderer.Site)]
    [InlineData(Renderer.Lite)]
    [InlineData(Renderer.Feed)]
    [InlineData(Renderer.Mail)]
    public void Links_and_pictures_lead_only_where_they_may(Renderer renderer) =>
        Gen.Select(Hostile.Blocks, Hostile.Album).Sample((blocks, album) =>
        {
            var page = Parse(renderer.Render(Sample.Whole(blocks), Sample.Around with { Pictures = album }));
            Assert.All(page.QuerySelectorAll("[href]"), link => Assert.Matches(@"^(https?://|mailto:|/$|/[^/\\]|#)", link.GetAttribute("href")));
            Assert.All(page.QuerySelectorAll("[src]"), picture => Assert.Matches("^(https://courier.example)?/media/[0-9a-f]{32}/", picture.GetAttribute("src")));
            Assert.All(page.QuerySelectorAll("[data-embed]"), embed => Assert.Matches("^https?://", embed.GetAttribute("data-embed")));
        });

    [Theory]
    [InlineData(Renderer.Site)]
    [InlineData(Renderer.Feed)]
    [InlineData(Renderer.Mail)]
    public void Every_picture_has_its_words_and_its_measure(Renderer renderer) =>
        Gen.Select(Hostile.Blocks, Hostile.Album).Sample((blocks, album) =>
        {
            var around = Sample.Around with { Pictures = album };
            foreach (var image in Parse(renderer.Render(Sample.Whole(blocks), around)).QuerySelectorAll("img"))
            {
                var picture = Assert.Single(album.Values, picture => image.GetAttribute("src")!.Contains(picture.Key, StringComparison.Ordinal));
                Assert.Equal(Folded(picture.Alt), Folded(image.GetAttribute("alt")!));
                Assert.InRange(Pixels(image, "width"), 1, renderer is Renderer.Mail ? 600 : 1280);
                Assert.InRange(Pixels(image, "height"), 1, 1280);
            }
        });

    [Theory]
    [InlineData(Renderer.Site, "")]
    [InlineData(Renderer.Lite, "Picture:")]
    [InlineData(Renderer.Feed, "")]
    [InlineData(Renderer.Mail, "")]
    public void Caption_and_credit_are_told_apart(Renderer renderer, string label) =>
        Gen.Select(RandomBody.HostileWords, RandomBody.HostileWords).Where((caption, credit) => Folded(caption).Length > 0 && Folded(credit).Length > 0).Sample((caption, credit) =>
        {
            var page = Parse(renderer.Render(Sample.Whole(new Figure("f", Sample.Spillway.Id, caption, credit, FigureSize.Column)), Sample.Around));
            var shown = Assert.Single(page.QuerySelectorAll(".credit"));
            Assert.Equal(Folded(credit), Folded(shown.TextContent));
            shown.Remove();
            Assert.Equal(Folded(label + caption), Folded(page.TextContent));
        });

    /// <summary>What is written in the body; in tables only where their cells keep their order.</summary>
    private static IEnumerable<string> Words(IEnumerable<Block> blocks, bool inTables = true) => blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => Words(paragraph.Text),
        Heading heading => Words(heading.Text),
        BulletList list => list.Items.SelectMany(item => Words(item.Blocks, inTables)),
        OrderedList list => list.Items.SelectMany(item => Words(item.Blocks, inTables)),
        Blockquote quote => Words(quote.Blocks, inTables),
        Table table when inTables => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => Words(cell.Blocks)),
        _ => [],
    });

    private static IEnumerable<string> Words(IReadOnlyList<Inline> text) => text.OfType<TextRun>().Select(run => run.Value);

    /// <summary>What a reader sees of a text: without white space and forbidden characters, a replacement for each half of a pair.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                folded.Append(text, i++, 2);
            }
            else if (char.IsSurrogate(text[i]))
            {
                folded.Append('\uFFFD');
            }
            else if (text[i] is >= ' ' and < '\uFFFE' && !char.IsWhiteSpace(text[i]))
            {
                folded.Append(text[i]);
            }
        }

        return folded.ToString();
    }

    private static int Pixels(IElement image, string side) => int.Parse(image.GetAttribute(side)!, CultureInfo.InvariantCulture);

    private static IElement Parse(string html) => new HtmlParser().ParseDocument($"<body>{html}").Body!;
}
