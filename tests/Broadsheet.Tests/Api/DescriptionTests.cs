using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed partial class DescriptionTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Every_operation_has_what_a_reader_needs() => Assert.Empty(DescriptionRules.Faults(await Document()));

    [Fact]
    public async Task What_is_said_in_the_code_is_said_in_the_description()
    {
        var operation = (await Document()).GetProperty("paths").GetProperty("/api/v1/jobs").GetProperty("get");

        Assert.Equal("Lists the work in the background.", operation.GetProperty("summary").GetString());
        Assert.Equal("For the role reporter, editor, audience or admin.", operation.GetProperty("description").GetString());
        Assert.Equal("Jobs", operation.GetProperty("tags")[0].GetString());
        Assert.Equal("state subject limit after", string.Join(' ', operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString())));
        Assert.Equal("Only jobs in this state.", operation.GetProperty("parameters")[0].GetProperty("description").GetString());
        Assert.Equal("""["queued","running","done","failed"]""", operation.GetProperty("parameters")[0].GetProperty("schema").GetProperty("enum").GetRawText());
    }

    [Theory]
    [InlineData("slug", """{"type":"string"}""")]
    [InlineData("name", """{"type":["null","string"]}""")]
    [InlineData("rank", """{"type":"integer","format":"int32"}""")]
    [InlineData("day", """{"enum":["sunday","monday","tuesday","wednesday","thursday","friday","saturday",null],"type":["null","string"]}""")]
    [InlineData("image", """{"type":["null","string"],"format":"uuid"}""")]
    [InlineData("at", """{"type":["null","string"],"format":"date-time"}""")]
    [InlineData("authors", """{"type":["null","array"],"items":{"type":"string"}}""")]
    [InlineData("parts", """{"type":["null","array"],"items":{"$ref":"#/components/schemas/SpecimenPart"}}""")]
    [InlineData("body", "{}")]
    public async Task Fields_are_shown_as_they_stand_in_the_JSON(string field, string schema)
    {
        var shown = (await Document()).GetProperty("components").GetProperty("schemas").GetProperty("SpecimenInput").GetProperty("properties").GetProperty(field);

        var bare = JsonSerializer.Serialize(shown.EnumerateObject().Where(p => p.Name != "description").ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal), Plain);
        Assert.Equal(schema, bare);
    }

    [Fact]
    public async Task Every_problem_is_described()
    {
        var document = await Document();
        var operation = document.GetProperty("paths").GetProperty("/api/v1/specimens/{id}").GetProperty("patch");

        Assert.Equal("200 400 401 403 404 409 412 413 415 422 428 429 500 503", string.Join(' ', operation.GetProperty("responses").EnumerateObject().Select(r => r.Name)));
        Assert.Equal("""["type","title","status","detail"]""", document.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("required").GetRawText());
        Assert.True(operation.GetProperty("responses").GetProperty("200").GetProperty("headers").TryGetProperty("ETag", out _));
        Assert.Equal("""[{"token":[]}]""", document.GetProperty("security").GetRawText());
    }

    [Fact]
    public async Task The_description_is_read_again_only_when_it_changed()
    {
        using var client = host.Anonymous();
        using var first = await client.GetAsync("/openapi/v1.json", None);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.GetAsync("/openapi/v1.json", None);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere()
    {
        using var client = host.Anonymous();
        using var page = await client.GetAsync("/api", None);
        var html = await page.Content.ReadAsStringAsync(None);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("data:, /api/scalar.js /api/page.js", string.Join(' ', Loaded().Matches(html).Select(match => match.Groups["address"].Value)));
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_its_scripts_from_this_program()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = host.Address };

        Assert.Contains("createApiReference", await client.GetStringAsync("/api/scalar.js", None), StringComparison.Ordinal);
        Assert.Contains("withDefaultFonts: false", await client.GetStringAsync("/api/page.js", None), StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<JsonElement> Document()
    {
        using var client = host.Anonymous();
        return JsonElement.Parse(JsonSerializer.Serialize(JsonElement.Parse(await client.GetByteArrayAsync("/openapi/v1.json", None)), Plain));
    }

    [GeneratedRegex("(?:src|<link[^>]*href)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loaded();
}
