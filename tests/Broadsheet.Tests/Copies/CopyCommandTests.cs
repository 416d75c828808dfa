using System.Globalization;
using System.Text.RegularExpressions;
using Broadsheet.Outlets.Search;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Broadsheet.Copies.Backups.BackupTables;

namespace Broadsheet.Tests.Copies;

/// <summary>The commands as processes: what they say, and what a kill leaves.</summary>
public sealed partial class CopyCommandTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => _folder.File("courier.zip");

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Create();
        await using var site = await TestSite.Start(on: _database);
        await site.Make.Published();
        var api = await site.Api();
        (await api.Upload("/images", PictureFiles.Jpeg(64, 48), "harbour.jpg", new Dictionary<string, string>(StringComparer.Ordinal) { ["credit"] = "Runa Feld" })).Is(System.Net.HttpStatusCode.Created);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_says_what_it_holds_is_its_owners_alone_and_is_never_written_over_unasked()
    {
        var made = await BuiltProgram.Run(_database, "backup", File);
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Matches(@"(^|\n)Backed up 1 stories and 1 pictures, as of .* UTC, into .*courier\.zip: .* in .* seconds\.\n$", made.Output);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }

        var before = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        Assert.Equal(new Ended(1, "", $"{File} is there already: choose another name, or --overwrite.\n"), await BuiltProgram.Run(_database, "backup", File));
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, Cancellation));
        Assert.Equal(0, (await BuiltProgram.Run(_database, "backup", File, "--overwrite")).Code);
        var check = await BuiltProgram.Run(_database, "restore", File, "--check");
        Assert.Equal((0, ""), (check.Code, check.Error));
        Assert.Contains("courier.zip is whole: ", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "nowhere/courier.zip", "There is no folder ")]
    [InlineData("backup", ".", " is a folder: name a file in it.")]
    [InlineData("restore", "none.zip", "There is no file ")]
    public async Task What_can_not_be_done_is_said_in_a_sentence(string command, string file, string sentence)
    {
        var ended = await BuiltProgram.Run(_database, command, _folder.File(file));
        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_site_there_is_nothing_to_copy()
    {
        using var data = new TestFolder();
        Assert.Equal(new Ended(1, "", $"There is nothing to back up in {data.Path}: it holds no database.\n"), await BuiltProgram.Run(["backup", File, "--data", data.Path]));
        Assert.Equal(new Ended(1, "", $"There is nothing to export in {data.Path}: it holds no database.\n"), await BuiltProgram.Run(["export", _folder.File("texts"), "--data", data.Path]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    // A pipe in the place of a picture: nobody writes into it, so the program waits in the middle of its backup until it is killed.
    [Fact]
    public async Task A_backup_that_is_killed_leaves_no_file_that_looks_whole_and_the_next_one_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        var picture = Directory.EnumerateFiles(Path.Combine(_database.Data, "media", "originals"), "*", SearchOption.AllDirectories).Single();
        System.IO.File.Move(picture, picture + ".kept");
        await Ended("mkfifo", picture);
        await using (var program = BuiltProgram.Start(["backup", File, .. Where(_database)]))
        {
            await There(File + ".part");
            await program.Kill();
        }

        Assert.False(System.IO.File.Exists(File));
        System.IO.File.Move(picture + ".kept", picture, overwrite: true);
        Assert.Equal(0, (await BuiltProgram.Run(_database, "backup", File)).Code);
        Assert.False(System.IO.File.Exists(File + ".part"));
        Assert.Equal(0, (await BuiltProgram.Run(_database, "restore", File, "--check")).Code);
    }

    [Fact]
    public async Task A_disk_that_is_full_ends_a_backup_with_a_sentence_and_no_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The size of files is limited as Linux does it.");
        // A limit on the size of files stands for the full disk. The program's own start needs none.
        var program = Path.Combine(AppContext.BaseDirectory, "broadsheet");
        var arguments = string.Join(' ', new[] { "backup", File }.Concat(Where(_database)).Select(argument => $"'{argument}'"));
        var code = await Ended("bash", "-c", $"trap '' XFSZ; ulimit -f 4; DOTNET_EnableWriteXorExecute=0 '{program}' {arguments} 2> '{_folder.File("error")}'");
        Assert.Equal(1, code);
        Assert.Matches("^[^\n]+\\.\n$", await System.IO.File.ReadAllTextAsync(_folder.File("error"), Cancellation));
        Assert.Equal(["error"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("restore.unfinished")]
    [InlineData("class.key")]
    [InlineData("media")]
    public async Task A_restore_that_is_killed_is_no_site_and_the_next_one_makes_it_whole(string seen)
    {
        Assert.Equal(0, (await BuiltProgram.Run(_database, "backup", File)).Code);
        await using var elsewhere = TestDatabase.Untouched();
        await using (var program = BuiltProgram.Start(["restore", File, .. Where(elsewhere)]))
        {
            await There(Path.Combine(elsewhere.Data, seen));
            await program.Kill();
        }

        var serve = await BuiltProgram.Run(elsewhere, "serve");
        Assert.Equal(new Ended(1, "", $"A restore into {elsewhere.Data} was cut short, so it holds no whole site: run “broadsheet restore” into it again.\n"), serve);
        var again = await BuiltProgram.Run(elsewhere, "restore", File);
        Assert.Equal((0, ""), (again.Code, again.Error));
        await using var site = await BuiltProgram.Serve(elsewhere);
        Assert.Contains("Survey finds three of five gates", await site.Http.GetStringAsync("/aldor/survey-finds-three-of-five-gates-in-working-order", Cancellation), StringComparison.Ordinal);
        await using var db = elsewhere.Open();
        Assert.Equal((1, 0), (await db.SearchEntries.CountAsync(Cancellation), await db.CountUnindexed(Cancellation)));
    }

    [Fact]
    public async Task A_restore_that_is_killed_after_its_last_row_is_finished_by_the_next()
    {
        Assert.Equal(0, (await BuiltProgram.Run(_database, "backup", File)).Code);
        await using var elsewhere = TestDatabase.Untouched();
        Assert.Equal(0, (await BuiltProgram.Run(elsewhere, "restore", File)).Code);
        await using var db = elsewhere.Open();
        var id = (await db.Restores.SingleAsync(Cancellation)).Id;
        await System.IO.File.WriteAllTextAsync(Path.Combine(elsewhere.Data, "restore.unfinished"), id.ToString(), Cancellation);
        var again = await BuiltProgram.Run(elsewhere, "restore", File);
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains("An earlier restore of it had been cut short after its last row; this one has finished it.", again.Output, StringComparison.Ordinal);
        Assert.Equal(id, (await db.Restores.SingleAsync(Cancellation)).Id);
        Assert.Equal(0, (await BuiltProgram.Run(elsewhere, "doctor")).Code);
    }

    [PostgresFact]
    public async Task The_mark_of_another_restore_is_no_leave_to_empty_a_database()
    {
        Assert.Equal(0, (await BuiltProgram.Run(_database, "backup", File)).Code);
        await System.IO.File.WriteAllTextAsync(_folder.File("restore.unfinished"), Guid.NewGuid().ToString(), Cancellation);
        using var data = new TestFolder();
        System.IO.File.Move(_folder.File("restore.unfinished"), data.File("restore.unfinished"));
        var refused = await BuiltProgram.Run(["restore", File, "--data", data.Path, "--database", _database.Connection!]);
        Assert.Equal(1, refused.Code);
        Assert.Contains("is not empty: it holds rows in ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_asks_for_a_backup_and_is_content_with_one()
    {
        var before = await BuiltProgram.Run(_database, "doctor");
        Assert.Equal((0, ""), (before.Code, before.Error));
        Assert.Contains("! No backup was ever made: “broadsheet backup FILE”.", before.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await BuiltProgram.Run(_database, "backup", File)).Code);
        Assert.Matches("✓ The last backup is of .* UTC\\.", (await BuiltProgram.Run(_database, "doctor")).Output);
        await using var db = _database.Open();
        var longAgo = DateTimeOffset.UtcNow.AddDays(-8);
        await db.Backups.ExecuteUpdateAsync(set => set.SetProperty(backup => backup.At, longAgo), Cancellation);
        Assert.Matches("! The last backup is of .*, more than a week ago: “broadsheet backup FILE”\\.", (await BuiltProgram.Run(_database, "doctor")).Output);
        await db.Backups.ExecuteUpdateAsync(set => set.SetProperty(backup => backup.Missing, 2), Cancellation);
        Assert.Matches("✗ The last backup, of .*, lacks 2 originals", (await BuiltProgram.Run(_database, "doctor")).Output);
    }

    [Fact]
    public async Task An_export_says_what_it_wrote_and_the_second_that_nothing_is_new()
    {
        var texts = _folder.File("texts");
        var first = await BuiltProgram.Run(_database, "export", texts);
        Assert.Equal((0, ""), (first.Code, first.Error));
        var files = Files().Match(first.Output).Groups["files"].Value;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{files} files, of which {files} are new or changed."), first.Output, StringComparison.Ordinal);
        Assert.Contains($"{files} files, of which 0 are new or changed.", (await BuiltProgram.Run(_database, "export", texts)).Output, StringComparison.Ordinal);
    }

    private static string[] Where(TestDatabase on) => on.Connection is { } connection ? ["--data", on.Data, "--database", connection] : ["--data", on.Data];

    private static async Task<int> Ended(string command, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(command, arguments);
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode;
    }

    private static async Task There(string path)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!Path.Exists(path))
        {
            await asking.WaitForNextTickAsync(patience.Token);
        }
    }

    [GeneratedRegex("(?<files>[0-9,]+) files", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Files();
}
