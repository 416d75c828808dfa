using System.Diagnostics;
using Broadsheet.Stories.Body;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

public sealed class HtmlImportTests
{
    private const string Dam = "0192aaaa-0000-7000-8000-000000000001";
    private const string Bridge = "0192aaaa-0000-7000-8000-000000000002";

    private static readonly HtmlImport Import = new(new DocumentReader(Random.Shared));

    [Theory]
    [InlineData("<p>Some <b>bold</b>, <em>italic</em> and <a href=\"https://example.org/x\" title=\"T\">a link</a>.<br>Next</p>", "Some **bold**, _italic_ and [a link](https://example.org/x \"T\").\\\nNext")]
    [InlineData("bare <strong>text</strong>\n  in   lines<p>and a paragraph</p>more", "bare **text** in lines\n\nand a paragraph\n\nmore")]
    [InlineData("one<br>\n<br>two<br>", "one\n\ntwo")]
    [InlineData("<div><section><p>in</p></section><div>out</div></div>", "in\n\nout")]
    [InlineData("<h2>Head</h2><h4>Low</h4><hr>", "## Head\n\n#### Low\n\n* * *")]
    [InlineData("<ul><li>a</li><li><p>b</p><ol start=3><li>c</ol></li></ul>", "- a\n\n- b\n\n  3. c")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n\n  - b")]
    [InlineData("<blockquote>said<p>again</p></blockquote>", "> said\n>\n> again")]
    [InlineData("<p>He said <q>no</q></p>", "He said “no”")]
    [InlineData("<table><thead><tr><th>a<th>b</thead><tr><td>1<td>2</table>", "| a | b |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("<p>free</p><hr data-gate><p>paid</p>", "free\n\n---gate---\n\npaid")]
    [InlineData("<p>&nbsp;</p><p> </p>", "")]
    [InlineData("<blockquote class=\"wp-block-pullquote\"><p>Big words</p><cite>— Someone</cite></blockquote>", "::: pullquote {attribution=Someone}\nBig words\n:::")]
    [InlineData("<iframe src=\"https://video.example.org/1\"></iframe>", "::: embed {url=\"https://video.example.org/1\"}\n:::")]
    [InlineData("<figure><iframe src=\"//video.example.org/1\"></iframe><figcaption>The film</figcaption></figure>", "::: embed {url=\"https://video.example.org/1\" caption=\"The film\"}\n:::")]
    [InlineData($"<figure class=\"alignwide\"><img src=\"/media/dam-800.jpg\"><figcaption>The dam <span class=\"credit\">P. Okell</span></figcaption></figure>", $"![](image:{Dam} \"The dam\"){{size=wide credit=\"P. Okell\"}}")]
    [InlineData($"<p>before <img data-image=\"{Bridge}\"> after</p>", $"before\n\n![](image:{Bridge})\n\nafter")]
    [InlineData($"<figure><img src=\"/media/dam-800.jpg\"><img data-image=\"{Bridge}\"></figure>", $"::: gallery {{images=\"image:{Dam} image:{Bridge}\"}}\n:::")]
    public void HTML_becomes_blocks(string html, string markdown)
    {
        var imported = Read(html);

        Assert.Empty(imported.NotKept);
        Assert.Equal(markdown, MarkdownExport.Write(imported.Document!).TrimEnd('\n'));
    }

    [Theory]
    [InlineData("<marquee>moving <p>text</p></marquee>", "<marquee> (its text is kept)", "moving\n\ntext")]
    [InlineData("<p style=\"color:red\">x</p>", "attribute style", "x")]
    [InlineData("<p onclick=\"alert(1)\">x</p>", "attribute onclick", "x")]
    [InlineData("<script>alert(1)</script>x", "<script>", "x")]
    [InlineData("<script src=\"https://example.org/x.js\"></script>x", "<script src=\"https://example.org/x.js\">", "x")]
    [InlineData("<style>p{}</style>x", "<style>", "x")]
    [InlineData("<svg onload=\"alert(1)\"><g><text>t</text></g></svg>x", "<svg>", "x")]
    [InlineData("<noscript><p>no</p></noscript>x", "<noscript>", "x")]
    [InlineData("<!-- note -->x", "comments", "x")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "link to javascript:alert(1)", "x")]
    [InlineData("<a href=\" java&#10;script:alert(1)\">x</a>", "link to  java\nscript:alert(1)", "x")]
    [InlineData("<a href=\"page.html\">x</a>", "link to page.html", "x")]
    [InlineData("<img src=\"https://example.org/a.png\" alt=\"A\">x", "<img src=\"https://example.org/a.png\"> (nothing is fetched)", "x")]
    [InlineData("<img src=\"data:image/png;base64,AA\">x", "<img src=\"data:image/png;base64,AA\">", "x")]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>x", "<iframe src=\"javascript:alert(1)\">", "x")]
    [InlineData("<video src=\"a.mp4\">old browser</video>x", "<video src=\"a.mp4\">", "x")]
    [InlineData("<h1>One</h1>", "heading of level 1 (it became level 2)", "## One")]
    [InlineData("<h6>Six</h6>", "heading of level 6 (it became level 4)", "#### Six")]
    [InlineData("<sub>2</sub>", "<sub> (its text is kept)", "2")]
    [InlineData("<pre>a\nb</pre>", "<pre> (its text is kept)", "a\\\nb")]
    [InlineData("<aside>note</aside>", "<aside> (its text is kept)", "note")]
    [InlineData("<table><tr><td>lone</table>", "<table> of one cell (its text is kept)", "lone")]
    [InlineData("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", "<table> in a table (its text is kept)", "|  |  |\n| --- | --- |\n| a | b<br>c |")]
    [InlineData("<figure><img src=\"https://example.org/a.png\"><figcaption>Words</figcaption></figure>", "<img src=\"https://example.org/a.png\"> (nothing is fetched)", "Words")]
    [InlineData("<blockquote><hr data-gate>x</blockquote>", "a gate inside another block", "> x")]
    public void What_a_document_cannot_hold_is_named(string html, string name, string left)
    {
        var imported = Read(html);

        Assert.Equal(name, imported.NotKept is [var first, ..] ? first : null);
        Assert.Equal(left, MarkdownExport.Write(imported.Document!).TrimEnd('\n'));
    }

