using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class BodyTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("", "The body is empty; it must be JSON.")]
    [InlineData("{", "The body is not JSON: line 1, byte 2.")]
    [InlineData("{\n  \"slug\": \"x\",\n  \"name\": 'x'\n}", "The body is not JSON: line 3, byte 11.")]
    [InlineData("{\"slug\": \"x\"} {}", "The body is not JSON: line 1, byte 15.")]
    [InlineData("{\"slug\": \"x\", // no\n}", "The body is not JSON: line 1, byte 15.")]
    [InlineData("{\"slug\": NaN}", "The body is not JSON: line 1, byte 10.")]
    [InlineData("{\"slug\": 01}", "The body is not JSON: line 1, byte 11.")]
    public async Task What_is_not_JSON_is_400_and_says_where(string body, string sentence)
    {
        using var answer = await Post(body);

        Assert.Equal(sentence, (await answer.Problem(HttpStatusCode.BadRequest, "unreadable")).Detail());
    }

    [Fact]
    public async Task What_is_not_UTF_8_is_400()
    {
        using var content = new ByteArrayContent([.. "{\"slug\": \""u8, 0xE9, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        using var answer = await host.Admin.PostAsync("/api/v1/specimens", content, None);

        Assert.Equal("The body is not UTF-8.", (await answer.Problem(HttpStatusCode.BadRequest, "unreadable")).Detail());
    }

    [Theory]
    [InlineData("null", "", "The body must not be null.")]
    [InlineData("[]", "", "The body must be an object.")]
    [InlineData("\"slug\"", "", "The body must be an object.")]
    [InlineData("{}", "slug", "slug is missing.")]
    [InlineData("{\"slug\": null}", "slug", "slug must not be null.")]
    [InlineData("{\"slug\": 7}", "slug", "slug must be a text.")]
    [InlineData("{\"slug\": \"x\", \"Name\": \"X\"}", "Name", "There is no field “Name”; it is written “name”.")]
    [InlineData("{\"slug\": \"x\", \"headline\": \"X\"}", "headline", "There is no field “headline”.")]
    [InlineData("{\"slug\": \"x\", \"slug\": \"y\"}", "slug", "slug is given more than once.")]
    [InlineData("{\"slug\": \"x\", \"rank\": \"7\"}", "rank", "rank must be a whole number from -2147483648 to 2147483647.")]
    [InlineData("{\"slug\": \"x\", \"rank\": 7.5}", "rank", "rank must be a whole number from -2147483648 to 2147483647.")]
    [InlineData("{\"slug\": \"x\", \"rank\": 3000000000}", "rank", "rank must be a whole number from -2147483648 to 2147483647.")]
    [InlineData("{\"slug\": \"x\", \"rank\": null}", "rank", "rank must not be null.")]
    [InlineData("{\"slug\": \"x\", \"loud\": \"yes\"}", "loud", "loud must be true or false.")]
    [InlineData("{\"slug\": \"x\", \"weight\": 1e999}", "weight", "weight is a number beyond measure.")]
    [InlineData("{\"slug\": \"x\", \"day\": \"someday\"}", "day", "day must be one of sunday, monday, tuesday, wednesday, thursday, friday, saturday.")]
    [InlineData("{\"slug\": \"x\", \"day\": 3}", "day", "day must be one of sunday, monday, tuesday, wednesday, thursday, friday, saturday.")]
    [InlineData("{\"slug\": \"x\", \"image\": \"picture.jpg\"}", "image", "image must be an id.")]
    [InlineData("{\"slug\": \"x\", \"at\": \"2026-04-01T18:30:00\"}", "at", "at must be a time with its offset, such as 2026-04-01T18:30:00Z.")]
    [InlineData("{\"slug\": \"x\", \"at\": \"2026-04-01\"}", "at", "at must be a time with its offset, such as 2026-04-01T18:30:00Z.")]
    [InlineData("{\"slug\": \"x\", \"at\": \"2026-02-30T18:30:00Z\"}", "at", "at must be a time with its offset, such as 2026-04-01T18:30:00Z.")]
    [InlineData("{\"slug\": \"x\", \"at\": \"0001-01-01T00:00:00+14:00\"}", "at", "at must be a time with its offset, such as 2026-04-01T18:30:00Z.")]
    [InlineData("{\"slug\": \"x\", \"at\": 1775068200}", "at", "at must be a time with its offset, such as 2026-04-01T18:30:00Z.")]
    [InlineData("{\"slug\": \"x\", \"authors\": \"Ana\"}", "authors", "authors must be a list.")]
    [InlineData("{\"slug\": \"x\", \"authors\": [\"Ana\", \"Ben\", 3]}", "authors[2]", "authors[2] must be a text.")]
    [InlineData("{\"slug\": \"x\", \"authors\": [\"Ana\", null]}", "authors[1]", "authors[1] must not be null; a list never holds null.")]
    [InlineData("{\"slug\": \"x\", \"parts\": [{\"story\": \"a\"}, {\"story\": \"b\", \"not\": 1}]}", "parts[1].not", "There is no field “parts[1].not”.")]
    [InlineData("{\"slug\": \"x\", \"parts\": [{\"note\": \"a\"}]}", "parts[0].story", "parts[0].story is missing.")]
    [InlineData("{\"slug\": \"x\", \"parts\": [[]]}", "parts[0]", "parts[0] must be an object.")]
    [InlineData("{\"slug\": \"x\", \"lead\": {\"story\": null}}", "lead.story", "lead.story must not be null.")]
    [InlineData("{\"slug\": \"x\", \"reasons\": {\"credit\": 1}}", "reasons.credit", "reasons.credit must be a text.")]
    [InlineData("{\"slug\": \"x\", \"body\": {\"content\": [{\"type\": \"p\", \"type\": \"q\"}]}}", "body.content[0].type", "body.content[0].type is given more than once.")]
    [InlineData("{\"slug\": \"a\\ud800b\"}", "slug", "slug holds half a character or NUL, which is no text.")]
    [InlineData("{\"slug\": \"a\\u0000b\"}", "slug", "slug holds half a character or NUL, which is no text.")]
    [InlineData("{\"slug\": \"x\", \"body\": {\"content\": [{\"text\": \"\\udfff\"}]}}", "body.content[0].text", "body.content[0].text holds half a character or NUL, which is no text.")]
    [InlineData("{\"slug\": \"x\", \"reasons\": {\"a\\u0000\": \"b\"}}", "reasons.a\0", "reasons.a\0 holds half a character or NUL, which is no text.")]
    public async Task What_has_the_wrong_shape_is_422_and_names_the_field(string body, string field, string sentence)
    {
        using var answer = await Post(body);

        Assert.Equal(sentence, await answer.Error(field));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        using var answer = await Post("""{"name": 7, "rnak": 1, "authors": [1, "Ana", 2], "lead": {}}""");

        var errors = (await answer.Problem(HttpStatusCode.UnprocessableEntity, "invalid")).GetProperty("errors");
        Assert.Equal("name, rnak, authors[0], authors[2], lead.story, slug", string.Join(", ", errors.EnumerateObject().Select(e => e.Name)));
    }

    [Fact]
    public async Task What_is_nested_too_deep_is_422()
    {
        using var answer = await Post($$"""{"slug": "x", "body": {{new string('[', 200)}}{{new string(']', 200)}}}""");

        Assert.Equal("The body is nested deeper than 128.", await answer.Error(""));
    }

    [Fact]
    public async Task A_megabyte_of_nonsense_is_answered_in_brief()
    {
        using var answer = await Post("{" + string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"unknown{i}\": {i}")) + "}");

        var errors = (await answer.Problem(HttpStatusCode.UnprocessableEntity, "invalid")).GetProperty("errors");
        Assert.Equal(100, errors.EnumerateObject().Count());
    }

    [Theory]
    [InlineData("2026-04-01T20:30:00+02:00", "2026-04-01T18:30:00Z")]
    [InlineData("2026-04-01t18:30:00z", "2026-04-01T18:30:00Z")]
    [InlineData("2026-04-01T18:30:00.1234567891Z", "2026-04-01T18:30:00.123456Z")]
    [InlineData("2026-04-01T18:30:00.5-03:30", "2026-04-01T22:00:00.5Z")]
    public async Task Times_come_with_any_offset_and_leave_in_UTC(string given, string answered)
    {
        var id = await Make("times" + Guid.NewGuid().ToString("N"));
        using var answer = await host.Admin.PostAsync($"/api/v1/specimens/{id}/publication", ApiHost.Json($$"""{"at": "{{given}}"}"""), None);

        Assert.Equal(answered, (await answer.Json()).GetProperty("at").GetString());
    }

    [Fact]
    public async Task Ids_have_hyphens_and_are_read_without_them_too()
    {
        var id = await Make("ids" + Guid.NewGuid().ToString("N"));
        using var content = ApiHost.Json($$"""{"specimens": ["{{id}}", "{{Guid.Parse(id):N}}"]}""");
        using var answer = await host.Admin.PutAsync("/api/v1/specimens/order", content, None);

        Assert.Equal($$"""["{{id}}","{{id}}"]""", (await answer.Json()).GetProperty("specimens").GetRawText());
    }

    [Fact]
    public async Task A_body_that_may_be_left_out_may_be_left_out()
    {
        var id = await Make("bare" + Guid.NewGuid().ToString("N"));
        using var answer = await host.Admin.PostAsync($"/api/v1/specimens/{id}/publication", null, None);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(JsonValueKind.Null, (await answer.Json()).GetProperty("note").ValueKind);
    }

    [Fact]
    public async Task Letters_of_any_script_come_and_go_as_they_are()
    {
        var slug = "letters" + Guid.NewGuid().ToString("N");
        using var answer = await Post($$"""{"slug": "{{slug}}", "name": "Ärger in القاهرة \ud83d\ude80 <b>"}""");

        Assert.Contains("Ärger in القاهرة", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
        Assert.Equal("Ärger in القاهرة 🚀 <b>", (await answer.Json()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        using var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($$"""{"slug": "{{Guid.NewGuid():N}}", "name": "X"}""")]);
        content.Headers.ContentType = new("application/json") { CharSet = "\"utf-8\"" };
        using var answer = await host.Admin.PostAsync("/api/v1/specimens", content, None);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private Task<HttpResponseMessage> Post(string body) => host.Admin.PostAsync("/api/v1/specimens", ApiHost.Json(body), None);

    private async Task<string> Make(string slug)
    {
        using var answer = await Post($$"""{"slug": "{{slug}}", "name": "X"}""");
        return (await answer.Json()).GetProperty("id").GetString()!;
    }
}
