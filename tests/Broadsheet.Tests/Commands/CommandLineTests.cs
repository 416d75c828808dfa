using System.Text.RegularExpressions;
using Broadsheet.Tests.Architecture;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Commands;

public sealed partial class CommandLineTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("migrate")]
    [InlineData("doctor")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("export")]
    [InlineData("theme")]
    [InlineData("theme check")]
    [InlineData("theme copy")]
    [InlineData("staff")]
    [InlineData("staff add")]
    [InlineData("staff list")]
    [InlineData("staff reset")]
    [InlineData("token")]
    [InlineData("token create")]
    [InlineData("token list")]
    [InlineData("token revoke")]
    public async Task Every_command_explains_itself_with_an_example(string command)
    {
        var help = await BuiltProgram.Run([.. command.Split(' '), "--help"]);
        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains($"Example: broadsheet {command}", help.Output, StringComparison.Ordinal);
        Assert.Contains("Shows this help.", help.Output, StringComparison.Ordinal);
        Assert.Contains("--data <DIR>", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_and_the_README_list_the_same_commands()
    {
        var help = await BuiltProgram.Run(["--help"]);
        Assert.Equal(0, help.Code);
        var helped = Helped().Matches(help.Output[help.Output.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(m => m.Groups["command"].Value);
        var documented = Documented().Matches(Repository.Read("README.md")).Select(m => m.Groups["command"].Value);
        Assert.Equal(documented.Distinct(StringComparer.Ordinal), helped);
    }

    [Theory]
    [InlineData("", "Required command was not provided.")]
    [InlineData("publish", "There is no command or option “publish” here.")]
    [InlineData("serve --colour", "There is no command or option “--colour” here.")]
    [InlineData("serve --data", "Required argument missing for option: '--data'.")]
    [InlineData("token", "Required command was not provided.")]
    [InlineData("token create --role editor", "Required argument missing for command: 'create'.")]
    [InlineData("token create wire", "Option '--role' is required.")]
    [InlineData("token create wire --role poet", "--role is reporter, editor, audience or admin, not “poet”.")]
    [InlineData("token create wire --role 3", "--role is reporter, editor, audience or admin, not “3”.")]
    [InlineData("token create wire --role editor,admin", "--role is reporter, editor, audience or admin, not “editor,admin”.")]
    [InlineData("staff add mira@courier.example --role", "Required argument missing for option: '--role'.")]
    [InlineData("theme check", "Required argument missing for command: 'check'.")]
    [InlineData("theme copy default harbour", "There is no command or option “harbour” here.")]
    public async Task Wrong_usage_is_told_on_standard_error_and_ends_with_2(string line, string sentence) => Assert.Equal(
        new Ended(2, "", $"{sentence}\n“broadsheet --help” lists the commands; “broadsheet COMMAND --help” explains one.\n"),
        await BuiltProgram.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    // As “--database "$DB"” is where the shell knows no DB: the data must not go somewhere else then.
    [Theory]
    [InlineData("--data", "--data needs a folder.")]
    [InlineData("--database", "--database needs a connection such as Host=…;Database=…;Username=….")]
    public async Task An_option_that_is_given_empty_is_wrong_usage(string option, string sentence)
    {
        var ended = await BuiltProgram.Run(["migrate", option, ""]);
        Assert.Equal((2, "", sentence), (ended.Code, ended.Output, ended.Error.Split('\n')[0]));
    }

    [Fact]
    public async Task A_bad_setting_ends_with_1_and_a_sentence()
    {
        using var data = new TestFolder();
        Assert.Equal(
            new Ended(1, "", "Urls must be an address such as https://www.example.org, without a path, but is “nowhere”.\n"),
            await BuiltProgram.Run(["serve", "--data", data.Path, "--urls", "nowhere"]));
    }

    [Fact]
    public async Task A_database_that_is_away_ends_a_command_with_1_and_a_sentence()
    {
        using var data = new TestFolder();
        var ended = await BuiltProgram.Run(["migrate", "--data", data.Path, "--database", "Host=127.0.0.1;Port=9;Database=away;Username=nobody;Timeout=2"]);
        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.Equal("The database does not answer: Failed to connect to 127.0.0.1:9. See that it runs, and that Database is right.\n", ended.Error);
    }

    [Fact]
    public async Task A_port_in_use_ends_serve_with_1_and_a_sentence_at_the_end()
    {
        await using var database = await TestDatabase.Create();
        await using var first = await BuiltProgram.Serve(database);
        var second = await BuiltProgram.Run(database, "serve", "--urls", first.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal((1, ""), (second.Code, second.Output));
        Assert.Equal("Another program listens at that address already: end it, or choose another with --urls.\n", second.Error);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("migrate")]
    [InlineData("doctor")]
    [InlineData("theme copy default")]
    [InlineData("staff list")]
    [InlineData("token list")]
    public async Task A_data_folder_that_is_a_file_ends_every_command_with_a_sentence(string command)
    {
        using var data = new TestFolder();
        await File.WriteAllTextAsync(data.File("file"), "", TestContext.Current.CancellationToken);
        Assert.Equal(new Ended(1, "", $"{data.File("file")} is a file, and --data needs a folder.\n"), await BuiltProgram.Run([.. command.Split(' '), "--data", data.File("file")]));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("token list")]
    public async Task A_data_folder_that_cannot_be_made_ends_with_a_sentence(string command)
    {
        using var data = new TestFolder();
        await File.WriteAllTextAsync(data.File("file"), "", TestContext.Current.CancellationToken);
        var ended = await BuiltProgram.Run([.. command.Split(' '), "--data", data.File("file/data")]);
        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.Matches("^[^\n]+ Check --data\\.\n$", ended.Error);
    }

    [SqliteFact]
    public async Task A_database_that_is_none_ends_a_command_with_a_sentence()
    {
        using var data = new TestFolder();
        await File.WriteAllTextAsync(data.File("broadsheet.db"), new string('x', 5000), TestContext.Current.CancellationToken);
        foreach (var command in new[] { "migrate", "token list" })
        {
            var ended = await BuiltProgram.Run([.. command.Split(' '), "--data", data.Path]);
            Assert.Equal((1, ""), (ended.Code, ended.Output));
            Assert.Matches("^The file broadsheet\\.db in the data folder is damaged, or no database: [^\n]+\n$", ended.Error);
        }
    }

    [Fact]
    public async Task Media_that_are_no_folder_stop_the_start_with_a_sentence()
    {
        await using var database = await TestDatabase.Create();
        var media = Path.Combine(database.Data, "media");
        await File.WriteAllTextAsync(media, "", TestContext.Current.CancellationToken);
        Assert.Equal(new Ended(1, "", $"{media} is a file, and media need a folder.\n"), await BuiltProgram.Run(database, "serve"));
    }

    [Fact]
    public async Task A_theme_that_is_not_there_stops_the_start_with_a_sentence()
    {
        await using var database = await TestDatabase.Create();
        string[] where = database.Connection is { } connection ? ["--database", connection] : [];
        Assert.Equal(
            new Ended(1, "", "Theme is “harbour”, and there is no such theme. These are: default, evening.\n"),
            await BuiltProgram.Run(["serve", "--data", database.Data, .. where], [("BROADSHEET_THEME", "harbour")]));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_said_to_be_and_serves_on_during_the_upgrade()
    {
        await using var database = await TestDatabase.Create();
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" (migration_id, product_version) VALUES ({"29990101000000_Later"}, {"10.0.0"})", TestContext.Current.CancellationToken);
        }

        Assert.Equal(new Ended(0, "The database is newer than this program: it has 29990101000000_Later. Upgrade the program.\n", ""), await BuiltProgram.Run(database, "migrate"));
        var doctor = await BuiltProgram.Run(database, "doctor");
        Assert.Equal(1, doctor.Code);
        Assert.Matches("✗ The database \\(.*\\) is newer than this program: it has 29990101000000_Later\\. Upgrade the program\\.", doctor.Output);
        await using var server = await BuiltProgram.Serve(database);
        Assert.Contains("The database is newer than this program", server.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_asked_to_end_drains_and_ends_with_0()
    {
        await using var database = await TestDatabase.Create();
        await using var server = await BuiltProgram.Serve(database);
        var ended = await server.Terminate();
        Assert.Equal(0, ended.Code);
        Assert.DoesNotContain("\"LogLevel\":\"Error\"", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_may_have_spaces_and_signs_in_its_name()
    {
        using var data = new TestFolder();
        var folder = Path.Combine(data.Path, "The Courier; it's =ours");
        Assert.Equal((0, ""), (await BuiltProgram.Run(["migrate", "--data", folder])) is var ended ? (ended.Code, ended.Error) : default);
        Assert.True(File.Exists(Path.Combine(folder, "broadsheet.db")));
    }

    [GeneratedRegex("^  (?<command>[a-z]+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Helped();

    // Settings begin with a capital.
    [GeneratedRegex("^\\| `(?<command>[a-z]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Documented();
}