    [Fact]
    public void What_is_pasted_from_Google_Docs_keeps_its_looks() => Assert.Equal(
        "**Bold** and _italic_, plain\n\n- item\n",
        MarkdownExport.Write(Read(
            """
            <meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700;">Bold</span><span style="font-weight:400;"> and </span>
            <span style="font-style:italic">italic</span><span>, plain</span></p><ul><li dir="ltr"><p><span style="font-weight:400">item</span></p></li></ul></b><br class="Apple-interchange-newline">
            """).Document!));

    [Fact]
    public void What_is_pasted_from_Word_keeps_its_lists() => Assert.Equal(
        "Before\n\n- One\n- Two\n\n1. First\n\nAfter\n",
        MarkdownExport.Write(Read(
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body><!--StartFragment-->
            <p class=MsoNormal>Before<o:p></o:p></p>
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>One<o:p></o:p></p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>First</p>
            <p class=MsoNormal>After</p><!--EndFragment--></body></html>
            """).Document!));

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<div/>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<blockquote>", 900)]
    [InlineData("<ul><li>", 400)]
    [InlineData("<table><tr><td>", 900)]
    [InlineData("<svg>", 50_000)]
    [InlineData("<x>y</x>", 15_000)]
    [InlineData("<p>x", 200_000)]
    [InlineData("<font color=a><p>", 5_000)]
    [InlineData("<!--", 200_000)]
    [InlineData("<a b=", 200_000)]
    [InlineData("&lt;", 200_000)]
    public void HTML_made_to_take_long_or_deep_is_read_or_refused(string piece, int times)
    {
        var watch = Stopwatch.StartNew();

        var imported = Read(string.Concat(Enumerable.Repeat(piece, times)));

        Assert.Equal(imported.IsSound, imported.Faults.Count is 0);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void Deep_nesting_is_refused_with_a_sentence()
    {
        Assert.Equal("The HTML is nested too deeply.", Assert.Single(Read(string.Concat(Enumerable.Repeat("<div>", 100_000))).Faults).Sentence);
        Assert.EndsWith("24 levels deep at most.", Assert.Single(Read(string.Concat(Enumerable.Repeat("<blockquote>", 100)) + "x").Faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_imported_to_a_sound_document_or_refused() => Gen.OneOf(
        "<p>", "</p>", "<b>", "</b>", "<i style='font-weight:bold'>", "<a href='/x'>", "<a href=//x.y/z>", "</a>", "<ul>", "</ul>", "<ol start=-1>", "<li>", "<table>", "<tr>", "<td colspan=1000>", "<th rowspan=0>", "</table>", "<caption>", "<figure>",
        "</figure>", "<figcaption>", "<img src=/media/dam-800.jpg>", "<img src=x alt=y>", "<iframe src=https://x.y/z>", "</iframe>", "<blockquote>", "<blockquote class=pullquote>", "<cite>", "<h1>", "<h3>", "</h3>", "<br>", "<hr>", "<hr data-gate>", "<pre>", "<p style='mso-list:l0'>",
        "<span style='mso-list:Ignore'>1.</span>", "<script>", "</script>", "<svg>", "<math>", "<template>", "<select>", "<!--", "-->", "<![CDATA[", "<o:p>", "<div data-list=ol>", "<q>", "<dl><dt>", "\0", "\ud800", "\u0001", "&#xD800;", "&nbsp;", " ", "\n", "x", "é", "<")
        .Array[0, 60].Select(string.Concat).Sample(
        html =>
        {
            var imported = Read(html);

            Assert.Equal(imported.IsSound, imported.Faults.Count is 0);
            if (imported.IsSound)
            {
                Assert.Empty(new DocumentReader(Random.Shared).Read(DocumentWriter.ToUtf8(imported.Document)).Faults);
            }
        },
        iter: 1000);

    private static Imported Read(string html) => Import.Read(html, key =>
        key is "/media/dam-800.jpg" ? new Guid(Dam) : Guid.TryParse(key, out var id) ? id : null);
}
