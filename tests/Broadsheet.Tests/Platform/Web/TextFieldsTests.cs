using Broadsheet.Platform.Web;
using Xunit;

namespace Broadsheet.Tests.Platform.Web;

public sealed class TextFieldsTests
{
    private readonly Faults _faults = new();

    [Fact]
    public void A_missing_line_is_named()
    {
        _faults.Line("name", " \t ", 10, required: true);
        Assert.Equal([new Fault("name", "name is missing.")], _faults.All);
    }

    [Fact]
    public void A_long_line_is_told_its_length_and_the_limit()
    {
        var line = _faults.Line("headline", new string('x', 1200), 300);
        Assert.Equal([new Fault("headline", "headline has 1,200 characters; 300 is the most.")], _faults.All);
        Assert.Equal(300, line.Length);
    }

    [Fact]
    public void A_line_is_measured_as_it_is_kept()
    {
        Assert.Equal("a b", _faults.Line("name", "  a     b  ", 3));
        Assert.False(_faults.Any);
    }

    [Theory]
    [InlineData("bell \u0007")]
    [InlineData("noncharacter \uFFFE")]
    public void What_is_no_text_is_refused(string value)
    {
        Assert.Equal("", _faults.Text("note", value, 100));
        Assert.Equal("note holds a character that is no text (a control character or half of one).", Assert.Single(_faults.All).Sentence);
    }

    [Fact]
    public void Text_keeps_its_lines_however_they_end()
    {
        Assert.Equal("one\ntwo\n\nthree", _faults.Text("note", "\r\none\r\ntwo\r\rthree  ", 100));
        Assert.False(_faults.Any);
    }

    [Fact]
    public void An_empty_optional_field_is_none()
    {
        Assert.Null(_faults.OptionalLine("slug", "  ", 10));
        Assert.Null(_faults.OptionalText("note", null, 10));
        Assert.False(_faults.Any);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("de-at", "de-AT")]
    [InlineData("AR", "ar")]
    [InlineData("zh-Hant-TW", "zh-Hant-TW")]
    public void A_language_is_written_the_usual_way(string tag, string kept)
    {
        Assert.Equal(kept, _faults.Language("language", tag));
        Assert.False(_faults.Any);
    }

    [Theory]
    [InlineData("english")]
    [InlineData("e")]
    [InlineData("en_US")]
    [InlineData("en--US")]
    [InlineData("../etc")]
    [InlineData("12")]
    public void What_is_no_language_is_refused(string tag)
    {
        Assert.Null(_faults.Language("language", tag));
        Assert.Equal("language must be a language tag such as en, de or ar.", Assert.Single(_faults.All).Sentence);
    }
}
