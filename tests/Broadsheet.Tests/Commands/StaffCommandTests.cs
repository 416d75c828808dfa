using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Commands;

public sealed class StaffCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Add_prints_a_link_and_keeps_only_its_hash()
    {
        var added = await BuiltProgram.Run(_database, "staff", "add", "mira@courier.example", "--role", "editor", "--urls", "http://127.0.0.1:5999");
        Assert.Equal((0, ""), (added.Code, added.Error));
        Assert.Matches("^http://localhost:5999/newsroom/sign-in/[0-9a-f]{64}\n$", added.Output);

        await using var db = _database.Open();
        var link = await db.StaffLinks.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ApiToken.HashOf(added.Output.TrimEnd()[^64..]), link.Hash);
        Assert.Equal(TimeSpan.FromDays(1), link.ExpiresAt - link.CreatedAt);
    }

    [Fact]
    public async Task An_address_has_one_account_however_it_is_written()
    {
        await BuiltProgram.Run(_database, "staff", "add", "mira@courier.example", "--role", "editor");
        Assert.Equal(
            new Ended(1, "", "Mira@Courier.example has an account already. “broadsheet staff reset Mira@Courier.example” makes a new sign-in link.\n"),
            await BuiltProgram.Run(_database, "staff", "add", "Mira@Courier.example", "--role", "admin"));
        Assert.Matches("^mira@courier\\.example\teditor\tsince \\d{4}-\\d\\d-\\d\\d\topen\n$", (await BuiltProgram.Run(_database, "staff", "list")).Output);
    }

    [Fact]
    public async Task Reset_ends_the_links_before()
    {
        await BuiltProgram.Run(_database, "staff", "add", "mira@courier.example", "--role", "editor");
        Assert.Equal(0, (await BuiltProgram.Run(_database, "staff", "reset", "mira@courier.example")).Code);
        await using var db = _database.Open();
        var links = await db.StaffLinks.OrderBy(l => l.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([true, false], links.Select(l => l.ExpiresAt <= links[1].CreatedAt));
    }

    [Fact]
    public async Task Nobody_is_reset_who_has_no_account() =>
        Assert.Equal(new Ended(1, "", "There is no account for tobin@courier.example.\n"), await BuiltProgram.Run(_database, "staff", "reset", "tobin@courier.example"));

    [Theory]
    [InlineData("mira")]
    [InlineData("Mira <mira@courier.example>")]
    [InlineData("mira@")]
    public async Task What_is_no_address_is_refused(string email) =>
        Assert.Equal(new Ended(1, "", $"“{email}” is no mail address.\n"), await BuiltProgram.Run(_database, "staff", "add", email, "--role", "editor"));

    [Fact]
    public async Task Who_was_added_and_reset_stands_in_the_audit_log()
    {
        await BuiltProgram.Run(_database, "staff", "add", "mira@courier.example", "--role", "editor");
        await BuiltProgram.Run(_database, "staff", "reset", "mira@courier.example");
        await using var db = _database.Open();
        Assert.Equal(["staff.added", "staff.reset"], await db.Audit.OrderBy(e => e.Id).Select(e => e.Act).ToListAsync(TestContext.Current.CancellationToken));
    }
}
