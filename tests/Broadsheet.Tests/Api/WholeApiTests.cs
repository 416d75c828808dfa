using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Api;

/// <summary>The API of the whole program.</summary>
public sealed partial class WholeApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_comes_every_answer_is_one_that_the_description_promises(ulong seed)
    {
        await using var site = await Unlimited();
        await site.Make.Published(new { headline = "Boats are back", access = "members" });
        await site.Make.Story(new { headline = "Nothing yet", section = "harbour" });
        var admin = await site.Api(Role.Admin);
        var fuzz = new ApiFuzz(admin.Http, await Document(site), seed);

        await fuzz.Run(rounds: 60, Cancellation);

        Assert.True(fuzz.Failures.Count == 0, string.Join("\n\n———\n\n", fuzz.Failures));
        Assert.Empty(site.Log.Lines(LogLevel.Error));
        // Some need more luck than sixty tries have; but a fuzz that gets nowhere finds nothing.
        var shut = fuzz.Answers.Where(operation => !operation.Value.Keys.Any(status => status is >= 200 and < 300)).ToList();
        Assert.True(shut.Count * 5 < fuzz.Answers.Count, string.Join('\n', shut.Select(operation => $"{operation.Key} was never let through: {string.Join(' ', operation.Value)}")));
    }

    [Fact]
    public async Task Everything_is_described()
    {
        await using var site = await TestSite.Start();
        var document = await Document(site);
        Assert.Empty(DescriptionRules.Faults(document));
        Assert.Empty(DescriptionRules.Untold(document));

        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var mapped = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => $"{method} {Constraint().Replace(route.RoutePattern.RawText!, "}")}"));
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    /// <summary>What others rely on: the fields of what is sent, and of what is answered. There may be more.</summary>
    [Theory]
    [InlineData("POST /sections", "name slug parent position", "id name slug parent position")]
    [InlineData("POST /images", "file alt caption credit source takenAt licence expiresAt", "id url width height alt caption credit source takenAt licence expiresAt")]
    [InlineData("POST /stories", "headline standfirst section slug authors topics access leadImage dateline language translationOf noAppeals body bodyMarkdown bodyHtml", "id url state hasChanges headline standfirst section slug authors topics access leadImage dateline language translationOf noAppeals body")]
    [InlineData("PATCH /stories/{id}", "headline standfirst section slug authors topics access leadImage dateline language translationOf noAppeals body bodyMarkdown bodyHtml", "id url state hasChanges")]
    [InlineData("POST /stories/{id}/publication", "at note reasons", "state warnings")]
    [InlineData("DELETE /stories/{id}/publication", "reason", "state")]
    [InlineData("POST /stories/{id}/corrections", "kind text wrong right", "id kind text wrong right")]
    [InlineData("PUT /front", "stories", "stories")]
    [InlineData("PUT /sections/{slug}/front", "stories", "stories")]
    [InlineData("GET /stories", "state section q limit after", "items next")]
    [InlineData("GET /jobs", "state limit after", "items next")]
    [InlineData("GET /audit", "limit after", "items next")]
    public async Task The_fields_are_those_that_others_rely_on(string call, string sent, string answered)
    {
        await using var site = await TestSite.Start();
        var document = await Document(site);
        var operation = document.GetProperty("paths").GetProperty("/api/v1" + call.Split(' ')[1]).GetProperty(call.Split(' ')[0].ToLowerInvariant());
        var taken = operation.TryGetProperty("requestBody", out var body) ? Fields(document, body) : [.. operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!)];
        var answer = operation.GetProperty("responses").EnumerateObject().First(response => response.Name[0] is '2').Value;

        Assert.Empty(sent.Split(' ').Except(taken, StringComparer.Ordinal));
        Assert.Empty(answered.Split(' ').Except(Fields(document, answer), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sections", "GET POST", "GET PATCH DELETE")]
    [InlineData("images", "GET POST", "GET PATCH DELETE")]
    [InlineData("stories", "GET POST", "GET PATCH DELETE")]
    [InlineData("authors", "GET POST", "GET PATCH DELETE")]
    [InlineData("topics", "GET POST", "GET PATCH DELETE")]
    [InlineData("pages", "GET POST", "GET PATCH DELETE")]
    [InlineData("jobs", "GET", "GET")]
    [InlineData("audit", "GET", "GET")]
    public async Task Every_resource_is_listed_shown_changed_and_deleted(string resource, string many, string one)
    {
        await using var site = await TestSite.Start();
        var paths = (await Document(site)).GetProperty("paths");
        Assert.Equal(many.Split(' ').Order(StringComparer.Ordinal), Methods(paths, $"/api/v1/{resource}"));
        Assert.Equal(one.Split(' ').Order(StringComparer.Ordinal), Methods(paths, $"/api/v1/{resource}/{{id}}"));
    }

    [Fact]
    public async Task What_was_made_is_at_its_Location_and_changes_only_against_the_version_that_was_read()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api(Role.Admin);
        await site.Make.Section();
        Answer[] made =
        [
            (await api.Post("/sections", new { name = "Harbour", slug = "harbour", parent = "aldor", position = 3 })).Is(HttpStatusCode.Created),
            (await api.Post("/authors", new { name = "Runa Feld" })).Is(HttpStatusCode.Created),
            (await api.Post("/topics", new { name = "Water" })).Is(HttpStatusCode.Created),
            (await api.Post("/pages", new { title = "Contact", bodyMarkdown = "Write to us." })).Is(HttpStatusCode.Created),
            (await api.Upload("/images", PictureFiles.Png(64, 48), "a.png", new Dictionary<string, string>(StringComparer.Ordinal) { ["alt"] = "Boats" })).Is(HttpStatusCode.Created),
            await site.Make.Story(),
        ];

        foreach (var resource in made)
        {
            var path = resource.Location!["/api/v1".Length..];
            var read = (await api.Get(path)).Is(HttpStatusCode.OK);
            Assert.Equal((resource.Text, resource.ETag), (read.Text, read.ETag));
            (await api.Patch(path, new { }, etag: null)).Is(HttpStatusCode.PreconditionRequired);
            (await api.Patch(path, new { }, etag: "\"99\"")).Is(HttpStatusCode.PreconditionFailed);
            (await api.Patch(path, new { }, etag: "99")).Is(HttpStatusCode.UnprocessableEntity);
            (await api.Patch(path, new { }, etag: read.ETag)).Is(HttpStatusCode.OK);
            (await api.Delete(path)).Is(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task A_correction_is_at_its_Location()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published();
        var api = await site.Api();
        var correction = (await api.Post($"/stories/{story.Id}/corrections", new { kind = "editorsNote", text = "It was quiet.", wrong = "loud", right = "quiet" })).Is(HttpStatusCode.Created);
        Assert.Equal(correction.Text, (await api.Get(correction.Location!["/api/v1".Length..])).Is(HttpStatusCode.OK).Text);
        (await api.Get($"/stories/{Guid.NewGuid()}/corrections/{correction.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_act_in_the_audit_log_can_be_had_alone()
    {
        await using var site = await TestSite.Start();
        await site.Make.Story();
        var api = await site.Api();
        var act = (await api.Get("/audit?limit=1")).Json.GetProperty("items")[0];
        Assert.Equal(act.GetRawText(), (await api.Get($"/audit/{act.GetProperty("id").GetString()}")).Is(HttpStatusCode.OK).Text);
        (await api.Get($"/audit/{Guid.NewGuid()}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Stories_are_found_by_state_section_and_words_of_the_headline_and_listed_without_their_bodies()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "Boats are back", section = "harbour" });
        await site.Make.Story(new { headline = "Boats may come back", section = "harbour" });
        await site.Make.Story(new { headline = "100% of_them", section = "aldor" });
        var api = await site.Api();

        Assert.Equal(["100% of_them", "Boats may come back", "Boats are back"], await Headlines(api, ""));
        Assert.Equal(["Boats may come back", "Boats are back"], await Headlines(api, "?section=harbour"));
        Assert.Equal(["Boats may come back"], await Headlines(api, "?section=harbour&state=draft"));
        Assert.Equal(["Boats are back"], await Headlines(api, "?state=published&q=BOATS"));
        Assert.Equal(["100% of_them"], await Headlines(api, "?q=%25%20of_"));
        var listed = (await api.Get("/stories?limit=1")).Json.GetProperty("items")[0];
        var whole = (await api.Get($"/stories/{listed.GetProperty("id").GetString()}")).Json;
        Assert.Equal(
            whole.EnumerateObject().Where(field => field.Name != "body").Select(field => $"{field.Name}: {field.Value.GetRawText()}"),
            listed.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null || field.Name != "body").Select(field => $"{field.Name}: {field.Value.GetRawText()}"));
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_newest_first()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        foreach (var name in new[] { "One", "Two", "Three" })
        {
            (await api.Post("/topics", new { name })).Is(HttpStatusCode.Created);
        }

        var first = (await api.Get("/topics?limit=2")).Is(HttpStatusCode.OK);
        var second = (await api.Get($"/topics?limit=2&after={first["next"]}")).Is(HttpStatusCode.OK);
        Assert.Equal(["Three", "Two", "One"], first.Json.GetProperty("items").EnumerateArray().Concat(second.Json.GetProperty("items").EnumerateArray()).Select(topic => topic.GetProperty("name").GetString()));
        Assert.Null(second["next"]);
        (await api.Get("/topics?limit=101")).Is(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("""{"headline": "None"}""")]
    [InlineData("""{"headline": "Two", "bodyMarkdown": "A.", "bodyHtml": "<p>B.</p>"}""")]
    [InlineData("""{"headline": "Two", "bodyMarkdown": "A.", "body": {"type": "doc", "content": []}}""")]
    public async Task A_story_comes_with_exactly_one_body(string story)
    {
        await using var site = await TestSite.Start();
        var answer = (await (await site.Api()).Post("/stories", JsonElement.Parse(story))).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Send exactly one of body, bodyMarkdown and bodyHtml.", answer.Json.GetProperty("errors").GetProperty("body")[0].GetString());
    }

    [Fact]
    public async Task The_url_of_a_story_is_percent_encoded_and_leads_to_it()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "السد القديم" });
        var url = new Uri(story["url"]!);
        Assert.All(story["url"]!, c => Assert.True(char.IsAscii(c)));
        Assert.Equal(TestSite.Url.Host, url.Host);
        Assert.Equal("السد القديم", (await site.Html(url.AbsolutePath)).QuerySelector("article h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task Authors_and_topics_not_yet_known_are_made_once()
    {
        await using var site = await TestSite.Start();
        await site.Make.Story(new { authors = new[] { "Runa Feld", "Ana Brandt" }, topics = new[] { "Water" } });
        var story = await site.Make.Story(new { authors = new[] { "Ana Brandt", "runa feld" }, topics = new[] { "water" } });
        var api = await site.Api();
        Assert.Equal(["Ana Brandt", "Runa Feld"], story.Json.GetProperty("authors").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(2, (await api.Get("/authors")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await api.Get("/topics")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task More_than_the_burst_is_told_when_to_come_again()
    {
        await using var site = await TestSite.Start();
        using var program = site.Reader();
        using var refused = (await Task.WhenAll(Enumerable.Range(0, 3000).Select(_ => program.GetAsync("/api/v1/stories", Cancellation)))).Last(answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
        await refused.Problem(HttpStatusCode.TooManyRequests, "too-many");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 6);
    }

    [Fact]
    public async Task A_request_that_a_kill_cut_short_happens_once_when_it_is_repeated()
    {
        const int Requests = 12;
        await using var database = await TestDatabase.Create();
        var token = await Token(database);
        var before = new ConcurrentDictionary<int, string>();
        await using (var first = await BuiltProgram.Serve(database))
        {
            var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var all = Task.WhenAll(Enumerable.Range(0, 2 * Requests).Select(i => Task.Run(async () =>
            {
                if (await Topic(first.Http, token, i / 2) is { } text)
                {
                    Assert.Equal(text, before.GetOrAdd(i / 2, text));
                    answered.TrySetResult();
                }
            })));
            // In the middle of it: one is answered, the others are on their way.
            await answered.Task.WaitAsync(Cancellation);
            await first.Kill();
            await all;
        }

        await using var second = await BuiltProgram.Serve(database);
        for (var i = 0; i < Requests; i++)
        {
            var text = await Topic(second.Http, token, i);
            Assert.NotNull(text);
            Assert.Equal(before.GetValueOrDefault(i, text), text);
        }

        await using var db = database.Open();
        Assert.Equal(Requests, await db.Audit.CountAsync(entry => entry.Act == "topic.created", Cancellation));
    }

    // Null where the server was gone before it answered.
    private static async Task<string?> Topic(HttpClient http, string token, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/topics") { Content = JsonContent.Create(new { name = $"Topic {number}" }, options: JsonSerializerOptions.Web) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", $"topic-{number}");
        try
        {
            using var answer = await http.SendAsync(request, Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(answer.StatusCode is HttpStatusCode.Created, text);
            return text;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<string> Token(TestDatabase database)
    {
        await using var db = database.Open();
        return await new Tokens(db, TimeProvider.System).Create("wire", Role.Editor, Actor.Program, Cancellation);
    }

    private static async Task<IReadOnlyList<string?>> Headlines(ApiClient api, string query) =>
        [.. (await api.Get("/stories" + query)).Is(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Select(story => story.GetProperty("headline").GetString())];

    private static IEnumerable<string> Methods(JsonElement paths, string path) => paths.GetProperty(path).EnumerateObject().Select(method => method.Name.ToUpperInvariant()).Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> Fields(JsonElement document, JsonElement holder)
    {
        var schema = holder.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            schema = choices.EnumerateArray().Single(choice => choice.TryGetProperty("$ref", out _));
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()![2..].Split('/').Aggregate(document, (at, step) => at.GetProperty(step));
        }

        return [.. schema.GetProperty("properties").EnumerateObject().Select(field => field.Name)];
    }

    [GeneratedRegex(@":\w+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Constraint();

    private static Task<TestSite> Unlimited() => TestSite.Start(alter: services =>
    {
        services.RemoveAll<RateLimits>();
        services.AddSingleton(new RateLimits { Api = new RateLimit(100_000, 1_000_000) });
    });

    private static async Task<JsonElement> Document(TestSite site) => JsonElement.Parse(await site.Reader().GetByteArrayAsync("/openapi/v1.json", Cancellation));
}
