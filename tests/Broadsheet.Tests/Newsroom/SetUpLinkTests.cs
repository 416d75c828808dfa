using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Newsroom;

public sealed partial class SetUpLinkTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_new_site_prints_a_link_that_opens_until_there_is_an_account()
    {
        Uri link;
        await using (var server = await BuiltProgram.Serve(_database))
        {
            link = await Printed(server);
            Assert.Equal((HttpStatusCode.OK, true), await Get(server, link.AbsolutePath));
            Assert.Equal((HttpStatusCode.NotFound, false), await Get(server, link.AbsolutePath[..^1] + (link.AbsolutePath[^1] is '0' ? '1' : '0')));
            await server.Terminate();
        }

        await using (var again = await BuiltProgram.Serve(_database))
        {
            Assert.Equal(link.AbsolutePath, (await Printed(again)).AbsolutePath);
            Assert.Equal(0, (await BuiltProgram.Run(_database, "staff", "add", "mira@courier.example", "--role", "admin")).Code);
            Assert.Equal((HttpStatusCode.NotFound, false), await Get(again, link.AbsolutePath));
            await again.Terminate();
        }

        await using var settled = await BuiltProgram.Serve(_database);
        Assert.DoesNotContain("Set it up", (await settled.Terminate()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_link_says_what_there_is_and_what_not_and_is_not_used_up()
    {
        var added = await BuiltProgram.Run(_database, "staff", "add", "mira@courier.example", "--role", "editor");
        await using var site = await TestSite.Start(_database);
        var page = await site.Html(new Uri(added.Output.Trim()).AbsolutePath);
        Assert.Contains("come with a later release", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using var db = _database.Open();
        Assert.All(db.StaffLinks, l => Assert.Null(l.UsedAt));
    }

    [Fact]
    public async Task No_cache_keeps_the_page_and_no_link_in_it_holds_the_secret()
    {
        await using var server = await BuiltProgram.Serve(_database);
        var link = await Printed(server);
        using var answer = await server.Http.GetAsync(link.AbsolutePath, TestContext.Current.CancellationToken);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.DoesNotContain(link.Segments[^1], await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<Uri> Printed(BuiltProgram server) => new((await server.Line(Link())).Groups["link"].Value);

    private static async Task<(HttpStatusCode Status, bool Explains)> Get(BuiltProgram server, string path)
    {
        using var answer = await server.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("Set up this site", StringComparison.Ordinal));
    }

    [GeneratedRegex("Set it up at (?<link>http://localhost:[0-9]+/newsroom/set-up/[0-9a-f]{64}) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
