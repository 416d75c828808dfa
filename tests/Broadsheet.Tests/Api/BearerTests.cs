using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class BearerTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("GET", "/api/v1/specimens")]
    [InlineData("POST", "/api/v1/specimens")]
    [InlineData("GET", "/api/v1/no-such-thing")]
    [InlineData("GET", "/api/v1")]
    [InlineData("TRACE", "/api/v1/jobs")]
    public async Task Nothing_is_answered_without_a_token(string method, string path)
    {
        using var client = host.Anonymous();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), None);

        await answer.Problem(HttpStatusCode.Unauthorized, "no-token");
        Assert.Equal("Bearer realm=\"Broadsheet\"", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("//api/v1/specimens")]
    [InlineData("/api//v1/specimens")]
    [InlineData("/api/v1//specimens")]
    [InlineData("/api%2fv1/specimens")]
    [InlineData("/%61pi/v1/specimens")]
    [InlineData("/API/V1/SPECIMENS")]
    [InlineData("/x/../api/v1/specimens")]
    [InlineData("/api/v1/specimens/")]
    public async Task No_spelling_of_an_address_leads_past_the_token(string path)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(new Uri(host.Address.ToString().TrimEnd('/') + path), None);

        // A page of the paper may answer, the API may not.
        Assert.DoesNotContain("items", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer bs_0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("Bearer nonsense")]
    public async Task An_unknown_token_is_told_so(string authorization)
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(authorization);
        using var answer = await client.GetAsync("/api/v1/specimens", None);

        await answer.Problem(HttpStatusCode.Unauthorized, "no-token");
        Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("Bearer")]
    [InlineData("Bearer a b")]
    public async Task What_is_no_bearer_token_counts_as_none(string authorization)
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await client.GetAsync("/api/v1/specimens", None);

        await answer.Problem(HttpStatusCode.Unauthorized, "no-token");
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_which_may()
    {
        using var client = await host.SignIn(Role.Reporter);
        using var answer = await client.PostAsync("/api/v1/specimens", ApiHost.Json("""{"slug": "x"}"""), None);

        var problem = await answer.Problem(HttpStatusCode.Forbidden, "not-allowed");
        Assert.Equal("This token's role is reporter; this may be done by editor or admin.", problem.Detail());
    }

    [Fact]
    public async Task A_revoked_token_is_at_work_for_ten_seconds_at_most()
    {
        var token = await host.Token(Role.Editor);
        using var client = host.SignIn(token);
        (await client.GetAsync("/api/v1/specimens", None)).EnsureSuccessStatusCode();
        await host.InDatabase(db => db.ApiTokens
            .Where(t => t.Hash == ApiToken.HashOf(token))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, host.Time.GetUtcNow())));

        host.Time.Advance(TimeSpan.FromSeconds(10));
        using var answer = await client.GetAsync("/api/v1/specimens", None);

        await answer.Problem(HttpStatusCode.Unauthorized, "no-token");
    }

    [Fact]
    public async Task The_hour_of_the_last_use_is_written_down()
    {
        var token = await host.Token(Role.Editor);
        using var client = host.SignIn(token);
        var used = host.Time.GetUtcNow();
        // The next answer on the same connection comes after the first request has ended altogether.
        (await client.GetAsync("/api/v1/specimens", None)).EnsureSuccessStatusCode();
        (await client.GetAsync("/api/v1/specimens", None)).EnsureSuccessStatusCode();

        var last = await host.FromDatabase(db => db.ApiTokens.Where(t => t.Hash == ApiToken.HashOf(token)).Select(t => t.LastUsedAt).SingleAsync());
        Assert.Equal(new DateTimeOffset(used.Year, used.Month, used.Day, used.Hour, 0, 0, TimeSpan.Zero), last);
    }

    [Fact]
    public async Task Answers_are_not_for_caches()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/specimens", None);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
