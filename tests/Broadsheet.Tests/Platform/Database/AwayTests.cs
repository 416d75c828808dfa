using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Broadsheet.Tests.Api;
using Broadsheet.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Broadsheet.Tests.Platform.Database;

/// <summary>What is answered while the database can't be reached: since the start, or all of a sudden.</summary>
public sealed class AwayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_PostgreSQL_was_ever_reached_programs_and_readers_are_told_to_come_again()
    {
        await using var database = await TestDatabase.Create();
        await using var site = await TestSite.Start(database, with: settings => settings with { Database = DatabaseAddress.Parse("Host=127.0.0.1;Port=9;Database=away;Username=nobody;Timeout=1") });
        await IsAway(site, "starting: the database has not answered yet\n", new string('a', 64));
    }

    [SqliteFact]
    public async Task A_file_that_can_not_be_opened_is_waited_for()
    {
        await using var database = TestDatabase.Untouched();
        var file = Path.Combine(database.Data, "broadsheet.db");
        Directory.CreateDirectory(file);
        await using var site = await TestSite.Start(database);
        await IsAway(site, "starting: the database has not answered yet\n", new string('a', 64));
        Assert.Single(site.Log.Lines(LogLevel.Warning), line => line.Contains("can't be used yet", StringComparison.Ordinal));

        Directory.Delete(file);
        await site.Services.GetRequiredService<Readiness>().Database.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        await site.Html("/");
    }

    [SqliteFact]
    public async Task A_file_that_is_no_database_is_waited_for()
    {
        await using var database = TestDatabase.Untouched();
        var file = Path.Combine(database.Data, "broadsheet.db");
        await File.WriteAllTextAsync(file, string.Join('\n', Enumerable.Repeat("This is a letter to the editor.", 200)), Cancellation);
        await using var site = await TestSite.Start(database);
        await IsAway(site, "starting: the database has not answered yet\n", new string('a', 64));

        File.Delete(file);
        await site.Services.GetRequiredService<Readiness>().Database.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        await site.Html("/");
    }

    [SqliteFact]
    public async Task A_file_that_goes_away_is_an_outage_until_it_comes_back()
    {
        await using var database = await TestDatabase.Create();
        await using var site = await TestSite.Start(database);
        var token = await Token(database);
        await site.Make.Published(new { headline = "Boats are back" });
        await site.Html("/aldor/boats-are-back");
        await using var pooled = new SqliteConnection(database.Address.ConnectionString);
        SqliteConnection.ClearPool(pooled);
        var file = Path.Combine(database.Data, "broadsheet.db");
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);

        await IsAway(site, "the database does not answer\n", token);

        Directory.Delete(file);
        File.Move(file + ".away", file);
        await site.Html("/aldor/boats-are-back");
        await IsThere(site, token);
    }

    [PostgresFact]
    public async Task A_server_that_lets_nobody_in_is_an_outage_until_it_does()
    {
        await using var database = await TestDatabase.Create();
        await using var site = await TestSite.Start(database);
        var token = await Token(database);
        await site.Make.Published(new { headline = "Boats are back" });
        await site.Html("/aldor/boats-are-back");
        await PostgresServer.Close(database.Address);

        await IsAway(site, "the database does not answer\n", token);

        await PostgresServer.Reopen(database.Address);
        await site.Html("/aldor/boats-are-back");
        await IsThere(site, token);
    }

    [PostgresFact]
    public async Task A_server_that_is_cut_off_is_an_outage_until_it_is_reached_again()
    {
        await using var database = await TestDatabase.Create();
        var server = new NpgsqlConnectionStringBuilder(database.Address.ConnectionString);
        await using var cable = Cable.To(server.Host!, server.Port);
        (server.Host, server.Port) = ("127.0.0.1", cable.Port);
        await using var site = await TestSite.Start(database, with: settings => settings with { Database = DatabaseAddress.Parse(server.ToString()) });
        var token = await Token(database);
        await site.Make.Published(new { headline = "Boats are back" });
        await site.Html("/aldor/boats-are-back");
        cable.Cut();

        await IsAway(site, "the database does not answer\n", token);

        cable.Mend();
        await site.Html("/aldor/boats-are-back");
        await IsThere(site, token);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.InvalidCatalogName)]
    [InlineData(PostgresErrorCodes.InvalidPassword)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction)]
    [InlineData(PostgresErrorCodes.TooManyConnections)]
    [InlineData(PostgresErrorCodes.ObjectNotInPrerequisiteState)]
    public void What_PostgreSQL_says_while_it_is_not_itself_is_an_outage(string state) => Assert.True(DatabaseFault.IsOutage(new PostgresException("No.", "FATAL", "FATAL", state)));

    [Fact]
    public void A_mistake_of_ours_is_no_outage() => Assert.False(DatabaseFault.IsOutage(new PostgresException("No.", "ERROR", "ERROR", PostgresErrorCodes.UndefinedTable)));

    private static async Task<string> Token(TestDatabase database)
    {
        await using var db = database.Open();
        return await new Tokens(db, TimeProvider.System).Create("wire", Role.Editor, Actor.Program, Cancellation);
    }

    private static async Task IsAway(TestSite site, string readyz, string token)
    {
        using var reader = site.Reader();
        Assert.Equal("alive\n", await reader.GetStringAsync("/healthz", Cancellation));
        using var ready = await reader.GetAsync("/readyz", Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, readyz), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancellation)));

        foreach (var path in new[] { "/", "/aldor", "/aldor/boats-are-back", "/lite/corrections", "/nothing/here/at/all" })
        {
            using var page = await reader.GetAsync(path, Cancellation);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable, "5", "no-store"), (path, page.StatusCode, page.Headers.RetryAfter?.ToString(), page.Headers.CacheControl?.ToString()));
            Assert.Contains("<h1", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        reader.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        using var list = await reader.GetAsync("/api/v1/stories", Cancellation);
        await IsUnavailable(list);
        using var request = Section("key-1");
        using var made = await reader.SendAsync(request, Cancellation);
        await IsUnavailable(made);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/openapi/v1.json", Cancellation)).StatusCode);
        Assert.Empty(site.Log.Lines(LogLevel.Error));
    }

    // The very request that was refused, with its key: nothing of it was done, and now it is.
    private static async Task IsThere(TestSite site, string token)
    {
        using var program = site.Reader();
        program.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        using var request = Section("key-1");
        using var made = await program.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.Created, false), (made.StatusCode, made.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/readyz", Cancellation)).StatusCode);
    }

    private static HttpRequestMessage Section(string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sections") { Content = JsonContent.Create(new { name = "Harbour", slug = "harbour" }, options: JsonSerializerOptions.Web) };
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    private static async Task IsUnavailable(HttpResponseMessage answer)
    {
        var problem = await answer.Problem(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal("5", answer.Headers.RetryAfter?.ToString());
        Assert.StartsWith("The database or the media store can't be reached", problem.Detail(), StringComparison.Ordinal);
    }
}
