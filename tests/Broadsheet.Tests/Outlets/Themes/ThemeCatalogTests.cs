using System.Text;
using Broadsheet.Outlets.Themes;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Broadsheet.Tests.Outlets.Themes;

public sealed class ThemeCatalogTests : IDisposable
{
    private readonly ThemeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_newsrooms_themes_stand_beside_the_built_in_ones() => Assert.Equal(["default", "evening", "ours"], _folder.Catalog.Names);

    [Theory]
    [InlineData("nothing")]
    [InlineData("../default")]
    [InlineData("")]
    [InlineData("Default")]
    public void A_name_that_is_no_theme_is_refused_with_those_there_are(string name)
    {
        Assert.Null(_folder.Catalog.Find(name));
        Assert.EndsWith("There is no such theme. These are: default, evening, ours.", Assert.Throws<ThemeException>(() => _folder.Catalog.Get(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_takes_what_it_lacks_from_the_one_it_extends()
    {
        _folder.Write("templates/error.hbs", "<h1>{{word \"errorTitle\"}}</h1>").Write("words/en.json", """{"errorTitle": "Oh"}""");
        var theme = _folder.Catalog.Get("ours");
        Assert.Equal("<h1>Oh</h1>", Encoding.UTF8.GetString(theme.Render(SamplePages.Error())).Trim());
        Assert.Contains("/assets/ours/", Encoding.UTF8.GetString(theme.Render(SamplePages.Front())), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_a_theme_lacks_are_those_of_the_one_it_extends()
    {
        _folder.Write("words/en.json", """{"by": "From"}""").Write("words/pt.json", """{"by": "De"}""");
        Assert.Empty(_folder.Problems());
        var theme = _folder.Catalog.Get("ours");
        Assert.Equal(("From", "Topics"), (theme.Words("en")["by"], theme.Words("en")["topics"]));
        Assert.Equal(("De", "Topics"), (theme.Words("pt-BR")["by"], theme.Words("pt-BR")["topics"]));
        Assert.Equal("Par", theme.Words("fr")["by"]);
    }

    [Fact]
    public void A_theme_extends_one_that_extends_another()
    {
        _folder.Write("theme.json", """{"name": "Ours", "extends": "evening"}""").Write("words/en.json", """{"by": "From"}""");
        Assert.Empty(_folder.Problems());
        var story = Encoding.UTF8.GetString(_folder.Catalog.Get("ours").Render(SamplePages.Story()));
        Assert.Contains("class=\"facts\"", story, StringComparison.Ordinal);
        Assert.Contains("From <a", story, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_that_went_its_own_way_changes_no_theme_of_the_programs()
    {
        var evening = new BuiltInTheme("evening").Html(SamplePages.Static());
        var copy = _folder.Catalog.Copy("default");
        File.WriteAllText(Path.Combine(copy, "templates", "static.hbs"), "ours");
        Assert.Equal("ours", Encoding.UTF8.GetString(_folder.Catalog.Get("default").Render(SamplePages.Static())));
        Assert.Equal(evening, Encoding.UTF8.GetString(_folder.Catalog.Get("evening").Render(SamplePages.Static())));
    }

    [Fact]
    public void What_a_theme_extends_is_read_again_for_it_too()
    {
        _folder.Write("../theirs/theme.json", """{"name": "Theirs", "extends": "ours"}""");
        _folder.Catalog.Get("theirs");
        _folder.Write("templates/error.hbs", "changed");
        _folder.Catalog.Reload("ours");
        Assert.Equal("changed", Encoding.UTF8.GetString(_folder.Catalog.Get("theirs").Render(SamplePages.Error())));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("evening")]
    public void A_copy_looks_as_the_original_does(string name)
    {
        _folder.Catalog.Copy(name);
        Assert.Empty(_folder.Catalog.Check(name));
        Assert.All(SamplePages.All(), page => Assert.Equal(new BuiltInTheme(name).Html(page), Encoding.UTF8.GetString(_folder.Catalog.Get(name).Render(page))));
    }

    [Fact]
    public void A_copy_holds_every_file_and_goes_on_without_those_that_are_deleted()
    {
        var copy = _folder.Catalog.Copy("default");
        Assert.Equal(Directory.EnumerateFiles(BuiltInTheme.Default.Folder, "*", SearchOption.AllDirectories).Count(), Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).Count());
        File.Delete(Path.Combine(copy, "templates", "story.hbs"));
        Assert.Empty(_folder.Catalog.Check("default"));
        Assert.Equal(copy, _folder.Catalog.FolderOf("default"));
    }

    [Fact]
    public void A_copy_never_writes_over_an_earlier_one()
    {
        _folder.Catalog.Copy("default");
        Assert.EndsWith("is there already: it is never written over.", Assert.Throws<ThemeException>(() => _folder.Catalog.Copy("default")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_that_became_unusable_is_reported_and_the_last_good_one_stays()
    {
        var good = _folder.Catalog.Get("ours");
        _folder.Write("templates/error.hbs", "{{#if}}");
        Assert.Throws<ThemeException>(() => _folder.Catalog.Reload("ours"));
        Assert.Same(good, _folder.Catalog.Get("ours"));
    }

    [Fact]
    public async Task A_saved_template_is_used_at_once_while_the_theme_is_watched()
    {
        _folder.Catalog.Get("ours");
        var reloaded = new TaskCompletionSource();
        using var watch = new ThemeWatch(_folder.Catalog, "ours", TimeProvider.System, NullLogger<ThemeWatch>.Instance);
        watch.Reloaded += (_, _) => reloaded.TrySetResult();
        _folder.Write("templates/error.hbs", "changed");
        await reloaded.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("changed", Encoding.UTF8.GetString(_folder.Catalog.Get("ours").Render(SamplePages.Error())));
    }

    [Fact]
    public void A_language_without_words_of_its_own_takes_the_nearest()
    {
        var theme = BuiltInTheme.Default.Theme;
        Assert.Equal("Par", theme.Words("fr-CA")["by"]);
        Assert.Equal("By", theme.Words("tlh")["by"]);
        Assert.Equal("تحديثان", theme.Words("ar")["updates.two"]);
    }
}
