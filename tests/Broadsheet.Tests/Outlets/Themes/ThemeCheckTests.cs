using Broadsheet.Outlets.Themes;
using Broadsheet.Outlets.Themes.Templates;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Outlets.Themes;

public sealed class ThemeCheckTests : IDisposable
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        [.. new[] { "{{", "}}", "{{#if ", "{{/if}}", "{{else}}", "{{#each ", "{{/each}}", "{{> ", "{{#> ", "{{/", "{{!", "--", "word ", "x", "x.y", "../", "@", "=", "\"", "'", " ", "\n", "~", "1", "^", "*" }.Select(p => Gen.Const(p))]);

    private readonly ThemeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_theme_that_changes_nothing_is_sound() => Assert.Empty(_folder.Problems());

    [Theory]
    [InlineData("{{#> frame}}\n<h1>{{headlin}}</h1>\n{{/frame}}", "templates/story.hbs:2: StoryPage has no “headlin”; it has ")]
    [InlineData("{{#> frame}}{{Headline}}{{/frame}}", "templates/story.hbs:1: StoryPage has no “Headline”; it has ")]
    [InlineData("{{#> frame}}\n{{#with lead}}\n{{picture.colour}}{{/with}}{{/frame}}", "templates/story.hbs:3: PictureView has no “colour”; it has ")]
    [InlineData("{{#each topics}}{{../headline}}{{@index}}{{title}}{{/each}}", "templates/story.hbs:1: LinkView has no “title”; it has ")]
    [InlineData("{{#each bylines}}{{name}}{{/each}}{{@root.frame.titel}}", "templates/story.hbs:1: PageFrame has no “titel”; it has ")]
    [InlineData("{{#if lead.picture.credits}}x{{/if}}", "templates/story.hbs:1: PictureView has no “credits”; it has ")]
    [InlineData("\n\n{{word \"sectoins\"}}", "templates/story.hbs:3: words/en.json has no “sectoins”.")]
    [InlineData("{{#each headline}}x{{/each}}", "templates/story.hbs:1: “headline” isn’t a list: ")]
    [InlineData("{{published}}", "templates/story.hbs:1: “published” is a TimeView, not a text: name one of its properties.")]
    [InlineData("{{topics}}", "templates/story.hbs:1: “topics” is a ")]
    [InlineData("{{@index}}", "templates/story.hbs:1: “@index” is only known inside {{#each}}.")]
    [InlineData("{{../headline}}", "templates/story.hbs:1: “../headline” leaves the template")]
    public void A_path_that_its_view_model_lacks_is_named_with_file_and_line(string template, string problem) =>
        Assert.StartsWith(problem, Assert.Single(_folder.Write("templates/story.hbs", template).Problems()), StringComparison.Ordinal);

    [Theory]
    [InlineData("a\n{{{headline}}}", "templates/story.hbs:2: A template can't write unescaped text")]
    [InlineData("a\n{{~{headline}~}}", "templates/story.hbs:2: A template can't write unescaped text")]
    [InlineData("a\n{{&headline}}", "templates/story.hbs:2: A template can't write unescaped text")]
    [InlineData("a\n{{#if headline}}\nb", "templates/story.hbs:2: {{#if headline}} is never closed.")]
    [InlineData("{{#if headline}}\n{{#each topics}}{{/if}}{{/each}}", "templates/story.hbs:2: {{/if}} stands where {{/each}} should: {{#each topics}} was opened in line 2.")]
    [InlineData("\n{{/if}}", "templates/story.hbs:2: {{/if}} closes nothing.")]
    [InlineData("\n{{else}}", "templates/story.hbs:2: {{else}} closes nothing.")]
    [InlineData("{{headline", "templates/story.hbs:1: The tag is never closed with }}.")]
    [InlineData("{{!-- x }}", "templates/story.hbs:1: The tag is never closed with --}}.")]
    [InlineData("{{}}", "templates/story.hbs:1: An empty tag.")]
    [InlineData("{{#list topics}}{{/list}}", "templates/story.hbs:1: {{#list topics}} isn't a block of the theme language")]
    [InlineData("{{#if}}{{/if}}", "templates/story.hbs:1: {{#if}} isn't a block of the theme language")]
    [InlineData("{{#*inline \"x\"}}{{/inline}}", "templates/story.hbs:1: Inline partials aren't part of the theme language")]
    [InlineData("{{^if headline}}{{/if}}", "templates/story.hbs:1: Write {{else}} instead of {{^}}.")]
    [InlineData("{{shout headline}}", "templates/story.hbs:1: There is no helper “shout”")]
    [InlineData("{{> nothing}}", "templates/story.hbs:1: There is no partials/nothing.hbs.")]
    [InlineData("{{> picture lead.picture sizes=\"1rem\"}}", "templates/story.hbs:1: {{>picture lead.picture sizes=\"1rem\"}} gives a path and names: put the path into {{#with}} around it.")]
    [InlineData("\n{{asset \"nothing.css\"}}", "templates/story.hbs:2: There is no assets/nothing.css.")]
    [InlineData("{{asset headline}}", "templates/story.hbs:1: An asset is named in quotes.")]
    [InlineData("{{> picture sizes=1 sizes=2}}", "templates/story.hbs:1: “sizes=2” isn't name=value, with each name once.")]
    [InlineData("{{word \"by}}", "templates/story.hbs:1: “\"by” isn't a path")]
    [InlineData("{{a.[b]}}", "templates/story.hbs:1: “a.[b]” isn't a path")]
    public void A_broken_template_is_refused_with_file_and_line(string template, string problem)
    {
        _folder.Write("templates/story.hbs", template);
        Assert.StartsWith(problem, _folder.Problems()[0], StringComparison.Ordinal);
        Assert.StartsWith(problem, Assert.Throws<ThemeException>(() => _folder.Catalog.Get("ours")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_is_checked_against_every_view_model_it_is_called_with()
    {
        _folder.Write("partials/kicker.hbs", "{{standfirst}}{{kicker}}").Write("templates/gone.hbs", "{{> kicker}}");
        Assert.Equal(2, _folder.Problems().Count(p => p.StartsWith("partials/kicker.hbs:1: GonePage has no", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        _folder.Write("templates/story.hbs", "{{#if}}").Write("templates/topic.hbs", "{{> nothing}}").Write("templates/lite/gone.hbs", "{{shout x}}");
        Assert.Equal(["templates/lite/gone.hbs:1", "templates/story.hbs:1", "templates/topic.hbs:1"], _folder.Problems().Select(p => string.Join(':', p.Split(':').Take(2))).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("theme.json", "{", "theme.json:1: ")]
    [InlineData("theme.json", "{\"name\": \"Ours\",\n \"colour\": 1}", "theme.json:2: ")]
    [InlineData("theme.json", "{\"name\": \"Ours\", \"extends\": \"nothing\"}", "theme.json: It extends “nothing”, and there is no such theme to extend.")]
    [InlineData("theme.json", "{\"name\": \"Ours\", \"extends\": \"ours\"}", "theme.json: It extends “ours”, and there is no such theme to extend.")]
    [InlineData("words/fr.json", "{\n\"by\": 1}", "words/fr.json:2: ")]
    [InlineData("assets/css/base.css", "a {}\n@import url(x.css);", "assets/css/base.css:2: @import isn't allowed")]
    [InlineData("assets/css/base.css", "a {}\nb { background: url(\"https://fonts.example/x.woff2\"); }", "assets/css/base.css:2: https://fonts.example/x.woff2 is on another host")]
    [InlineData("assets/css/base.css", "b { background: url(../nothing.png); }", "assets/css/base.css:1: There is no assets/nothing.png.")]
    [InlineData("assets/program.exe", "x", "assets/program.exe: Files of this kind aren't served")]
    public void A_broken_file_of_any_other_kind_is_named_too(string file, string text, string problem) =>
        Assert.StartsWith(problem, Assert.Single(_folder.Write(file, text).Problems()), StringComparison.Ordinal);

    [Fact]
    public void No_text_makes_the_parser_fail_in_another_way() =>
        Pieces.Array[0, 24].Sample(pieces =>
        {
            var text = string.Concat(pieces);
            try
            {
                TemplateParser.Parse("x", "x.hbs", text);
            }
            catch (ThemeException e)
            {
                Assert.All(e.Problems, p => Assert.InRange(p.Line, 1, text.Count(c => c is '\n') + 1));
            }
        });
}
