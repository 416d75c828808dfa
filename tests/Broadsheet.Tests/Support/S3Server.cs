using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Support;

/// <summary>As much of S3's protocol as a media store needs, in memory, on loopback. It takes only requests whose signature (AWS Signature Version 4) is right, and lists two names a page.</summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string AccessKey = "AKIATEST";
    public const string SecretKey = "a-secret-of-the-test";
    private const string Bucket = "pictures";
    private const int PageSize = 2;
    private readonly WebApplication _app;

    private S3Server()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(Answer);
    }

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Every request is answered 503 while set.</summary>
    public bool IsDown { get; set; }

    public string Address => $"s3://{Bucket}/our/paper?endpoint={Uri.EscapeDataString(_app.Urls.Single())}&region=eu-north-1";

    public static async Task<S3Server> Start()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", AccessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", SecretKey);
        var server = new S3Server();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Requests.Enqueue($"{http.Request.Method} {http.Request.Path}");
        if (IsDown)
        {
            http.Response.StatusCode = 503;
            return;
        }

        if (!IsSigned(http.Request, body.ToArray()))
        {
            await Error(http, 403, "SignatureDoesNotMatch");
            return;
        }

        var path = http.Request.Path.Value!.TrimStart('/').Split('/', 2);
        if (path[0] != Bucket)
        {
            await Error(http, 404, "NoSuchBucket");
            return;
        }

        var key = path.Length > 1 ? path[1] : "";
        switch (http.Request.Method)
        {
            case "PUT":
                Objects[key] = body.ToArray();
                http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.ToArray()))}\"";
                break;
            case "GET" when key.Length == 0:
                await List(http);
                break;
            case "GET" when Objects.TryGetValue(key, out var found):
                http.Response.ContentLength = found.Length;
                await http.Response.Body.WriteAsync(found);
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                http.Response.StatusCode = 204;
                break;
            default:
                await Error(http, 404, "NoSuchKey");
                break;
        }
    }

    private async Task List(HttpContext http)
    {
        var query = http.Request.Query;
        var after = query["continuation-token"].ToString();
        var keys = Objects.Keys.Where(key => key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).Order(StringComparer.Ordinal).ToList();
        XNamespace space = "http://s3.amazonaws.com/doc/2006-03-01/";
        var page = keys.Take(PageSize).ToList();
        var list = new XElement(
            space + "ListBucketResult",
            new XElement(space + "Name", Bucket),
            new XElement(space + "KeyCount", page.Count),
            new XElement(space + "IsTruncated", keys.Count > PageSize ? "true" : "false"),
            keys.Count > PageSize ? new XElement(space + "NextContinuationToken", page[^1]) : null,
            page.Select(key => new XElement(space + "Contents", new XElement(space + "Key", key), new XElement(space + "Size", Objects[key].Length))));
        http.Response.ContentType = "application/xml";
        await http.Response.WriteAsync(list.ToString());
    }

    private static Task Error(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync($"<Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var parts = request.Headers.Authorization.ToString().Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        if (!parts.TryGetValue("Credential", out var credential) || !credential.StartsWith(AccessKey + "/", StringComparison.Ordinal))
        {
            return false;
        }

        var claimed = request.Headers["x-amz-content-sha256"].ToString();
        if (claimed != Convert.ToHexStringLower(SHA256.HashData(body)))
        {
            return false;
        }

        var scope = credential.Split('/', 2)[1];
        var signed = parts["SignedHeaders"].Split(';');
        var canonical = string.Join('\n', (string[])
        [
            request.Method,
            string.Join('/', request.Path.Value!.Split('/').Select(Uri.EscapeDataString)),
            string.Join('&', request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}")),
            .. signed.Select(name => $"{name}:{request.Headers[name].ToString().Trim()}"),
            "",
            parts["SignedHeaders"],
            claimed,
        ]);
        var text = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return parts["Signature"].Equals(Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))), StringComparison.Ordinal);
    }
}
