using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Broadsheet.Platform.Web;
using Broadsheet.Stories.Body;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

public sealed class DocumentReaderTests
{
    private const string Image = "0192aaaa-0000-7000-8000-000000000001";

    private static readonly DocumentReader Reader = new(new Random(1));

    [Theory]
    [InlineData("""{"type":"marquee"}""", "body.content[0].type", "There is no block named “marquee”.")]
    [InlineData("""{"type":"heading","attrs":{"level":1}}""", "body.content[0].attrs.level", "level must be 2, 3 or 4.")]
    [InlineData("""{"type":"heading","attrs":{"level":"2"}}""", "body.content[0].attrs.level", "level must be 2, 3 or 4.")]
    [InlineData("""{"type":"heading"}""", "body.content[0].attrs.level", "level must be 2, 3 or 4.")]
    [InlineData("""{"type":"paragraph","attrs":{"textAlign":"left"}}""", "body.content[0].attrs.textAlign", "There is no attribute named “textAlign” here.")]
    [InlineData("""{"type":"paragraph","foo":1}""", "body.content[0].foo", "There is no property named “foo” here.")]
    [InlineData("""{"type":"paragraph","type":"gate"}""", "body.content[0].type", "“type” is given twice.")]
    [InlineData("""{"type":"paragraph","content":{}}""", "body.content[0].content", "“content” is a list of nodes.")]
    [InlineData("""{"type":"paragraph","attrs":[]}""", "body.content[0].attrs", "“attrs” is an object.")]
    [InlineData("""{"type":"paragraph","marks":[{"type":"bold"}]}""", "body.content[0].marks", "Marks stand on text, not on blocks.")]
    [InlineData("""{"type":"paragraph","text":"x"}""", "body.content[0].text", "Only “text” has text.")]
    [InlineData("""{"type":"paragraph","attrs":{"id":"a b"}}""", "body.content[0].attrs.id", "An id is 1 to 64 letters, digits, “-” or “_” of ASCII.")]
    [InlineData("7", "body.content[0]", "A node is an object with a “type”.")]
    [InlineData("{}", "body.content[0].type", "A node needs a “type”.")]
    [InlineData("""{"type":"doc"}""", "body.content[0].type", "“doc” can’t stand in “doc”.")]
    [InlineData("""{"type":"text","text":"x"}""", "body.content[0].type", "Text can’t stand in “doc” by itself: it needs a paragraph.")]
    [InlineData("""{"type":"listItem"}""", "body.content[0].type", "“listItem” can’t stand in “doc”.")]
    [InlineData("""{"type":"bulletList"}""", "body.content[0]", "“bulletList” can’t be empty.")]
    [InlineData("""{"type":"bulletList","content":[{"type":"paragraph"}]}""", "body.content[0].content[0].type", "“paragraph” can’t stand in “bulletList”.")]
    [InlineData("""{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"horizontalRule"}]}]}""", "body.content[0].content[0].content[0]", "A list item begins with a paragraph.")]
    [InlineData("""{"type":"orderedList","attrs":{"start":-1},"content":[{"type":"listItem","content":[{"type":"paragraph"}]}]}""", "body.content[0].attrs.start", "start must be a whole number from 0 to 999999999.")]
    [InlineData("""{"type":"table","content":[{"type":"tableCell"}]}""", "body.content[0].content[0].type", "“tableCell” can’t stand in “table”.")]
    [InlineData("""{"type":"blockquote","content":[{"type":"gate"}]}""", "body.content[0].content[0].type", "The gate stands at the top level, in no other block.")]
    [InlineData("""{"type":"factbox","content":[{"type":"blockquote","content":[{"type":"factbox"}]}]}""", "body.content[0].content[0].content[0].type", "A factbox can’t stand in a factbox.")]
    [InlineData("""{"type":"figure"}""", "body.content[0].attrs.image", "image must be the id of an image.")]
    [InlineData("""{"type":"figure","attrs":{"image":"00000000-0000-0000-0000-000000000000"}}""", "body.content[0].attrs.image", "image must be the id of an image.")]
    [InlineData($$$$"""{"type":"figure","attrs":{"image":"{{{{Image}}}}","size":"huge"}}""", "body.content[0].attrs.size", "size must be one of “column”, “wide”, “full”.")]
    [InlineData($$$$"""{"type":"figure","attrs":{"image":"{{{{Image}}}}","caption":7}}""", "body.content[0].attrs.caption", "caption must be text.")]
    [InlineData($$"""{"type":"figure","attrs":{"image":"{{Image}}"},"content":[{"type":"text","text":"x"}]}""", "body.content[0].content", "“figure” holds nothing.")]
    [InlineData("""{"type":"gallery","attrs":{"images":[]}}""", "body.content[0].attrs.images", "images must be a list with something in it.")]
    [InlineData($$$$"""{"type":"gallery","attrs":{"images":["{{{{Image}}}}","x"]}}""", "body.content[0].attrs.images[1]", "images[1] must be the id of an image.")]
    [InlineData("""{"type":"embed","attrs":{"url":"//example.org/x"}}""", "body.content[0].attrs.url", "An embed has a whole http or https address.")]
    [InlineData("""{"type":"embed","attrs":{"url":"javascript:alert(1)"}}""", "body.content[0].attrs.url", "An embed has a whole http or https address.")]
    [InlineData("""{"type":"timeline"}""", "body.content[0].attrs", "A timeline is of a topic or of a question.")]
    [InlineData("""{"type":"whatWeKnow","attrs":{"question":" "}}""", "body.content[0].attrs.question", "question is missing.")]
    [InlineData($$$$"""{"type":"background","attrs":{"background":"{{{{Image}}}}"}}""", "body.content[0].attrs.version", "version must be a whole number from 1 to 2147483647.")]
    public void A_block_that_is_wrong_is_refused_with_its_place(string block, string place, string sentence) =>
        AssertRefused($$"""{"type":"doc","content":[{{block}}]}""", place, sentence);

