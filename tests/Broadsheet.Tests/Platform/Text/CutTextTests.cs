using Broadsheet.Platform.Text;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Platform.Text;

public sealed class CutTextTests
{
    [Theory]
    [InlineData("The dam's gates, 2026", "the dam s gates 2026")]
    [InlineData("CAFÉ naïve Łódź", "cafe naive lodz")]
    [InlineData("Straße STRASSE", "strasse strasse")]
    [InlineData("Müller Mueller", "mueller mueller")]
    [InlineData("السَّدّ السـد أحمد إحمد", "السد السد احمد احمد")]
    [InlineData("مدينة مدينه على علي", "مدينه مدينه علي علي")]
    [InlineData("שָׁלוֹם שלום", "שלום שלום")]
    [InlineData("水坝的闸门", "水坝 坝的 的闸 闸门")]
    [InlineData("ダムゲート", "ダム ムゲ ゲー ート")]
    [InlineData("ﾀﾞﾑ", "ダム")]
    [InlineData("水", "水")]
    [InlineData("２０２６ ٢٠٢٦", "2026 2026")]
    [InlineData("…!?—", "")]
    public void Text_is_cut_into_the_words_that_people_mean(string text, string words) =>
        Assert.Equal(words.Normalize(), string.Join(' ', CutText.Of(text).Select(w => w.Token)));

    [Fact]
    public void An_umlaut_is_known_in_both_its_spellings() => Assert.Equal(new CutWord("mueller", "muller", 0, 6), Assert.Single(CutText.Of("Müller")));

    [Fact]
    public void Whatever_is_cut_the_words_hold_letters_and_digits_alone_and_stand_where_they_say() =>
        Gen.String.Sample(text => CutText.Of(text).All(word =>
            word.Token.Length is > 0 and <= 48
            && !word.Token.Any("'\"\\ ¶#^*:()&|!<>-\0".Contains)
            && 0 <= word.Start && word.Start < word.End && word.End <= text.Length));
}
