using Broadsheet.Outlets.Themes;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Outlets.Themes;

public sealed class EscapingTests
{
    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var theme in BuiltInTheme.Catalog.Names)
            {
                kinds.AddRange([.. PageKinds.ByTemplate.Keys.Select(k => (theme, k))]);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_text_of_any_view_model_becomes_markup(string theme, string kind)
    {
        var page = HostilePages.Of(PageKinds.ByTemplate[kind]);
        foreach (var isLite in new[] { false, true })
        {
            var document = new BuiltInTheme(theme).Parsed(page, isLite);
            Assert.Empty(document.QuerySelectorAll("hostile, [onload]"));
            Assert.Contains("<hostile onload=x>", document.DocumentElement.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Finished_markup_is_written_as_it_is() =>
        Assert.Contains("<strong>Radek Thorne</strong>", BuiltInTheme.Default.Html(SamplePages.Story()), StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_read_back_as_it_was_written() =>
        Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u00a0', '\u06ff'], Gen.Char['\u2010', '\u2044']), 1, 60].Sample(
            text =>
            {
                var page = SamplePages.Withheld() with { Reason = text };
                Assert.Equal(text, BuiltInTheme.Default.Parsed(page).QuerySelector("blockquote p")?.TextContent);
            },
            iter: 300);

    [Fact]
    public void Letters_of_any_script_stay_letters()
    {
        var page = SamplePages.Withheld() with { Reason = "سدّ زيل – Größe & “Ruhe”" };
        Assert.Contains("<p>سدّ زيل – Größe &amp; “Ruhe”</p>", BuiltInTheme.Default.Html(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_any_length_is_written_whole()
    {
        var story = SamplePages.Story();
        var text = string.Concat(Enumerable.Repeat("Zell ", 100_000));
        var page = story with { Standfirst = text };
        Assert.Contains(text, BuiltInTheme.Default.Html(page), StringComparison.Ordinal);
    }
}
