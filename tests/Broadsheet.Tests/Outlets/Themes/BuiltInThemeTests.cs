using System.IO.Compression;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Broadsheet.Outlets.Themes.Assets;
using Broadsheet.Outlets.Themes.Views;
using Xunit;

namespace Broadsheet.Tests.Outlets.Themes;

public sealed class DefaultThemeTests() : BuiltInThemeTests("default", 40_000, "newsreader-text", "newsreader-headline", "newsreader-italic", "public-sans");

public sealed class EveningThemeTests() : BuiltInThemeTests("evening", 48_000, "archivo-headline", "archivo", "literata-text", "literata-bold", "literata-italic");

/// <summary>What every theme that comes with the program keeps.</summary>
/// <param name="heaviestStylesheet">Bytes, before compression.</param>
/// <param name="latinFonts">All that a story in Latin letters may load.</param>
public abstract partial class BuiltInThemeTests(string name, int heaviestStylesheet, params string[] latinFonts)
{
    private readonly BuiltInTheme _theme = new(name);

    public static TheoryData<string> Languages => [.. BuiltInTheme.Default.Theme.Languages];

    [Fact]
    public void It_is_sound() => Assert.Empty(BuiltInTheme.Catalog.Check(name));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_page_is_drawn_in_every_language(string language)
    {
        foreach (var page in SamplePages.All(language))
        {
            foreach (var isLite in new[] { false, true })
            {
                var document = _theme.Parsed(page, isLite);
                var which = $"{page.GetType().Name}, lite: {isLite}";
                Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
                Assert.Equal(page.Frame.Direction, document.DocumentElement.GetAttribute("dir"));
                Assert.Equal("visitor", document.DocumentElement.GetAttribute("data-audience"));
                Assert.Equal(page.Frame.Title, document.Title);
                Assert.True(document.QuerySelectorAll("h1").Length is 1, $"{which} has {document.QuerySelectorAll("h1").Length} headings of the first level.");
                Assert.True(document.QuerySelectorAll("main").Length is 1, which);
                Assert.DoesNotContain("{{", document.DocumentElement.OuterHtml, StringComparison.Ordinal);
                Assert.DoesNotContain(document.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal), g => g.Count() > 1);
            }
        }
    }

    [Fact]
    public void No_template_can_write_unescaped_text() =>
        Assert.DoesNotContain(_theme.Files(".", "*.hbs"), f => File.ReadAllText(f).Contains("{{{", StringComparison.Ordinal) || File.ReadAllText(f).Contains("{{&", StringComparison.Ordinal));

    [Fact]
    public void Stylesheets_and_scripts_name_no_side_of_the_page()
    {
        var wrong = _theme.Files("assets", "*.css")
            .SelectMany(f => File.ReadLines(f).Select((text, i) => (Place: $"{Path.GetFileName(f)}:{i + 1}", text)))
            .Where(l => Physical().IsMatch(l.text))
            .Select(l => l.Place);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Pages_hold_no_style_attribute_no_handler_and_no_running_inline_script()
    {
        foreach (var page in SamplePages.All())
        {
            var document = _theme.Parsed(page);
            Assert.Empty(document.QuerySelectorAll("[style], style"));
            Assert.DoesNotContain(document.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.All(document.Scripts, s => Assert.True(s.Type is "application/ld+json" || (s.Source is not null && s.Type is "module"), s.OuterHtml));
        }
    }

    [Fact]
    public void Readers_browsers_ask_no_other_host()
    {
        foreach (var page in SamplePages.All())
        {
            var asked = _theme.Parsed(page)
                .QuerySelectorAll("script[src], img[src], source[srcset], link[rel=stylesheet], link[rel=preload], link[rel=icon], iframe")
                .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? e.GetAttribute("srcset") ?? "")
                .ToList();
            Assert.All(asked, address => Assert.Matches("^/[^/]", address));
        }
    }

    [Fact]
    public void Every_asset_a_page_names_is_there()
    {
        foreach (var page in SamplePages.All())
        {
            foreach (var isLite in new[] { false, true })
            {
                var named = _theme.Parsed(page, isLite).QuerySelectorAll("[href^='/assets/'], [src^='/assets/']").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!);
                Assert.All(named, address => Assert.Equal(address, _theme.Theme.Assets.AddressOf(string.Join('/', address.Split('/').Skip(4)))));
            }
        }
    }

    [Fact]
    public void Lite_pages_have_no_picture_and_no_script_and_weigh_at_most_50_KB_all_told()
    {
        var stylesheet = Find("lite.css").Bytes.Length;
        foreach (var page in SamplePages.All().Where(p => p is not StoryPage).Append(SamplePages.LiteStory()))
        {
            var document = _theme.Parsed(page, isLite: true);
            Assert.Empty(document.QuerySelectorAll("img, picture, video, iframe, script:not([type='application/ld+json'])"));
            Assert.InRange(_theme.Theme.RenderLite(page).Length + stylesheet, 1, 50 * 1024);
        }
    }

    [Fact]
    public void The_stylesheet_stays_light() => Assert.InRange(Find("paper.css").Bytes.Length, 1, heaviestStylesheet);

    [Fact]
    public void All_scripts_together_stay_under_10_KB_compressed()
    {
        var scripts = _theme.Parsed(SamplePages.Story()).Scripts.Where(s => s.Source is not null).Sum(s => Compressed(Find(Path.GetFileName(s.Source!)).Bytes.ToArray()));
        Assert.InRange(scripts, 1, 10 * 1024);
    }

    [Fact]
    public void A_Latin_story_loads_at_most_100_KB_of_fonts()
    {
        var fonts = latinFonts.Sum(f => Find($"fonts/{f}.woff2").Bytes.Length);
        Assert.InRange(fonts, 1, 100_000);
    }

    [Fact]
    public void A_full_story_page_stays_under_60_KB_compressed_with_its_styles_and_scripts()
    {
        var page = Compressed(_theme.Theme.Render(SamplePages.Story()));
        var rest = new[] { "paper.css", "before-after.js", "embed.js" }.Sum(f => Find(f).Gzip!.Value.Length);
        Assert.InRange(page + rest, 1, 60 * 1024);
    }

    [Fact]
    public void A_strip_in_another_language_says_so()
    {
        var strip = _theme.Parsed(SamplePages.Front()).QuerySelector(".strip[lang=ar]");
        Assert.Equal("rtl", strip?.GetAttribute("dir"));
    }

    [Fact]
    public void Removed_and_added_words_are_told_apart_by_elements_not_by_colour()
    {
        var version = _theme.Parsed(SamplePages.History()).QuerySelector("#version-3");
        Assert.Equal(["destroyed", "six"], version?.QuerySelectorAll("del").Select(e => e.TextContent), StringComparer.Ordinal);
        Assert.Equal("out of use", version?.QuerySelector("ins")?.TextContent);
    }

    [Fact]
    public void A_story_carries_the_hooks_that_programs_rely_on()
    {
        var document = _theme.Parsed(SamplePages.Story());
        Assert.Equal(SamplePages.Story().Headline, document.QuerySelector("article h1")?.TextContent);
        Assert.Equal("I. Marsh / Aldor Pictures", document.QuerySelector("article figure figcaption .credit")?.TextContent);
        Assert.Equal(["editorsNote", "correction"], document.QuerySelectorAll("[data-correction]").Select(e => e.GetAttribute("data-correction")), StringComparer.Ordinal);
        Assert.Single(document.QuerySelectorAll("[data-gate]"));
        Assert.Single(document.QuerySelectorAll("[data-comparison]"));
    }

    [Fact]
    public void The_first_picture_is_fetched_at_once_and_all_others_wait()
    {
        var images = _theme.Parsed(SamplePages.Front()).QuerySelectorAll("img").ToList();
        Assert.Equal("high", images[0].GetAttribute("fetchpriority"));
        Assert.All(images.Skip(1), i => Assert.Equal("lazy", i.GetAttribute("loading")));
        Assert.All(images, i => Assert.True(i.HasAttribute("width") && i.HasAttribute("height") && i.HasAttribute("alt"), i.OuterHtml));
    }

    [Fact]
    public void Every_page_says_that_the_demonstration_is_one()
    {
        Assert.All(SamplePages.All(), page => Assert.Contains("demonstration", _theme.Parsed(page).QuerySelector("header")?.TextContent, StringComparison.Ordinal));
        var real = SamplePages.Front() with { Frame = SamplePages.Frame() with { IsDemo = false } };
        Assert.DoesNotContain("demonstration", _theme.Html(real), StringComparison.Ordinal);
    }

    private Asset Find(string file) => _theme.Theme.Assets.Find(file)!;

    private static int Compressed(byte[] bytes)
    {
        using var small = new MemoryStream();
        using (var gzip = new GZipStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)small.Length;
    }

    /// <summary>A declaration, not a media feature, of one side of the page or of its width or height.</summary>
    [GeneratedRegex(@"(?<![\w(-])(?:(?:scroll-)?(?:margin|padding)-(?:left|right|top|bottom)|border-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height))(?:-\w+)?\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Physical();
}
