using System.Net;
using System.Text;
using Broadsheet.Api;
using Broadsheet.Api.Idempotency;
using Broadsheet.Community;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class OnceTests(OnceTests.Host host) : IClassFixture<OnceTests.Host>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_repeated_POST_happens_once_and_gets_the_first_answer()
    {
        var (key, slug) = (NewKey(), NewSlug());
        using var first = await Post(host.Admin, key, slug);
        using var second = await Post(host.Admin, key, slug);

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.False(first.Headers.Contains(IdempotencyKey.ReplayedHeader));
        Assert.Equal("true", second.Headers.GetValues(IdempotencyKey.ReplayedHeader).Single());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(await first.Content.ReadAsStringAsync(None), await second.Content.ReadAsStringAsync(None));
    }

    [Fact]
    public async Task Without_a_key_a_POST_happens_again()
    {
        var slug = NewSlug();
        using var first = await Post(host.Admin, null, slug);
        using var second = await Post(host.Admin, null, slug);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await second.Problem(HttpStatusCode.Conflict, "refused");
    }

    [Fact]
    public async Task Two_equal_POSTs_at_the_same_moment_have_one_effect_and_equal_answers()
    {
        for (var round = 0; round < 50; round++)
        {
            var (key, mark) = (NewKey(), NewSlug());
            using var barrier = new Barrier(2);
            var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                barrier.SignalAndWait(None);
                using var answer = await Post(host.Admin, key, mark, "/api/v1/marks");
                return (answer.StatusCode, Replayed: answer.Headers.Contains(IdempotencyKey.ReplayedHeader), Text: await answer.Content.ReadAsStringAsync(None));
            })));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
            Assert.Equal(answers[0].Text, answers[1].Text);
            Assert.Single(answers, answer => answer.Replayed);
            Assert.Equal(1, await Marks(mark));
        }
    }

    [Fact]
    public async Task Many_equal_POSTs_at_the_same_moment_have_one_effect()
    {
        var (key, mark) = (NewKey(), NewSlug());
        var texts = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var answer = await Post(host.Admin, key, mark, "/api/v1/marks");
            return await answer.Content.ReadAsStringAsync(None);
        }));

        Assert.Single(texts.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await Marks(mark));
    }

    [Fact]
    public async Task A_key_that_came_with_another_request_is_422()
    {
        var key = NewKey();
        using var first = await Post(host.Admin, key, NewSlug());
        using var otherBody = await Post(host.Admin, key, NewSlug());
        using var otherAddress = await Post(host.Admin, key, NewSlug(), "/api/v1/marks");

        await otherBody.Problem(HttpStatusCode.UnprocessableEntity, "key-reused");
        await otherAddress.Problem(HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Fact]
    public async Task Another_token_may_use_the_same_key()
    {
        var (key, slug) = (NewKey(), NewSlug());
        using var other = await host.SignIn(Role.Editor);
        using var first = await Post(host.Admin, key, slug + "a");
        using var second = await Post(other, key, slug + "b");

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.False(second.Headers.Contains(IdempotencyKey.ReplayedHeader));
    }

    [Fact]
    public async Task A_refused_POST_leaves_nothing_behind_and_can_be_mended()
    {
        var (key, mark) = (NewKey(), NewSlug());
        using var refused = await Post(host.Admin, key, mark, "/api/v1/marks?then=refuse");
        using var answered = await Post(host.Admin, key, mark, "/api/v1/marks?then=answer-409");
        Assert.Equal(0, await Marks(mark));
        using var mended = await Post(host.Admin, key, mark, "/api/v1/marks");

        await refused.Problem(HttpStatusCode.Conflict, "refused");
        Assert.Equal(HttpStatusCode.Conflict, answered.StatusCode);
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
        Assert.Equal(1, await Marks(mark));
    }

    [Fact]
    public async Task A_POST_that_failed_leaves_nothing_behind_and_can_be_repeated()
    {
        var (key, mark) = (NewKey(), NewSlug());
        host.FailOnce(mark, () => throw new FormatException("a bug"));
        using var failed = await Post(host.Admin, key, mark, "/api/v1/marks");
        Assert.Equal(0, await Marks(mark));
        using var repeated = await Post(host.Admin, key, mark, "/api/v1/marks");

        await failed.Problem(HttpStatusCode.InternalServerError, "unexpected");
        Assert.Equal(HttpStatusCode.Created, repeated.StatusCode);
        Assert.Equal(1, await Marks(mark));
    }

    [Fact]
    public async Task A_connection_that_died_between_effect_and_commit_leaves_nothing_behind()
    {
        var (key, mark) = (NewKey(), NewSlug());
        host.FailOnce(mark, db => db.Database.GetDbConnection().Close());
        using var died = await Post(host.Admin, key, mark, "/api/v1/marks");
        Assert.Equal(0, await Marks(mark));
        using var repeated = await Post(host.Admin, key, mark, "/api/v1/marks");

        Assert.InRange((int)died.StatusCode, 500, 503);
        Assert.Equal(HttpStatusCode.Created, repeated.StatusCode);
        Assert.Equal(1, await Marks(mark));
    }

    [Fact]
    public async Task A_client_that_left_before_the_answer_gets_it_when_it_comes_again()
    {
        var (key, mark) = (NewKey(), NewSlug());
        using var left = new CancellationTokenSource();
        host.FailOnce(mark, db =>
        {
            left.Cancel();
            host.Aborted.Task.Wait(None);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostUntil(host.Admin, key, mark, "/api/v1/marks", left.Token));
        using var repeated = await Post(host.Admin, key, mark, "/api/v1/marks");

        Assert.Equal("true", repeated.Headers.GetValues(IdempotencyKey.ReplayedHeader).Single());
        Assert.Equal(1, await Marks(mark));
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(2_000_000)]
    public async Task An_upload_is_repeated_whatever_its_boundary(int length)
    {
        var (key, bytes) = (NewKey(), new byte[length]);
        new Random(length).NextBytes(bytes);
        using var first = await Upload(key, bytes, "a");
        using var second = await Upload(key, bytes, "a");
        using var otherCaption = await Upload(key, bytes, "b");
        bytes[^1]++;
        using var otherFile = await Upload(key, bytes, "a");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(length, (await first.Json()).GetProperty("length").GetInt32());
        Assert.Equal(await first.Content.ReadAsStringAsync(None), await second.Content.ReadAsStringAsync(None));
        Assert.True(second.Headers.Contains(IdempotencyKey.ReplayedHeader));
        await otherCaption.Problem(HttpStatusCode.UnprocessableEntity, "key-reused");
        await otherFile.Problem(HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData("schlüssel")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_key_that_is_none_is_422(string key)
    {
        using var sockets = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var client = new HttpClient(sockets) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = host.Admin.DefaultRequestHeaders.Authorization;
        using var answer = await Post(client, key, NewSlug());

        Assert.Contains("visible ASCII", await answer.Error(IdempotencyKey.Header), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_forgotten_after_a_day()
    {
        var (key, slug) = (NewKey(), NewSlug());
        using var first = await Post(host.Admin, key, slug);
        host.Time.Advance(IdempotencyKey.Lifetime + TimeSpan.FromMinutes(1));
        var (recentKey, recentSlug) = (NewKey(), NewSlug());
        using var recent = await Post(host.Admin, recentKey, recentSlug);

        await using (var scope = host.Services.CreateAsyncScope())
        {
            Assert.InRange(await scope.ServiceProvider.GetRequiredService<SweepIdempotencyKeys>().Run(None), 1, int.MaxValue);
        }

        using var late = await Post(host.Admin, key, slug);
        using var replayed = await Post(host.Admin, recentKey, recentSlug);
        await late.Problem(HttpStatusCode.Conflict, "refused");
        Assert.True(replayed.Headers.Contains(IdempotencyKey.ReplayedHeader));
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    private static string NewSlug() => Guid.NewGuid().ToString("N");

    private static Task<HttpResponseMessage> Post(HttpClient client, string? key, string slug, string path = "/api/v1/specimens") => PostUntil(client, key, slug, path, None);

    private static async Task<HttpResponseMessage> PostUntil(HttpClient client, string? key, string slug, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = ApiHost.Json($$"""{"slug": "{{slug}}", "name": "A"}""") };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        }

        return await client.SendAsync(request, cancellation);
    }

    private async Task<HttpResponseMessage> Upload(string key, byte[] bytes, string caption)
    {
        using var form = new MultipartFormDataContent(Guid.NewGuid().ToString()) { { new ByteArrayContent([.. bytes]), "file", "picture.jpg" }, { new StringContent(caption), "caption" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads") { Content = form };
        request.Headers.Add(IdempotencyKey.Header, key);
        return await host.Admin.SendAsync(request, None);
    }

    private Task<int> Marks(string mark) => host.FromDatabase(db => db.Tiers.CountAsync(t => t.Name == mark));

    public sealed class Host : ApiHost
    {
        private readonly Dictionary<string, Action<BroadsheetDb>> _failures = new(StringComparer.Ordinal);

        public TaskCompletionSource Aborted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void FailOnce(string mark, Action fail) => FailOnce(mark, _ => fail());

        public void FailOnce(string mark, Action<BroadsheetDb> fail)
        {
            lock (_failures)
            {
                _failures[mark] = fail;
            }
        }

        protected override void Map(RouteGroupBuilder api) => api.MapPost("/marks", Mark).Allow(Role.Admin).WithSummary("Leaves a mark, as often as it is asked.");

        private async Task<IResult> Mark(Body<SpecimenInput> body, string? then, HttpContext http, BroadsheetDb db)
        {
            http.RequestAborted.Register(() => Aborted.TrySetResult());
            var mark = new Tier { Slug = Guid.NewGuid().ToString("N"), Name = body.Value.Slug, Rank = 1 };
            await db.InTransaction(
                async token =>
                {
                    db.Tiers.Add(mark);
                    await db.SaveChangesAsync(token);
                },
                None);
            lock (_failures)
            {
                if (_failures.Remove(mark.Name, out var fail))
                {
                    fail(db);
                }
            }

            return then switch
            {
                "refuse" => throw new Refused("Not this one."),
                "answer-409" => TypedResults.Conflict(),
                _ => Answers.Created($"/api/v1/marks/{mark.Id:N}", Specimen.Of(mark, null), mark.Version),
            };
        }
    }
}
