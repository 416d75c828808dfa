using Broadsheet.Stories;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class SlugTests
{
    private static readonly Gen<string> Headlines = Gen.OneOf(
        Gen.Char['\u0000', '\uFFFF'].Array[0, 120].Select(chars => new string(chars)),
        Gen.Char['\u00A0', '\u024F'].Array[0, 60].Select(chars => new string(chars)),
        Gen.OneOf("Dam", "’s", " ", "-", "é", "İ", "ẞ", "ǿ", "ΐ", "Ἀ", "é", "漢字", "العربية", "שלום", "한국어", "किताब", "ไทย", "😀", "—", "12", "½", "\u0301", "\uD800").Array[0, 40].Select(string.Concat));

    [Theory]
    [InlineData("The dam’s last turbine", "the-dams-last-turbine")]
    [InlineData("  €40m — and 3 gates… ", "40m-and-3-gates")]
    [InlineData("Élysée façade, naïve coöperation", "elysee-facade-naive-cooperation")]
    [InlineData("Łódź, Þórshöfn, Đà Nẵng", "lodz-thorshofn-da-nang")]
    [InlineData("Smørrebrød på Læsø", "smorrebrod-pa-laeso")]
    [InlineData("Ismét elárverezik a kőszegi várat", "ismet-elarverezik-a-koszegi-varat")]
    public void Latin_letters_are_written_in_ASCII(string headline, string expected) => Assert.Equal(expected, Slug.From(headline));

    [Theory]
    [InlineData("de", "ueberschrift-und-groesse")]
    [InlineData("de-AT", "ueberschrift-und-groesse")]
    [InlineData("sv", "uberschrift-und-grosse")]
    [InlineData(null, "uberschrift-und-grosse")]
    public void German_spells_its_umlauts_out(string? language, string expected) => Assert.Equal(expected, Slug.From("Überschrift und Größe", language));

    [Theory]
    [InlineData("السدّ بعد الانفجار", "السد-بعد-الانفجار")]
    [InlineData("שָׁלוֹם לכולם", "שלום-לכולם")]
    [InlineData("Плотина на Зелле", "плотина-на-зелле")]
    [InlineData("ダムの真実", "ダムの真実")]
    [InlineData("바다의 경계", "바다의-경계")]
    [InlineData("बाँध के बाद", "बाँध-के-बाद")]
    [InlineData("เขื่อนหลังระเบิด", "เขื่อนหลังระเบิด")]
    [InlineData("Το φράγμα", "το-φράγμα")]
    public void Other_scripts_keep_their_letters(string headline, string expected) => Assert.Equal(expected, Slug.From(headline));

    [Theory]
    [InlineData("")]
    [InlineData("— … —")]
    [InlineData("😀")]
    public void A_headline_without_letters_makes_no_address(string headline) => Assert.Empty(Slug.From(headline));

    [Fact]
    public void A_long_headline_is_cut_at_a_word()
    {
        var slug = Slug.From("The ministry said the dam would not turn a turbine this decade and the survey office said it would be months");
        Assert.Equal("the-ministry-said-the-dam-would-not-turn-a-turbine-this-decade-and-the-survey", slug);
    }

    [Fact]
    public void A_long_headline_of_another_script_is_cut_sooner_because_it_is_percent_encoded() =>
        Assert.InRange(Uri.EscapeDataString(Slug.From(string.Join(' ', Enumerable.Repeat("الانفجار", 30)))).Length, 100, 300);

    [Theory]
    [InlineData("", "An address needs at least one letter or digit.")]
    [InlineData("The Dam", "“The Dam” can't be an address; “the-dam” could.")]
    [InlineData("dam/gate", "“dam/gate” can't be an address; “dam-gate” could.")]
    [InlineData("..", "“..” can't be an address: it has no letter or digit.")]
    public void What_can_be_no_address_is_told_what_could(string slug, string sentence) => Assert.Equal(sentence, Slug.Problem(slug));

    [Fact]
    public void Whatever_a_headline_makes_is_an_address_as_it_stands() => Headlines.Sample(headline =>
    {
        var slug = Slug.From(headline);
        return slug.Length == 0 || Slug.Problem(slug) is null;
    });

    [Fact]
    public void An_address_makes_itself() => Headlines.Sample(headline => Slug.From(Slug.From(headline)).Equals(Slug.From(headline), StringComparison.Ordinal));

    [Fact]
    public void An_address_holds_nothing_that_a_path_gives_a_meaning_to() => Headlines.Sample(headline =>
        !Slug.From(headline).Any(c => c is '/' or '\\' or '?' or '#' or '.' or '%' or '&' or ';' or '<' or '"' || char.IsWhiteSpace(c) || char.IsControl(c)));

    [Fact]
    public void An_address_fits_where_it_is_kept() => Headlines.Sample(headline => Slug.From(headline).Length <= 200);

    [Theory]
    [InlineData("ǿre og Ǿre", "ore-og-ore")]
    [InlineData("ǽsir Ǽsir", "aesir-aesir")]
    [InlineData("İstanbul'da baraj", "istanbulda-baraj")]
    public void A_Latin_letter_with_two_marks_is_written_in_ASCII_too(string headline, string expected) => Assert.Equal(expected, Slug.From(headline));
}
