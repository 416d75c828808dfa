using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Commands;

public sealed class ThemeCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    private string Copied => Path.Combine(_database.Data, "themes", "default");

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_built_in_theme_is_sound()
    {
        var ended = await Run("check", "default");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Matches("^The theme in .*default is sound\\.\n$", ended.Output);
    }

    [Fact]
    public async Task A_copy_is_sound_and_shows_what_the_original_shows_byte_for_byte()
    {
        var paths = new[] { "/", "/lite", "/about", "/aldor/survey-finds-three-of-five-gates-in-working-order", "/nowhere" };
        await using var original = await TestSite.Start(_database);
        await original.Make.Published();
        var before = await Task.WhenAll(paths.Select(path => Page(original, path)));

        Assert.Equal(new Ended(0, $"The theme is in {Copied}.\n", ""), await Run("copy", "default"));
        Assert.Equal(new Ended(0, $"The theme in {Copied} is sound.\n", ""), await Run("check", "default"));
        await using var site = await TestSite.Start(_database, original.Clock, settings => settings with { Theme = "default" });
        var after = await Task.WhenAll(paths.Select(path => Page(site, path)));
        Assert.Equal(before, after);

        await File.WriteAllTextAsync(Path.Combine(Copied, "templates", "not-found.hbs"), "ours", TestContext.Current.CancellationToken);
        await using var changed = await TestSite.Start(_database, original.Clock, settings => settings with { Theme = "default" });
        Assert.Equal("ours"u8.ToArray(), await Page(changed, "/nowhere"));
    }

    [Fact]
    public async Task What_is_saved_in_a_copy_is_what_the_next_readers_see()
    {
        await Run("copy", "default");
        await using var server = await BuiltProgram.Serve(_database);
        foreach (var page in new[] { "ours", "ours, and better" })
        {
            await File.WriteAllTextAsync(Path.Combine(Copied, "templates", "not-found.hbs"), page, TestContext.Current.CancellationToken);
            await Until(server, page);
        }
    }

    [Fact]
    public async Task A_folder_that_is_there_is_never_written_over()
    {
        Directory.CreateDirectory(Copied);
        Assert.Equal(new Ended(1, "", $"default: {Copied} is there already: it is never written over.\n"), await Run("copy", "default"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Copied));
    }

    [Theory]
    [InlineData("check", "nothing")]
    [InlineData("copy", "nothing")]
    [InlineData("copy", "../default")]
    public async Task A_theme_that_is_not_there_ends_with_those_that_are(string act, string name) =>
        Assert.Equal(new Ended(1, "", $"{name}: There is no such theme. These are: default, evening.\n"), await Run(act, name));

    [Fact]
    public async Task What_is_wrong_is_named_with_file_and_line()
    {
        await Run("copy", "default");
        await File.WriteAllTextAsync(Path.Combine(Copied, "templates", "story.hbs"), "{{#> frame}}\n{{headlin}}{{/frame}}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Copied, "templates", "gone.hbs"), "{{#> frame}}\n\n{{reasons}}{{/frame}}", TestContext.Current.CancellationToken);
        var ended = await Run("check", "default");
        Assert.Equal((1, $"The theme in {Copied} can't be used as it is; problems: 2.\n"), (ended.Code, ended.Error));
        Assert.Matches("^templates/gone\\.hbs:3: GonePage has no “reasons”; [^\n]+\ntemplates/story\\.hbs:2: StoryPage has no “headlin”; [^\n]+\n$", ended.Output);
    }

    [Fact]
    public async Task A_forced_theme_that_is_broken_stops_the_start_and_names_the_place()
    {
        await Run("copy", "default");
        await File.WriteAllTextAsync(Path.Combine(Copied, "templates", "story.hbs"), "\n{{#if}}", TestContext.Current.CancellationToken);
        var ended = await BuiltProgram.Run(["serve", "--data", _database.Data], [("BROADSHEET_THEME", "default")]);
        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.StartsWith("templates/story.hbs:2: ", ended.Error, StringComparison.Ordinal);
    }

    // Whatever its status.
    private static async Task<byte[]> Page(TestSite site, string path)
    {
        using var answer = await site.Reader().GetAsync(path, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    // Another process reads the file, so there is nothing to wait for but what it answers.
    private static async Task Until(BuiltProgram server, string page)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var answer = await server.Http.GetAsync("/nowhere", patience.Token);
            if (await answer.Content.ReadAsStringAsync(patience.Token) == page)
            {
                return;
            }

            await asking.WaitForNextTickAsync(patience.Token);
        }
    }

    private Task<Ended> Run(params string[] arguments) => BuiltProgram.Run(["theme", .. arguments, "--data", _database.Data]);
}
