using System.Data.Common;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Copies.Backups;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Copies;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestDatabase _database = null!;
    private TestSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => _folder.File("courier.zip");

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
    public async Task Stories_that_are_published_meanwhile_are_wholly_there_or_not_at_all()
    {
        await _site.Make.Published(new { headline = "Before" });
        var api = await _site.Api();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = new TaskCompletionSource();
        var writing = Task.Run(
            async () =>
            {
                var published = 0;
                for (; published < 500 && !stop.IsCancellationRequested; published++)
                {
                    await Photograph(api);
                    await _site.Make.Published(new { headline = $"Meanwhile {published}" });
                    first.TrySetResult();
                }

                return published;
            },
            Cancellation);
        await first.Task;
        for (var i = 0; i < 5; i++)
        {
            await Copying.Backup(_database, _folder.File($"{i}.zip"));
        }

        await stop.CancelAsync();
        Assert.InRange(await writing, 1, 499);
        for (var i = 0; i < 5; i++)
        {
            await using var elsewhere = TestDatabase.Untouched();
            Assert.Empty((await Copying.Restore(_folder.File($"{i}.zip"), elsewhere)).Manifest.Missing);
            await using var db = elsewhere.Open();
            var live = await db.Stories.Where(s => s.State == StoryState.Published).ToListAsync(Cancellation);
            Assert.Contains(live, s => s.Slug == "before");
            Assert.Equal(live.Count, await db.Publications.CountAsync(Cancellation));
            Assert.Equal(live.Count, await db.Bylines.CountAsync(Cancellation));
            await using var restored = await TestSite.Start(on: elsewhere);
            foreach (var story in live)
            {
                await restored.Html($"/aldor/{story.Slug}");
            }

            foreach (var image in await db.Set<Broadsheet.Images.Image>().ToListAsync(Cancellation))
            {
                Assert.True(System.IO.File.Exists(Path.Combine(elsewhere.Data, "media", image.Original)), $"{image.Original} is missing.");
            }
        }
    }

    [Fact]
    public async Task Every_value_is_stored_as_the_program_stores_it()
    {
        await Something();
        await Copying.Backup(_database, File);
        await using var elsewhere = TestDatabase.Untouched();
        await Copying.Restore(File, elsewhere);
        await using var before = _database.Open();
        await using var after = elsewhere.Open();
        // New jobs have been ordered, so those rows are more.
        foreach (var table in CopiedTable.All(before.Model).Where(table => table.Name is not "jobs"))
        {
            Assert.Equal(await Raw(before, table), await Raw(after, table));
        }
    }

    [Fact]
    public async Task A_restored_site_pauses_mail_knows_no_backup_and_counts_changes_on()
    {
        await Something();
        var made = await Copying.Backup(_database, File);
        await using var elsewhere = TestDatabase.Untouched();
        await Copying.Restore(File, elsewhere);
        await using var before = _database.Open();
        await using var after = elsewhere.Open();
        Assert.Equal(made.Manifest.At, Assert.Single(await after.Restores.ToListAsync(Cancellation)).BackupAt);
        Assert.Empty(await after.Backups.ToListAsync(Cancellation));
        Assert.Single(await before.Backups.ToListAsync(Cancellation));
        var last = await before.Changes.MaxAsync(c => c.Number, Cancellation);
        Assert.Equal(last + 1, Assert.Single(await after.Changes.ToListAsync(Cancellation)).Number);
        await using var restored = await TestSite.Start(on: elsewhere);
        await restored.Make.Published(new { headline = "After the restore" });
        Assert.True(await after.Changes.MaxAsync(c => c.Number, Cancellation) > last + 1);
    }

    [Fact]
    public async Task A_changed_byte_anywhere_in_the_file_is_refused()
    {
        await Something();
        await Copying.Backup(_database, File);
        var whole = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        await using var elsewhere = TestDatabase.Untouched(Engine.Sqlite);
        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[1, 255]).SampleAsync(
            async change =>
            {
                var file = _folder.File($"{Guid.NewGuid():N}.zip");
                var damaged = whole.ToArray();
                damaged[change.Item1] ^= (byte)change.Item2;
                await System.IO.File.WriteAllBytesAsync(file, damaged, Cancellation);
                var refused = await Assert.ThrowsAsync<Refused>(() => Copying.Restore(file, elsewhere));
                Assert.StartsWith(file, refused.Message, StringComparison.Ordinal);
                System.IO.File.Delete(file);
            },
            iter: 300);
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Data));
    }

    [Fact]
    public async Task What_is_damaged_is_named()
    {
        await Something();
        var made = await Copying.Backup(_database, File);
        var original = Assert.Single(made.Manifest.Entries, entry => entry.Name.StartsWith("media/", StringComparison.Ordinal));
        var bytes = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        bytes[bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(original.Name)) + original.Name.Length + 100] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, bytes, Cancellation);
        await using var elsewhere = TestDatabase.Untouched(Engine.Sqlite);
        Assert.Equal(
            $"{File} is damaged: {original.Name} is not what was written. Nothing was restored; take another backup.",
            (await Assert.ThrowsAsync<Refused>(() => Copying.Check(File, elsewhere))).Message);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_anywhere_is_refused()
    {
        await Something();
        await Copying.Backup(_database, File);
        var whole = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        await using var elsewhere = TestDatabase.Untouched(Engine.Sqlite);
        foreach (var length in new[] { whole.Length - 1, whole.Length - 64, whole.Length - 200, whole.Length / 2, 200 })
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..length], Cancellation);
            Assert.Equal(
                $"{File} is not whole: its end is cut off or damaged. Nothing was restored; take another backup.",
                (await Assert.ThrowsAsync<Refused>(() => Copying.Check(File, elsewhere))).Message);
        }

        await System.IO.File.WriteAllBytesAsync(File, [], Cancellation);
        Assert.Equal($"{File} is no backup of Broadsheet.", (await Assert.ThrowsAsync<Refused>(() => Copying.Check(File, elsewhere))).Message);
    }

    [Theory]
    [InlineData("""{"migrations": ["Initial", "Changes", "Search", "Backups", "Newsletters"]}""", "with Newsletters")]
    [InlineData("""{"format": 2, "program": "9.0.0"}""", "was made by Broadsheet 9.0.0")]
    public async Task A_backup_of_a_newer_program_is_refused(string change, string sentence)
    {
        await Something();
        await Copying.Backup(_database, File);
        await Reseal(JsonNode.Parse(change)!.AsObject());
        await using var elsewhere = TestDatabase.Untouched(Engine.Sqlite);
        var refused = await Assert.ThrowsAsync<Refused>(() => Copying.Restore(File, elsewhere));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Data));
    }

    [Fact]
    public async Task A_file_that_would_be_written_outside_of_the_folder_is_refused()
    {
        await Something();
        await Copying.Backup(_database, File);
        await using (var zip = await ZipFile.OpenAsync(File, ZipArchiveMode.Update, Cancellation))
        {
            await using var entry = await zip.CreateEntry("data/../../out.key").OpenAsync(Cancellation);
        }

        var entries = (await Copying.Check(await Reseal([]), _database)).Entries.Append(new ManifestEntry("data/../../out.key", 0, ""));
        await Reseal(new JsonObject { ["entries"] = JsonSerializer.SerializeToNode(entries, Manifest.Json) });
        await using var elsewhere = TestDatabase.Untouched(Engine.Sqlite);
        await Assert.ThrowsAsync<InvalidDataException>(() => Copying.Restore(File, elsewhere));
    }

    [Fact]
    public async Task What_is_not_empty_is_left_alone()
    {
        await Something();
        await Copying.Backup(_database, File);
        await using var folder = TestDatabase.Untouched();
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder.Data, "notes.txt"), "mine", Cancellation);
        Assert.Contains("it holds notes.txt", (await Assert.ThrowsAsync<Refused>(() => Copying.Restore(File, folder))).Message, StringComparison.Ordinal);
        Assert.Equal("notes.txt", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(folder.Data))));
        var itself = await Assert.ThrowsAsync<Refused>(() => Copying.Restore(File, _database));
        Assert.Contains("is not empty", itself.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_database_with_rows_is_left_alone_though_the_folder_is_empty()
    {
        await Something();
        await Copying.Backup(_database, File);
        using var data = new TestFolder();
        var settings = Copying.SettingsOf(_database) with { Data = data.Path, Media = data.File("media") };
        var refused = await Assert.ThrowsAsync<Refused>(() => new RestoreBackup(settings, TimeProvider.System, Copying.Quiet()).Run(File, Cancellation));
        Assert.Contains("it holds rows in ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task A_missing_and_a_damaged_original_are_reported_and_the_rest_is_there()
    {
        await Something();
        await Photograph(await _site.Api());
        await using var db = _database.Open();
        var originals = await db.Set<Broadsheet.Images.Image>().OrderBy(i => i.Id).Select(i => i.Original).ToListAsync(Cancellation);
        System.IO.File.Delete(Path.Combine(_database.Data, "media", originals[0]));
        await System.IO.File.WriteAllTextAsync(Path.Combine(_database.Data, "media", originals[1]), "rotten", Cancellation);
        Assert.Equal(originals, (await Copying.Backup(_database, File)).Manifest.Missing);
        await using var elsewhere = TestDatabase.Untouched();
        await Copying.Restore(File, elsewhere);
        await using var restored = await TestSite.Start(on: elsewhere);
        await restored.Html("/aldor/survey-finds-three-of-five-gates-in-working-order");
    }

    [Fact]
    public async Task Media_may_be_in_S3_and_go_to_a_folder()
    {
        await using var s3 = await S3Server.Start();
        await using var database = await TestDatabase.Create();
        await using (var site = await TestSite.Start(on: database, with: settings => settings with { Media = s3.Address }))
        {
            await Photograph(await site.Api());
        }

        await Copying.Backup(database, File, s3.Address);
        await using var folder = TestDatabase.Untouched();
        await Copying.Restore(File, folder);
        var original = Assert.Single(s3.Objects, pair => pair.Key.Contains("/originals/", StringComparison.Ordinal));
        Assert.Equal(original.Value, await System.IO.File.ReadAllBytesAsync(Path.Combine(folder.Data, "media", original.Key["our/paper/".Length..]), Cancellation));
        s3.Objects.Clear();
        await using var back = TestDatabase.Untouched();
        await Copying.Restore(File, back, s3.Address);
        Assert.Equal(original.Value, s3.Objects[original.Key]);
    }

    [Fact]
    public async Task Keys_settings_and_themes_come_along_and_finished_pages_do_not()
    {
        await Something();
        Directory.CreateDirectory(Path.Combine(_database.Data, "themes", "ours"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(_database.Data, "themes", "ours", "theme.css"), "a", Cancellation);
        await System.IO.File.WriteAllTextAsync(Path.Combine(_database.Data, "broadsheet.json"), "{}", Cancellation);
        await Copying.Backup(_database, File);
        await using var elsewhere = TestDatabase.Untouched();
        Assert.True((await Copying.Restore(File, elsewhere)).HasSettings);
        Assert.Equal("a", await System.IO.File.ReadAllTextAsync(Path.Combine(elsewhere.Data, "themes", "ours", "theme.css"), Cancellation));
        Assert.Equal("{}", await System.IO.File.ReadAllTextAsync(Path.Combine(elsewhere.Data, "broadsheet.restored.json"), Cancellation));
        Assert.Equal(await System.IO.File.ReadAllBytesAsync(Path.Combine(_database.Data, "class.key"), Cancellation), await System.IO.File.ReadAllBytesAsync(Path.Combine(elsewhere.Data, "class.key"), Cancellation));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(Path.Combine(elsewhere.Data, "class.key")));
        }

        Assert.False(System.IO.File.Exists(Path.Combine(elsewhere.Data, "pages.db")));
        Assert.False(System.IO.File.Exists(Path.Combine(elsewhere.Data, "broadsheet.json")));
    }

    private async Task Something()
    {
        await Photograph(await _site.Api());
        var story = await _site.Make.Published(new { access = "members", body = Make.GatedBody("Engineers measured.", "They found a crack “as wide as a hand” \\ 100 %.") });
        var api = await _site.Api();
        (await api.Post($"/stories/{story.Id}/corrections", new { kind = "correction", text = "It was five.", wrong = "three", right = "five" })).Is(HttpStatusCode.Created);
        await _site.Make.Story(new { headline = "A draft 🗞 ελληνικά" });
    }

    private static async Task Photograph(ApiClient api) =>
        (await api.Upload("/images", PictureFiles.Jpeg(64, 48), "harbour.jpg", new Dictionary<string, string>(StringComparer.Ordinal) { ["credit"] = "Runa Feld", ["takenAt"] = "2026-11-20" })).Is(HttpStatusCode.Created);

    private static async Task<List<string>> Raw(BroadsheetDb db, CopiedTable table)
    {
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        // On SQLite every value has a type of its own, and quote() tells it.
        var columns = table.Columns.Select(column => db.Engine is Engine.Sqlite ? $"quote(\"{column.Name}\")" : $"\"{column.Name}\"::text");
        command.CommandText = $"SELECT concat_ws('|', {string.Join(", ", columns)}) FROM \"{table.Name}\" ORDER BY 1";
        List<string> rows = [];
        await using DbDataReader reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    // What somebody with the program's own knowledge would do to a file.
    private async Task<string> Reseal(JsonObject change)
    {
        await using (var zip = await ZipFile.OpenAsync(File, ZipArchiveMode.Update, Cancellation))
        {
            var entry = zip.GetEntry(Manifest.EntryName)!;
            JsonObject manifest;
            await using (var content = await entry.OpenAsync(Cancellation))
            {
                manifest = (await JsonNode.ParseAsync(content, cancellationToken: Cancellation))!.AsObject();
            }

            foreach (var (name, value) in change)
            {
                manifest[name] = value?.DeepClone();
            }

            entry.Delete();
            await using (var content = await zip.CreateEntry(Manifest.EntryName).OpenAsync(Cancellation))
            {
                await content.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToJsonString()), Cancellation);
            }

            zip.Comment = zip.Comment[..^64] + new string('0', 64);
        }

        var bytes = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))).CopyTo(bytes, bytes.Length - 64);
        await System.IO.File.WriteAllBytesAsync(File, bytes, Cancellation);
        return File;
    }
}
