using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>Calls the API; paths are below <c>/api/v1</c>: <c>/stories</c>.</summary>
public sealed class ApiClient(HttpClient http)
{
    /// <summary>For what the short forms don't cover.</summary>
    public HttpClient Http => http;

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, object? body = null, string? idempotencyKey = null) => Send(HttpMethod.Post, path, body, ("Idempotency-Key", idempotencyKey));

    public Task<Answer> Put(string path, object? body = null) => Send(HttpMethod.Put, path, body);

    public Task<Answer> Delete(string path, object? body = null) => Send(HttpMethod.Delete, path, body);

    /// <param name="etag">As it was read; <c>*</c> matches any.</param>
    public Task<Answer> Patch(string path, object body, string? etag = "*") => Send(HttpMethod.Patch, path, body, ("If-Match", etag));

    /// <summary>Sends a file with its fields.</summary>
    public async Task<Answer> Upload(string path, byte[] file, string name, IReadOnlyDictionary<string, string> fields, string? idempotencyKey = null)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", name);
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = form };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await Send(request);
    }

    private async Task<Answer> Send(HttpMethod method, string path, object? body = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, options: JsonSerializerOptions.Web);
        }

        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Send(request);
    }

    private async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, text, response.Headers.ETag?.Tag, response.Headers.Location?.OriginalString, response.Content.Headers.ContentType?.MediaType)
        {
            Request = string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri}"),
        };
    }
}
