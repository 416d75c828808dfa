using System.Text.RegularExpressions;
using Broadsheet.Tests.Architecture;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Commands;

public sealed partial class CommandLineTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("migrate")]
    [InlineData("doctor")]
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
        Assert.Contains($"Example: broadsheet {command.Split(' ')[0]}", help.Output, StringComparison.Ordinal);
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
    [InlineData("")]
    [InlineData("publish")]
    [InlineData("serve --colour red")]
    [InlineData("token")]
    [InlineData("token create")]
    [InlineData("token create wire")]
    [InlineData("token create wire --role poet")]
    [InlineData("staff add mira@courier.example --role")]
    public async Task Wrong_usage_is_told_on_standard_error_and_ends_with_2(string line)
    {
        var ended = await BuiltProgram.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.EndsWith("“broadsheet --help” lists the commands; “broadsheet COMMAND --help” explains one.\n", ended.Error, StringComparison.Ordinal);
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
        Assert.Equal("Failed to connect to 127.0.0.1:9\n", ended.Error);
    }

    [Fact]
    public async Task A_port_in_use_ends_serve_with_1_and_a_sentence_at_the_end()
    {
        await using var database = await TestDatabase.Create();
        await using var first = await BuiltProgram.Serve(database);
        var second = await BuiltProgram.Run(database, "serve", "--urls", first.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal((1, ""), (second.Code, second.Output));
        Assert.Matches("address already in use\\.\n$", second.Error);
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
