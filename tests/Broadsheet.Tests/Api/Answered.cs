using System.Net;
using System.Text.Json;
using Xunit;

namespace Broadsheet.Tests.Api;

/// <summary>Reads what the API answered.</summary>
internal static class Answered
{
    public static async Task<JsonElement> Json(this HttpResponseMessage answer) =>
        JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync());

    /// <summary>The answer as a problem of this type.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage answer, HttpStatusCode status, string name)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal($"/api/problems/{name}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>The sentences about one field of a 422.</summary>
    public static async Task<string> Error(this HttpResponseMessage answer, string field)
    {
        var errors = (await answer.Problem(HttpStatusCode.UnprocessableEntity, "invalid")).GetProperty("errors");
        Assert.True(errors.TryGetProperty(field, out var sentences), $"nothing about {field}: {errors}");
        return string.Join(' ', sentences.EnumerateArray().Select(s => s.GetString()));
    }

    public static string? Detail(this JsonElement problem) => problem.GetProperty("detail").GetString();
}
