using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Commands;

public sealed class TokenCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Create_prints_the_token_alone_and_it_opens_the_API()
    {
        var created = await BuiltProgram.Run(_database, "token", "create", "wire import", "--role", "editor");
        Assert.Equal((0, ""), (created.Code, created.Error));
        Assert.Matches("^bs_[0-9a-f]{64}\n$", created.Output);

        await using var site = await TestSite.Start(_database);
        using var http = site.Reader();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", created.Output.TrimEnd());
        Assert.Equal(HttpStatusCode.OK, (await new ApiClient(http).Get("/stories")).Status);
    }

    [Fact]
    public async Task The_token_itself_is_kept_nowhere()
    {
        var created = await BuiltProgram.Run(_database, "token", "create", "wire", "--role", "reporter");
        await using var db = _database.Open();
        var row = await db.ApiTokens.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ApiToken.HashOf(created.Output.TrimEnd()), row.Hash);
        Assert.DoesNotContain(created.Output.TrimEnd(), string.Join('\n', (await db.Audit.ToListAsync(TestContext.Current.CancellationToken)).Select(e => e.Before + e.After)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        await BuiltProgram.Run(_database, "token", "create", "wire", "--role", "editor");
        var again = await BuiltProgram.Run(_database, "token", "create", "wire", "--role", "editor");
        Assert.Equal(new Ended(1, "", "There is a token “wire” already. Revoke it first, or choose another name.\n"), again);
    }

    [Fact]
    public async Task A_revoked_token_is_listed_as_such_and_its_name_is_free()
    {
        await BuiltProgram.Run(_database, "token", "create", "wire", "--role", "editor");
        Assert.Matches("^wire\teditor\tsince \\d{4}-\\d\\d-\\d\\d\tnever used\n$", (await BuiltProgram.Run(_database, "token", "list")).Output);
        Assert.Equal(new Ended(0, "The token wire no longer works.\n", ""), await BuiltProgram.Run(_database, "token", "revoke", "wire"));
        Assert.Matches("^wire\teditor\tsince \\S+\trevoked \\d{4}-\\d\\d-\\d\\d\n$", (await BuiltProgram.Run(_database, "token", "list")).Output);
        Assert.Equal(new Ended(1, "", "No token “wire” is in use.\n"), await BuiltProgram.Run(_database, "token", "revoke", "wire"));
        Assert.Equal(0, (await BuiltProgram.Run(_database, "token", "create", "wire", "--role", "admin")).Code);
    }

    [Theory]
    [InlineData("", "name is missing.\n")]
    [InlineData("bell \u0007", "name holds a character that is no text (a control character or half of one).\n")]
    public async Task A_name_has_to_be_a_line_of_text(string name, string sentence) =>
        Assert.Equal(new Ended(1, "", sentence), await BuiltProgram.Run(_database, "token", "create", name, "--role", "editor"));
}
