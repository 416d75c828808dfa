using System.Net;
using System.Text;
using Broadsheet.Api;
using Broadsheet.Community;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class ProblemTests(ProblemTests.Host host) : IClassFixture<ProblemTests.Host>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_refusal_is_409_with_its_sentence()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/trouble/refused", None);

        Assert.Equal("This edition has already gone out.", (await answer.Problem(HttpStatusCode.Conflict, "refused")).Detail());
    }

    [Fact]
    public async Task What_is_invalid_is_422_by_field()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/trouble/invalid", None);

        var errors = (await answer.Problem(HttpStatusCode.UnprocessableEntity, "invalid")).GetProperty("errors");
        Assert.Equal("""{"authors[2]":["There is no such author.","authors[2] is too long."],"slug":["slug is missing."]}""", errors.GetRawText());
    }

    [Theory]
    [InlineData("GET", "refused", HttpStatusCode.Conflict)]
    [InlineData("PATCH", "stale", HttpStatusCode.PreconditionFailed)]
    public async Task A_change_at_the_same_moment_is_stale_for_PATCH_and_refused_elsewhere(string method, string problem, HttpStatusCode status)
    {
        using var answer = await host.Admin.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/trouble/concurrency"), None);

        await answer.Problem(status, problem);
    }

    [Fact]
    public async Task What_somebody_else_made_at_the_same_moment_is_refused()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/trouble/taken", None);

        await answer.Problem(HttpStatusCode.Conflict, "refused");
    }

    [Fact]
    public async Task A_database_that_is_away_is_503_and_says_when_to_come_again()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/trouble/outage", None);

        await answer.Problem(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Anything_else_is_500_with_the_number_that_the_log_has_once()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/trouble/bug?email=reader@example.com", None);

        var problem = await answer.Problem(HttpStatusCode.InternalServerError, "unexpected");
        var id = problem.GetProperty("requestId").GetString()!;
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        var line = Assert.Single(host.Log.Lines, line => line.Text.Contains(id, StringComparison.Ordinal));
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.DoesNotContain("example.com", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_begun_leaves_no_header_behind_on_its_problem()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/trouble/half", None);

        await answer.Problem(HttpStatusCode.Conflict, "refused");
        Assert.Null(answer.Headers.ETag);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task A_wrong_method_is_405_and_says_which_are_right()
    {
        using var answer = await host.Admin.PutAsync("/api/v1/specimens", ApiHost.Json("{}"), None);

        await answer.Problem(HttpStatusCode.MethodNotAllowed, "wrong-method");
        Assert.Equal("GET, POST", string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("/api/v1/no-such-thing")]
    [InlineData("/api/v1/specimens/0196a0000000700080000000000000ff")]
    [InlineData("/api/v1/specimens/not-an-id")]
    [InlineData("/api/v1/jobs/7")]
    [InlineData("/api/v1")]
    [InlineData("/api/other")]
    [InlineData("/api/problems/no-such-problem")]
    public async Task What_is_not_there_is_404(string path)
    {
        using var answer = await host.Admin.GetAsync(path, None);

        await answer.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("rank=many", "rank", "rank must be a whole number from -2147483648 to 2147483647.")]
    [InlineData("day=someday", "day", "day must be one of sunday, monday, tuesday, wednesday, thursday, friday, saturday.")]
    [InlineData("limit=0", "limit", "limit must be a number from 1 to 100.")]
    [InlineData("limit=101", "limit", "limit must be a number from 1 to 100.")]
    [InlineData("after=yesterday", "after", "after must be the “next” of an earlier page.")]
    [InlineData("rank=1%00", "rank", "A query must not hold NUL, which is no text.")]
    public async Task A_bad_query_is_422_and_names_the_parameter(string query, string name, string sentence)
    {
        using var answer = await host.Admin.GetAsync($"/api/v1/specimens?{query}", None);

        Assert.Equal(sentence, await answer.Error(name));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/xml")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_body_that_is_not_called_JSON_is_415(string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"slug": "x", "name": "X"}"""));
        if (type.Length > 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var answer = await host.Admin.PostAsync("/api/v1/specimens", content, None);

        await answer.Problem(HttpStatusCode.UnsupportedMediaType, "wrong-media-type");
    }

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var content = ApiHost.Json("{}");
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await host.Admin.PostAsync("/api/v1/specimens", content, None);

        await answer.Problem(HttpStatusCode.UnsupportedMediaType, "wrong-media-type");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_413(bool once)
    {
        using var client = await host.SignIn(Role.Admin);
        // As curl does for large bodies: otherwise the answer is lost when the server hangs up on what is still being sent.
        client.DefaultRequestHeaders.ExpectContinue = true;
        if (once)
        {
            client.DefaultRequestHeaders.Add("Idempotency-Key", "large");
        }

        using var answer = await client.PostAsync("/api/v1/specimens", ApiHost.Json($$"""{"slug": "{{new string('x', 8 * 1024 * 1024)}}"}"""), None);

        await answer.Problem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType, "wrong-media-type")]
    [InlineData("multipart/form-data", HttpStatusCode.BadRequest, "unreadable")]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.BadRequest, "unreadable")]
    public async Task A_form_that_is_none_is_a_problem(string type, HttpStatusCode status, string problem)
    {
        using var content = new ByteArrayContent("--y\r\nhello"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await host.Admin.PostAsync("/api/v1/uploads", content, None);

        await answer.Problem(status, problem);
    }

    [Fact]
    public async Task A_form_without_its_file_names_the_field()
    {
        using var content = new MultipartFormDataContent { { new StringContent("A caption"), "caption" } };
        using var answer = await host.Admin.PostAsync("/api/v1/uploads", content, None);

        Assert.Equal("file is missing.", await answer.Error("file"));
    }

    [Fact]
    public async Task A_form_with_NUL_in_a_field_is_422()
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1, 2]), "file", "f.jpg" }, { new StringContent("a\0b"), "caption" } };
        using var answer = await host.Admin.PostAsync("/api/v1/uploads", content, None);

        Assert.Contains("NUL", await answer.Error("caption"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_that_answers_nothing_is_no_problem()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/trouble/nothing", None);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Sentences_are_written_as_people_read_them()
    {
        using var answer = await host.Admin.GetAsync("/api/v1/trouble/invalid", None);

        Assert.Contains("What was sent can't be taken", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_type_of_problem_leads_to_its_explanation()
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync("/api/problems/refused", None);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("can't be done as things stand", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
    }

    public sealed class Host : ApiHost
    {
        protected override void Map(RouteGroupBuilder api)
        {
            Trouble(api, "refused", _ => throw new Refused("This edition has already gone out."));
            Trouble(api, "invalid", _ => throw new Invalid(
                [new("authors[2]", "There is no such author."), new("slug", "slug is missing."), new("authors[2]", "authors[2] is too long.")]));
            Trouble(api, "concurrency", _ => throw new DbUpdateConcurrencyException("0 rows"));
            Trouble(api, "outage", _ => throw new InvalidOperationException("wrapped", new NpgsqlException("refused", new IOException("no route"))));
            Trouble(api, "bug", _ => throw new FormatException("a secret thing"));
            api.MapGet("/trouble/nothing", () => Task.CompletedTask).Allow(Role.Admin).WithSummary("Answers nothing.");
            api.MapGet("/trouble/taken", Taken).Allow(Role.Admin).WithSummary("Makes the same twice.");
            api.MapGet("/trouble/half", Half).Allow(Role.Admin).WithSummary("Sets headers, then fails.");
        }

        private static void Trouble(RouteGroupBuilder api, string name, RequestDelegate fail) =>
            api.MapMethods($"/trouble/{name}", ["GET", "PATCH"], (Delegate)((HttpContext http) => fail(http))).Allow(Role.Admin).WithSummary("Fails.");

        private static async Task Taken(BroadsheetDb db, CancellationToken cancellation)
        {
            var slug = Guid.NewGuid().ToString("N");
            db.Tiers.AddRange(new Tier { Slug = slug, Name = "One", Rank = 1 }, new Tier { Slug = slug, Name = "Two", Rank = 1 });
            await db.SaveChangesAsync(cancellation);
        }

        private static Task Half(HttpResponse response)
        {
            response.SetETag(7);
            response.Headers.Location = "/nowhere";
            throw new Refused("Not after all.");
        }
    }
}
