using System.Net;
using System.Text.Json;
using Broadsheet.Copies.Exports;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Copies;

public sealed class ExportTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestDatabase _database = null!;
    private TestSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Create();
        _site = await TestSite.Start(on: _database);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_story_is_Markdown_under_front_matter_that_says_everything_of_it()
    {
        var story = await _site.Make.Published(new { headline = "The dam \"holds\": for now", slug = "dam", bodyMarkdown = "One *quiet* morning.\n\n::: factbox {title=\"In numbers\"}\nFive gates.\n:::" });
        var api = await _site.Api();
        (await api.Post($"/stories/{story.Id}/corrections", new { kind = "correction", text = "It was five.", wrong = "three", right = "five" })).Is(HttpStatusCode.Created);
        await Export();
        var text = await Read("stories/aldor/dam.md");
        Assert.Equal(
            $$"""
            ---
            id: "{{story.Id}}"
            state: "published"
            headline: "The dam \"holds\": for now"
            standfirst: "Engineers measured the Zell dam for two days."
            section: "aldor"
            address: "/aldor/dam"
            authors:
              - "{{People.Mira}}"
            topics:
              - "Zell dam"
            access: "public"
            dateline: "Osmere"
            publishedAt: "2026-11-24T08:00:00Z"
            updatedAt: "2026-11-24T08:00:00Z"
            version: 1
            corrections:
              - kind: "correction"
                at: "2026-11-24T08:00:00Z"
                text: "It was five."
                wrong: "three"
                right: "five"
            ---

            One _quiet_ morning.

            ::: factbox {title="In numbers"}
            Five gates.
            :::

            """,
            text);
        using var json = JsonDocument.Parse(await Read("stories/aldor/dam.json"));
        Assert.Equal("doc", json.RootElement.GetProperty("body").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Drafts_and_withdrawn_stories_have_folders_of_their_own_and_what_is_in_the_bin_has_none()
    {
        var draft = await _site.Make.Story(new { headline = "Not yet" });
        var thrown = await _site.Make.Story(new { headline = "Never" });
        var changed = await _site.Make.Published(new { headline = "Out", slug = "out" });
        var back = await _site.Make.Published(new { headline = "Back", slug = "back" });
        var api = await _site.Api();
        (await api.Delete($"/stories/{thrown.Id}")).Is(HttpStatusCode.NoContent);
        (await api.Patch($"/stories/{changed.Id}", new { headline = "Out again" })).Is(HttpStatusCode.OK);
        (await api.Delete($"/stories/{back.Id}/publication", new { reason = "It was wrong." })).Is(HttpStatusCode.OK);
        await Export();
        Assert.Equal(new[] { draft.Id, changed.Id }.Order().Select(id => $"{id}.md"), Names("drafts"));
        Assert.Contains("headline: \"Out\"\n", await Read("stories/aldor/out.md"), StringComparison.Ordinal);
        Assert.Contains("headline: \"Out again\"\n", await Read($"drafts/{changed.Id}.md"), StringComparison.Ordinal);
        Assert.Contains("  reason: \"It was wrong.\"\n", await Read("withdrawn/aldor/back.md"), StringComparison.Ordinal);
        Assert.Equal(["out.md"], Names("stories"));
    }

    [Fact]
    public async Task What_is_withheld_is_in_no_file()
    {
        var story = await _site.Make.Published(new { headline = "A name that must not be read", slug = "case", bodyMarkdown = "Words that must not be read." });
        var api = await _site.Api();
        await Export(withVersions: true);
        (await api.Put($"/stories/{story.Id}/versions/1/withholding", new { ground = "court", reason = "An order of the High Court." })).Is(HttpStatusCode.OK);
        (await api.Patch($"/stories/{story.Id}", new { standfirst = "A working copy of it." })).Is(HttpStatusCode.OK);
        await Export(withVersions: true);
        Assert.All(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain("must not be read", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Contains("  reason: \"An order of the High Court.\"\n", await Read("stories/aldor/case.md"), StringComparison.Ordinal);
        Assert.Contains("  reason: \"An order of the High Court.\"\n", await Read($"versions/{story.Id}/1.md"), StringComparison.Ordinal);
        Assert.Empty(Names("drafts"));
    }

    [Fact]
    public async Task Every_version_is_there_when_asked_for()
    {
        var story = await _site.Make.Published(new { headline = "First", slug = "story" });
        var api = await _site.Api();
        (await api.Patch($"/stories/{story.Id}", new { headline = "Second" })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/publication", new { note = "A better headline." })).Is(HttpStatusCode.OK);
        await Export(withVersions: true);
        Assert.Contains("headline: \"First\"\n", await Read($"versions/{story.Id}/1.md"), StringComparison.Ordinal);
        Assert.Contains("note: \"A better headline.\"\n", await Read($"versions/{story.Id}/2.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_changed_is_brought_and_what_is_left_over_is_named_and_kept()
    {
        var story = await _site.Make.Published(new { slug = "old-name" });
        await _site.Make.Published(new { headline = "Untouched", slug = "untouched" });
        await Export();
        var api = await _site.Api();
        (await api.Patch($"/stories/{story.Id}", new { slug = "new-name" })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        var second = await Export();
        Assert.Equal(2, second.Written);
        Assert.Equal(["stories/aldor/old-name.json", "stories/aldor/old-name.md"], second.LeftOver);
        Assert.Equal(["new-name.md", "old-name.md", "untouched.md"], Names("stories"));
        Assert.Contains("formerAddresses:\n  - \"/aldor/old-name\"\n", await Read("stories/aldor/new-name.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_there_as_it_came_with_what_is_said_of_it()
    {
        var file = PictureFiles.Jpeg(64, 48);
        var api = await _site.Api();
        var image = (await api.Upload("/images", file, "harbour.jpg", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["credit"] = "Runa Feld",
            ["alt"] = "A harbour",
            ["caption"] = "The harbour.",
            ["source"] = "Courier",
            ["licence"] = "CC BY 4.0",
        })).Is(HttpStatusCode.Created);
        await _site.Make.Published(new { leadImage = image.Id, slug = "harbour" });
        await Export();
        Assert.Equal(file, await File.ReadAllBytesAsync(_folder.File($"images/{image.Id}.jpg"), Cancellation));
        Assert.Contains(
            $"images:\n  - id: \"{image.Id}\"\n    file: \"../../images/{image.Id}.jpg\"\n    alt: \"A harbour\"\n    caption: \"The harbour.\"\n    credit: \"Runa Feld\"\n    source: \"Courier\"\n    licence: \"CC BY 4.0\"\n",
            await Read("stories/aldor/harbour.md"),
            StringComparison.Ordinal);
        await File.WriteAllTextAsync(_folder.File($"images/{image.Id}.jpg"), "rotten", Cancellation);
        Assert.Equal(1, (await Export()).Written);
        Assert.Equal(file, await File.ReadAllBytesAsync(_folder.File($"images/{image.Id}.jpg"), Cancellation));
    }

    [Fact]
    public async Task A_folder_of_something_else_is_left_alone()
    {
        await File.WriteAllTextAsync(_folder.File("notes.txt"), "mine", Cancellation);
        Assert.Contains("holds something else than an export", (await Assert.ThrowsAsync<Refused>(() => Export())).Message, StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName));
    }

    private Task<ExportReport> Export(bool withVersions = false) => new ExportPaper(Copying.SettingsOf(_database), Copying.Quiet()).Run(_folder.Path, withVersions, Cancellation);

    private Task<string> Read(string name) => File.ReadAllTextAsync(_folder.File(name), Cancellation);

    private IEnumerable<string> Names(string folder) => Directory.Exists(_folder.File(folder))
        ? Directory.EnumerateFiles(_folder.File(folder), "*.md", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)
        : [];
}
