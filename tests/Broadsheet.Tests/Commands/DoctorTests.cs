using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Commands;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_healthy_site_is_said_to_be()
    {
        await using var database = await TestDatabase.Create();
        var ended = await BuiltProgram.Run(database, "doctor");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.All(ended.Output.TrimEnd().Split('\n'), line => Assert.Matches("^✓ .*\\.$", line));
        Assert.Contains("answers and is up to date.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_no_fault_and_gets_no_database()
    {
        using var data = new TestFolder();
        var ended = await BuiltProgram.Run(["doctor", "--data", data.Path]);
        Assert.Equal(0, ended.Code);
        Assert.Contains("✓ There is no database yet; the first start makes it.", ended.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(data.File("broadsheet.db")));
    }

    [Fact]
    public async Task A_database_that_is_away_is_named_without_its_password()
    {
        using var data = new TestFolder();
        var ended = await BuiltProgram.Run(["doctor", "--data", data.Path, "--database", "Host=127.0.0.1;Port=9;Database=away;Username=nobody;Password=geheim;Timeout=2"]);
        Assert.Equal((1, "Something is wrong; the lines with ✗ say what.\n"), (ended.Code, ended.Error));
        Assert.Contains("✗ The database (PostgreSQL 127.0.0.1:9/away) does not answer: ", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_address_without_https_is_wrong()
    {
        using var data = new TestFolder();
        var ended = await BuiltProgram.Run(["doctor", "--data", data.Path], [("BROADSHEET_URL", "http://courier.example")]);
        Assert.Equal(1, ended.Code);
        Assert.Contains("✗ Url is http://courier.example/: a public site needs https.", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evening", 0, "✓ The theme “evening” is sound.")]
    [InlineData("harbour", 1, "✗ Theme is “harbour”, and there is no such theme. These are: default, evening, ours.")]
    [InlineData("ours", 1, "can't be used as it is; problems: 1. “broadsheet theme check ours” names them.")]
    public async Task The_theme_that_is_forced_is_checked(string theme, int code, string said)
    {
        using var data = new TestFolder();
        Directory.CreateDirectory(data.File("themes/ours/templates"));
        await File.WriteAllTextAsync(data.File("themes/ours/theme.json"), """{"name": "Ours", "extends": "evening"}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(data.File("themes/ours/templates/gone.hbs"), "{{reasons}}", TestContext.Current.CancellationToken);
        var ended = await BuiltProgram.Run(["doctor", "--data", data.Path], [("BROADSHEET_THEME", theme)]);
        Assert.Equal(code, ended.Code);
        Assert.Contains(said, ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_wrong()
    {
        using var data = new TestFolder();
        await File.WriteAllTextAsync(data.File("file"), "", TestContext.Current.CancellationToken);
        var ended = await BuiltProgram.Run(["doctor", "--data", data.File("file/data")]);
        Assert.Equal(1, ended.Code);
        Assert.Contains($"✗ The data folder {data.File("file/data")} can't be written: ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_is_told_how_to_catch_up()
    {
        await using var database = TestDatabase.Untouched();
        await using (var db = database.Open())
        {
            await Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>(db.Database).CreateAsync(TestContext.Current.CancellationToken);
        }

        var ended = await BuiltProgram.Run(database, "doctor");
        Assert.Equal(1, ended.Code);
        Assert.Matches("✗ The database \\(.*\\) lacks \\S+_Initial.*; “broadsheet migrate” or the next start applies them\\.", ended.Output);
    }
}
