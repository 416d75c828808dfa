using Broadsheet.Platform.Text;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Platform.Text;

public sealed class PlainTests
{
    [Theory]
    [InlineData("  The   dam \n", "The dam")]
    [InlineData("e\u0301tude", "étude")]
    [InlineData("\u3000ダム\u00A0", "ダム")]
    [InlineData("", "")]
    public void A_line_has_single_spaces_and_composed_letters(string typed, string line) => Assert.Equal(line, Plain.Line(typed));

    [Theory]
    [InlineData("Zell Dam", "zell  dam ")]
    [InlineData("E\u0301lise", "élise")]
    public void Names_that_mean_the_same_share_a_key(string one, string other) => Assert.Equal(Plain.Key(one), Plain.Key(other));

    [Theory]
    [InlineData("tab\tand\r\nline", true)]
    [InlineData("emoji 😀", true)]
    [InlineData("null \0", false)]
    [InlineData("escape \u001B[31m", false)]
    [InlineData("next line \u0085", false)]
    [InlineData("noncharacter \uFFFE", false)]
    public void Clean_text_is_what_databases_and_XML_can_hold(string text, bool clean) => Assert.Equal(clean, Plain.IsClean(text));

    // An attribute can't hold half of a character, so these stand here.
    [Fact]
    public void Half_of_a_character_is_no_text() => Assert.DoesNotContain(["half \uD83D", "half \uDE00 of one", "\uDE00\uD83D"], text => Plain.IsClean(text));

    [Fact]
    public void A_line_of_clean_text_is_a_line_of_itself() =>
        Gen.Char.Array[0, 60].Select(chars => new string(chars)).Where(text => Plain.IsClean(text)).Sample(text => Plain.Line(Plain.Line(text)).Equals(Plain.Line(text), StringComparison.Ordinal));
}
