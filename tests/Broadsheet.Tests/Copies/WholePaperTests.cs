using System.Text.Json;
using Broadsheet.Copies.Exports;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Readers;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Copies;

public sealed class WholePaperTests(PrintedPaper paper) : IClassFixture<PrintedPaper>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_the_same_to_the_byte_after_a_restore_elsewhere()
    {
        await using var elsewhere = TestDatabase.Untouched();
        await Copying.Restore(paper.Backup, elsewhere);
        await using var restored = await TestSite.Start(on: elsewhere, clock: paper.Site.Clock);
        await restored.Tick("fill-search");
        foreach (var audience in new[] { Audience.Visitor, Audience.Member("friend", 10) })
        {
            // The same cookie for both: the key came along.
            var before = paper.Site.Reader(audience);
            var after = restored.Reader();
            after.DefaultRequestHeaders.Add("Cookie", before.DefaultRequestHeaders.TryGetValues("Cookie", out var cookie) ? cookie : []);
            var read = await Crawl.Read(before);
            Assert.InRange(read.Count, 150, 5000);
            Assert.Equal(read, await Crawl.Read(after));
        }
    }

    // Two engines are two programs: compiled queries know one model.
    [PostgresFact]
    public async Task Every_page_is_the_same_to_the_byte_on_the_other_engine_and_on_the_way_back()
    {
        (string, string)[] url = [("BROADSHEET_URL", TestSite.Url.AbsoluteUri)];
        await using var postgres = TestDatabase.Untouched();
        Assert.Equal(0, (await BuiltProgram.Run(postgres, "restore", paper.Backup)).Code);
        await using var sqlite = TestDatabase.Untouched(Engine.Sqlite);
        Assert.Equal(0, (await BuiltProgram.Run(sqlite, "restore", paper.Backup)).Code);
        using var folder = new TestFolder();
        Assert.Equal(0, (await BuiltProgram.Run(sqlite, "backup", folder.File("back.zip"))).Code);
        await using var back = TestDatabase.Untouched();
        Assert.Equal(0, (await BuiltProgram.Run(back, "restore", folder.File("back.zip"))).Code);
        // Three programs that make all renditions again would have the machine for themselves; pages name them whether they are there or not.
        foreach (var database in new[] { postgres, sqlite, back })
        {
            await using var db = database.Open();
            await db.Jobs.ExecuteDeleteAsync(Cancellation);
        }

        await using var first = await BuiltProgram.Serve(postgres, url);
        await using var second = await BuiltProgram.Serve(sqlite, url);
        await using var third = await BuiltProgram.Serve(back, url);
        var read = await Crawl.Read(first.Http);
        Assert.InRange(read.Count, 150, 5000);
        Assert.Equal(read, await Crawl.Read(second.Http));
        Assert.Equal(read, await Crawl.Read(third.Http));
    }

    [Fact]
    public async Task Pictures_come_along_and_renditions_are_made_of_them_again()
    {
        await using var elsewhere = TestDatabase.Untouched();
        await Copying.Restore(paper.Backup, elsewhere);
        await using var restored = await TestSite.Start(on: elsewhere, clock: paper.Site.Clock);
        var picture = (await restored.Html("/")).QuerySelector("article img, img")!.GetAttribute("src")!;
        Assert.StartsWith("/media/", picture, StringComparison.Ordinal);
        Assert.Equal(await paper.Site.Reader().GetByteArrayAsync(picture, Cancellation), await restored.Reader().GetByteArrayAsync(picture, Cancellation));
    }

    [Fact]
    public async Task An_export_is_the_same_to_the_byte_whoever_makes_it_and_the_second_changes_nothing()
    {
        using var folder = new TestFolder();
        var first = await Export(paper.Database, folder.File("one"));
        Assert.Equal(first.Files, first.Written);
        Assert.Equal(0, (await Export(paper.Database, folder.File("one"))).Written);
        await using var elsewhere = TestDatabase.Untouched(Engine.Sqlite);
        await Copying.Restore(paper.Backup, elsewhere);
        await Export(elsewhere, folder.File("two"));
        var names = FilesIn(folder.File("one"));
        Assert.Equal(names, FilesIn(folder.File("two")));
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(folder.File($"one/{name}")), File.ReadAllBytes(folder.File($"two/{name}"))));
    }

    [Fact]
    public async Task Every_story_comes_back_from_its_Markdown_as_the_document_it_was()
    {
        using var folder = new TestFolder();
        await Export(paper.Database, folder.Path);
        var stories = FilesIn(folder.Path).Where(name => name.EndsWith(".md", StringComparison.Ordinal) && name != "README.md").ToList();
        await using var db = paper.Database.Open();
        Assert.InRange(stories.Count, await db.Stories.CountAsync(Cancellation), 1000);
        Assert.All(stories, name =>
        {
            var text = File.ReadAllText(folder.File(name));
            var imported = new MarkdownImport(new DocumentReader(Random.Shared)).Read(text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..], key => Guid.Parse(key), _ => null);
            using var json = JsonDocument.Parse(File.ReadAllBytes(folder.File(Path.ChangeExtension(name, ".json"))));
            var document = StoredDocument.Read(json.RootElement.GetProperty("body").GetRawText());
            Assert.Empty(imported.NotKept);
            Assert.Equal(Described.In(SayableInMarkdown.Of(document), "Id"), Described.In(imported.Document!, "Id"));
        });
    }

    private static Task<ExportReport> Export(TestDatabase database, string folder) =>
        new ExportPaper(Copying.SettingsOf(database), Copying.Quiet()).Run(folder, withVersions: true, Cancellation);

    private static List<string> FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal)];
}
