using Broadsheet.Outlets.Search;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Outlets.Search;

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

    [Fact]
    public void Any_string_is_a_query_of_sixteen_words_at_most() =>
        Gen.String.Sample(text =>
        {
            var query = SearchQuery.Read(text);
            return query.All.Concat(query.None).Sum(t => t.Spellings[0].Split(' ').Length) <= 16;
        });

    [Fact]
    public void Quotes_keep_words_together_and_a_minus_leaves_one_out()
    {
        var query = SearchQuery.Read("dam “three gates” -ferry -\"old bridge\" well-known");
        Assert.Equal(["dam", "three gates", "well known"], query.All.Select(t => t.Spellings[0]));
        Assert.Equal(["ferry", "old bridge"], query.None.Select(t => t.Spellings[0]));
    }

    [Fact]
    public void Who_only_says_what_it_is_not_looks_for_that() => Assert.Equal("dam", Assert.Single(SearchQuery.Read("-dam").All).Spellings[0]);
}