    [Theory]
    [InlineData("""{"type":"text","text":""}""", ".text", "A run of text can’t be empty.")]
    [InlineData("""{"type":"text"}""", ".text", "Text needs its “text”.")]
    [InlineData("""{"type":"text","text":"a\u0000b"}""", ".text", "The text holds a control character.")]
    [InlineData("""{"type":"text","text":"a\ud800b"}""", ".text", "The text holds half a character (a lone surrogate) or bytes that aren’t UTF-8.")]
    [InlineData("""{"type":"emoji"}""", ".type", "There is no inline node named “emoji”.")]
    [InlineData("""{"type":"paragraph"}""", ".type", "“paragraph” can’t stand in “paragraph”.")]
    [InlineData("""{"type":"hardBreak","text":"x"}""", ".text", "Only “text” has text.")]
    [InlineData("""{"type":"text","text":"x","marks":{}}""", ".marks", "“marks” is a list.")]
    [InlineData("""{"type":"text","text":"x","marks":["bold"]}""", ".marks[0]", "A mark is an object with a “type”.")]
    [InlineData("""{"type":"text","text":"x","marks":[{"type":"bold"},{"type":"strike"}]}""", ".marks[1].type", "There is no mark named “strike”.")]
    [InlineData("""{"type":"text","text":"x","marks":[{"type":"bold"},{"type":"bold"}]}""", ".marks[1].type", "A run of text carries “bold” once.")]
    [InlineData("""{"type":"text","text":"x","marks":[{"type":"bold","attrs":{"weight":700}}]}""", ".marks[0].attrs.weight", "There is no attribute named “weight” here.")]
    [InlineData("""{"type":"text","text":"x","marks":[{"type":"link"}]}""", ".marks[0].attrs.href", "href is missing.")]
    [InlineData("""{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"/x","target":"_blank"}}]}""", ".marks[0].attrs.target", "There is no attribute named “target” here.")]
    [InlineData("""{"type":"text","text":"x","marks":[{"type":"statement","attrs":{"ids":[]}}]}""", ".marks[0].attrs.ids", "ids must be a list with something in it.")]
    [InlineData("""{"type":"text","text":"x","marks":[{"type":"statement","attrs":{"ids":["a","b c"]}}]}""", ".marks[0].attrs.ids[1]", "An id is 1 to 64 letters, digits, “-” or “_” of ASCII.")]
    [InlineData("""{"type":"text","text":"x","marks":[{"type":"statement","attrs":{"ids":["a"],"role":"liar"}}]}""", ".marks[0].attrs.role", "role must be one of “content”, “cue”, “speaker”, “time”.")]
    public void Text_that_is_wrong_is_refused_with_its_place(string inline, string under, string sentence) =>
        AssertRefused($$"""{"type":"doc","content":[{"type":"paragraph","content":[{{inline}}]}]}""", "body.content[0].content[0]" + under, sentence);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\\tscript:alert(1)")]
    [InlineData("\\u0001javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("//evil.example")]
    [InlineData("/\\t/evil.example")]
    [InlineData("/\\\\evil.example")]
    [InlineData("http://")]
    [InlineData("https:evil")]
    [InlineData("mailto:")]
    [InlineData("relative/path")]
    [InlineData("?page=2")]
    [InlineData("https://example.org/a b")]
    public void A_link_that_could_run_a_script_or_leave_unseen_is_refused(string href)
    {
        var reading = Reader.Read($$$$"""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"{{{{href}}}}"}}]}]}]}""");

        Assert.Equal("body.content[0].content[0].marks[0].attrs.href", Assert.Single(reading.Faults).Place);
    }

    [Fact]
    public void All_faults_are_told_at_once_up_to_fifty()
    {
        var three = Reader.Read("""{"type":"doc","content":[{"type":"a"},{"type":"heading","content":[{"type":"b"}]}]}""");
        var hundred = Reader.Read($$"""{"type":"doc","content":[{{string.Join(',', Enumerable.Repeat("""{"type":"a"}""", 100))}}]}""");

        Assert.Equal(["body.content[0].type", "body.content[1].content[0].type", "body.content[1].attrs.level"], three.Faults.Select(f => f.Place), StringComparer.Ordinal);
        Assert.Equal(50, hundred.Faults.Count);
    }

    [Fact]
    public void A_second_gate_is_refused() =>
        AssertRefused("""{"type":"doc","content":[{"type":"gate"},{"type":"gate"}]}""", "body.content[1].type", "A body has one gate at most.");

    [Fact]
    public void What_TipTap_adds_by_itself_is_taken()
    {
        var reading = Reader.Read("""
            {"type":"doc","content":[
              {"type":"orderedList","attrs":{"start":3,"type":null,"id":null},"content":[{"type":"listItem","content":[{"type":"paragraph"}]}]},
              {"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"colspan":2,"rowspan":1,"colwidth":[100,0]},"content":[{"type":"paragraph","content":[
                {"type":"text","marks":[{"type":"link","attrs":{"href":"/x","target":null}}],"text":"a"},{"type":"hardBreak","marks":[{"type":"bold"}]}]}]}]}]}
            ]}
            """);

        Assert.Empty(reading.Faults);
        Assert.Equal(3, Assert.IsType<OrderedList>(reading.Document!.Blocks[0]).Start);
        var cell = Assert.IsType<Table>(reading.Document.Blocks[1]).Rows[0].Cells[0];
        Assert.Equal((true, 2, 1), (cell.IsHeader, cell.ColumnSpan, cell.RowSpan));
        Assert.Equal([100, 0], cell.ColumnWidths!);
        Assert.IsType<HardBreak>(cell.Blocks[0].Line[1]);
    }

    [Fact]
    public void Properties_may_stand_in_any_order()
    {
        var reading = Reader.Read("""{"content":[{"content":[{"text":"x","type":"text"}],"attrs":{"level":3},"type":"heading"}],"type":"doc"}""");

        var heading = Assert.IsType<Heading>(Assert.Single(reading.Document!.Blocks));
        Assert.Equal(3, heading.Level);
        Assert.Equal([new TextRun("x", Marks.None)], heading.Text);
    }

    [Fact]
    public void A_block_without_an_id_or_with_a_copied_one_gets_one()
    {
        var blocks = Reader.Read("""{"type":"doc","content":[{"type":"paragraph","attrs":{"id":"abc"}},{"type":"paragraph","attrs":{"id":"abc"}},{"type":"paragraph"}]}""").Document!.Blocks;

        Assert.Equal("abc", blocks[0].Id);
        Assert.All(blocks.Skip(1), b => Assert.Matches("^[0-9a-hjkmnp-tv-z]{12}$", b.Id));
        Assert.NotEqual(blocks[1].Id, blocks[2].Id, StringComparer.Ordinal);
    }

    [Fact]
    public void Runs_with_the_same_marks_become_one()
    {
        static string Run(string text, string ids) => $$$$"""{"type":"text","text":"{{{{text}}}}","marks":[{"type":"statement","attrs":{"ids":[{{{{ids}}}}],"role":"cue"}}]}""";
        var json = $$"""{"type":"doc","content":[{"type":"paragraph","content":[{{Run("a", "\"1\",\"2\"")}},{{Run("b", "\"1\",\"2\"")}},{{Run("c", "\"1\"")}}]}]}""";

        var line = Reader.Read(json).Document!.Blocks[0].Line;

        Assert.Equal(["ab", "c"], line.Cast<TextRun>().Select(r => r.Value), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("nonsense", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("{\"type\":\"paragraph\"}", "body.type")]
    [InlineData("{\"type\":\"doc\"", "body")]
    public void What_is_no_document_is_refused(string json, string place) =>
        Assert.Equal(place, Assert.Single(Reader.Read(json).Faults).Place);

    [Fact]
    public void Half_characters_and_broken_bytes_are_refused()
    {
        var latin1 = Encoding.Latin1.GetBytes("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"é"}]}]}""");

        Assert.Equal("body", Assert.Single(Reader.Read("{\"\ud800\":1}").Faults).Place);
        Assert.Equal("body.content[0].content[0].text", Assert.Single(Reader.Read(latin1).Faults).Place);
        AssertRefused("""{"type":"doc","attrs":{"\ud800":1}}""", "body.attrs.\uFFFD", "There is no attribute named “\uFFFD” here.");
    }

    [Fact]
    public void A_document_has_limits()
    {
        var paragraph = """{"type":"paragraph"}""";
        var deep = string.Concat(Enumerable.Repeat("""{"type":"blockquote","content":[""", 30)) + paragraph + string.Concat(Enumerable.Repeat("]}", 30));
        var abyss = string.Concat(Enumerable.Repeat("""{"type":"blockquote","content":[""", 30_000));
        var many = string.Join(',', Enumerable.Repeat(paragraph, 20_001));
        var words = $$"""{"type":"paragraph","content":[{"type":"text","text":"{{new string('a', 500_001)}}"}]}""";
        var rows = string.Join(',', Enumerable.Repeat("""{"type":"tableRow"}""", 1001));
        var cells = string.Join(',', Enumerable.Repeat($$"""{"type":"tableCell","content":[{{paragraph}}]}""", 101));

        AssertRefused(Doc(deep), $"body{string.Concat(Enumerable.Repeat(".content[0]", 24))}.content", "A document is 24 levels deep at most.");
        Assert.Contains("nested too deeply", Assert.Single(Reader.Read(Doc(abyss)).Faults).Sentence, StringComparison.Ordinal);
        AssertRefused(Doc(many), "body", "The document has more than 20,000 blocks and runs of text.");
        AssertRefused(Doc(words), "body", "The document has more than 500,000 characters.");
        AssertRefused(Doc($$"""{"type":"table","content":[{{rows}}]}"""), "body.content[0]", "A table has 1,000 rows at most.");
        AssertRefused(Doc($$"""{"type":"table","content":[{"type":"tableRow","content":[{{cells}}]}]}"""), "body.content[0].content[0]", "A table has 100 columns at most.");
        AssertRefused(Doc(new string(' ', 2 * 1024 * 1024)), "body", "A body has 2 MB at most.");
    }

    [Fact]
    public void Reading_the_worst_two_megabytes_takes_no_longer_than_their_size_asks()
    {
        string[] worst =
        [
            Doc(string.Join(',', Enumerable.Repeat("""{"type":"a"}""", 150_000))),
            Doc($$"""{"type":"paragraph","content":[{{string.Join(',', Enumerable.Repeat("""{"type":"text","text":"a"}""", 19_000))}}]}"""),
            Doc($$"""{"type":"paragraph",{{string.Join(',', Enumerable.Repeat("\"b\":1", 300_000))}}}"""),
            Doc($$$$"""{"type":"paragraph","attrs":{{{{{string.Join(',', Enumerable.Repeat("\"id\":\"a\"", 200_000))}}}}}}"""),
            Doc($$"""{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{{string.Join(',', Enumerable.Repeat("{\"type\":\"b\"}", 150_000))}}]}]}"""),
        ];

        var watch = Stopwatch.StartNew();
        Assert.All(worst, json => Reader.Read(json));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_value_inside_other_JSON_is_read_under_its_own_name()
    {
        using var json = JsonDocument.Parse("""{"note":{"type":"doc","content":[{"type":"x"}]}}""");

        Assert.Equal("note.content[0].type", Assert.Single(Reader.Read(json.RootElement.GetProperty("note"), "note").Faults).Place);
        Assert.Equal("body", Assert.Single(Reader.Read(default(JsonElement)).Faults).Place);
    }

    [Fact]
    public void The_JSON_may_stand_in_a_page()
    {
        var json = DocumentWriter.ToJson(new Document([new Paragraph("a", [new TextRun("</script><!-- & 'é' 新", Marks.None)])]));

        Assert.Equal("""{"type":"doc","content":[{"type":"paragraph","attrs":{"id":"a"},"content":[{"type":"text","text":"\u003C/script\u003E\u003C!-- \u0026 \u0027é\u0027 新"}]}]}""", json);
    }

    [Fact]
    public void A_document_tells_its_images_and_links()
    {
        var (one, two, three) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var document = new Document(
        [
            new Figure("a", one, null, null, FigureSize.Column),
            new Factbox("b", null, [new Comparison("c", two, one, null, null), new Paragraph("d", [new TextRun("x", new Marks(Link: new LinkMark("/y", null)))])]),
            new Gallery("e", [three, one]),
            new Embed("f", new Uri("https://example.org/v"), null),
        ]);

        Assert.Equal([one, two, three], document.ImageIds());
        Assert.Equal(["/y", "https://example.org/v"], document.Links(), StringComparer.Ordinal);
    }

    private static string Doc(string blocks) => $$"""{"type":"doc","content":[{{blocks}}]}""";

    private static void AssertRefused(string json, string place, string sentence) =>
        Assert.Equal(new Fault(place, sentence), Assert.Single(Reader.Read(json).Faults));
}
