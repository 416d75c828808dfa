using System.Net;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class PreconditionTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_creation_answers_where_it_is_with_the_whole_resource_and_its_ETag()
    {
        var slug = Guid.NewGuid().ToString("N");
        using var made = await host.Admin.PostAsync("/api/v1/specimens", ApiHost.Json($$"""{"slug": "{{slug}}", "name": "A", "rank": 3}"""), None);
        using var read = await host.Admin.GetAsync(made.Headers.Location, None);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("\"1\"", made.Headers.ETag?.Tag);
        Assert.Equal(made.Headers.ETag, read.Headers.ETag);
        Assert.Equal(await made.Content.ReadAsStringAsync(None), await read.Content.ReadAsStringAsync(None));
    }

    [Fact]
    public async Task PATCH_changes_only_what_was_given()
    {
        var address = await Make();
        using var answer = await Patch(address, "\"1\"", """{"rank": 9}""");

        var specimen = await answer.Json();
        Assert.Equal("A", specimen.GetProperty("name").GetString());
        Assert.Equal(9, specimen.GetProperty("rank").GetInt32());
        Assert.Equal("\"2\"", answer.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task PATCH_without_If_Match_is_428()
    {
        using var answer = await Patch(await Make(), null, """{"rank": 9}""");

        await answer.Problem(HttpStatusCode.PreconditionRequired, "no-precondition");
    }

    [Theory]
    [InlineData("\"0\"")]
    [InlineData("W/\"1\"")]
    [InlineData("\"0\", \"2\"")]
    public async Task PATCH_of_what_was_changed_meanwhile_is_412(string tag)
    {
        using var answer = await Patch(await Make(), tag, """{"rank": 9}""");

        await answer.Problem(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"0\", \"1\"")]
    public async Task PATCH_takes_any_tag_of_the_list(string tag)
    {
        using var answer = await Patch(await Make(), tag, """{"rank": 9}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_If_Match_that_lost_its_quotes_is_told_so()
    {
        using var answer = await Patch(await Make(), "1", """{"rank": 9}""");

        Assert.Contains("with its quotes", await answer.Error("If-Match"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_changes_at_the_same_moment_one_wins()
    {
        var address = await Make();
        var answers = await Task.WhenAll(Enumerable.Range(10, 8).Select(rank => Patch(address, "\"1\"", $$"""{"rank": {{rank}}}""")));

        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(a => a.StatusCode is HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Other_methods_need_no_If_Match()
    {
        using var answer = await host.Admin.DeleteAsync(await Make(), None);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<Uri> Make()
    {
        using var made = await host.Admin.PostAsync("/api/v1/specimens", ApiHost.Json($$"""{"slug": "{{Guid.NewGuid():N}}", "name": "A"}"""), None);
        return made.Headers.Location!;
    }

    private async Task<HttpResponseMessage> Patch(Uri address, string? ifMatch, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = ApiHost.Json(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await host.Admin.SendAsync(request, None);
    }
}
