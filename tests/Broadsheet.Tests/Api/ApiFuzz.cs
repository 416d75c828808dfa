using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Tests.Support;
using CsCheck;

namespace Broadsheet.Tests.Api;

/// <summary>
/// Drives every operation of an OpenAPI document with requests that are valid, invalid and nasty. Whatever comes, the answer is never a 5xx, every error is a problem,
/// and everything that is answered was promised by the document: its status, and the shape of what is in it.
/// </summary>
/// <param name="client">With the base address and the token of a role that may do everything. The server's limit of requests is to be out of the way.</param>
/// <param name="openApi">The document.</param>
/// <param name="seed">The same seed sends the same requests, but for the ids that the server makes.</param>
internal sealed class ApiFuzz(HttpClient client, JsonElement openApi, ulong seed)
{
    private static readonly string[] OddTypes = ["application/json; charset=utf-16", "text/json", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/json;;", "*/*", "x"];

    private readonly FuzzMemory _known = new();
    private readonly JsonSchema _promises = new(JsonNode.Parse(openApi.GetRawText())!.AsObject());
    private readonly Dictionary<string, SortedDictionary<int, int>> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];

    /// <summary>How often each operation answered with which status.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<int, int>> Answers => _answers;

    /// <summary>What should not have been answered, each with its request.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Sends this many requests to each operation, all operations in turn; stops early at ten failures.</summary>
    public async Task Run(int rounds, CancellationToken cancellation)
    {
        var random = new PCG(1, seed);
        var json = new FuzzJson(openApi, _known);
        var operations = openApi.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method =>
            {
                var verb = method.Name.ToUpperInvariant();
                return (Name: $"{verb} {path.Name}", Description: method.Value, Request: Request(path.Name, verb, method.Value, json));
            }))
            .ToList();
        // What is there already leads further than what is made up.
        foreach (var (name, description, _) in operations.Where(operation => operation.Name.StartsWith("GET", StringComparison.Ordinal) && !operation.Name.Contains('{', StringComparison.Ordinal)))
        {
            await Send(name, description, new FuzzRequest("GET", name[4..], [], null, null), cancellation);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, description, request) in operations)
            {
                // Else little would live long enough to be changed.
                if (round % 3 > 0 && name.StartsWith("DELETE", StringComparison.Ordinal))
                {
                    continue;
                }

                await Send(name, description, request.Generate(random, null, out _), cancellation);
                if (_failures.Count >= 10)
                {
                    return;
                }
            }
        }
    }

    private async Task Send(string operation, JsonElement description, FuzzRequest request, CancellationToken cancellation)
    {
        using var message = request.Message();
        using var answer = await client.SendAsync(message, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        var counts = _answers.TryGetValue(operation, out var before) ? before : _answers[operation] = [];
        counts[(int)answer.StatusCode] = counts.GetValueOrDefault((int)answer.StatusCode) + 1;
        // Of another method than it has, an operation promises nothing.
        if ((Fault(answer, text) ?? (operation.StartsWith(request.Method + " ", StringComparison.Ordinal) ? BrokenPromise(description, answer, text) : null)) is { } fault)
        {
            _failures.Add($"{fault}\n{request}\n\n{(int)answer.StatusCode} {text}");
        }
        else if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType is "application/json")
        {
            _known.Learn(Collection(operation.Split(' ')[1].Split('/')), JsonElement.Parse(text));
        }
    }

    private static string? Fault(HttpResponseMessage answer, string text) => (int)answer.StatusCode switch
    {
        >= 500 => "The server failed.",
        429 => "The server's limit of requests is in the way.",
        >= 400 when answer.Content.Headers.ContentType?.MediaType is not "application/problem+json" => "The error is no problem.",
        // The answer to HEAD has no body.
        >= 400 when answer.RequestMessage!.Method != HttpMethod.Head => ProblemFault(answer, text),
        _ => null,
    };

    private string? BrokenPromise(JsonElement operation, HttpResponseMessage answer, string text)
    {
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (!operation.GetProperty("responses").TryGetProperty(status, out var promised))
        {
            return $"The description doesn't say that this may be answered {status}.";
        }

        if (promised.TryGetProperty("$ref", out var reference))
        {
            promised = reference.GetString()![2..].Split('/').Aggregate(openApi, (at, step) => at.GetProperty(step));
        }

        if (!promised.TryGetProperty("content", out var content))
        {
            return text.Length > 0 ? "The description says that there is nothing in this answer." : null;
        }

        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        if (!content.TryGetProperty(type, out var body))
        {
            return $"The description doesn't say that this may be answered as {type}.";
        }

        var departure = _promises.Departure(JsonNode.Parse(body.GetProperty("schema").GetRawText())!.AsObject(), JsonNode.Parse(text));
        return departure is null ? null : $"The answer is not what the description says: {departure}";
    }

    private static string? ProblemFault(HttpResponseMessage answer, string text)
    {
        var problem = JsonElement.Parse(text);
        if (problem.GetProperty("status").GetInt32() != (int)answer.StatusCode || problem.GetProperty("title").GetString() is not { Length: > 0 } || problem.GetProperty("detail").GetString() is not { Length: > 0 })
        {
            return "The problem doesn't say what it is.";
        }

        return problem.GetProperty("type").GetString() is "/api/problems/invalid" && !problem.GetProperty("errors").EnumerateObject().Any() ? "The problem doesn't say what is wrong where." : null;
    }

    private Gen<FuzzRequest> Request(string path, string method, JsonElement operation, FuzzJson json)
    {
        var parameters = operation.TryGetProperty("parameters", out var given) ? given.EnumerateArray().ToList() : [];
        var address = Address(path, parameters);
        var headers = Headers(parameters);
        var odd = Gen.Frequency((60, Gen.Const(method)), (1, Gen.OneOf("PUT", "TRACE", "OPTIONS", "HEAD", "PATCH", "FOO")));
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return Gen.Select(odd, address, headers, (verb, where, heads) => new FuzzRequest(verb, where, heads, null, null));
        }

        var (type, schema) = body.GetProperty("content").EnumerateObject().Select(content => (content.Name, Schema: content.Value.TryGetProperty("schema", out var s) ? s : default)).First();
        var sent = type switch
        {
            "multipart/form-data" => FuzzForm.For(openApi, schema),
            "application/json" => json.For(schema).Select(text => (Bytes: Encoding.UTF8.GetBytes(text), Type: type)),
            _ => FuzzTexts.InJson.Array[0, 20].Select(lines => (Bytes: Encoding.UTF8.GetBytes(string.Join('\n', lines)), Type: type)),
        };
        return Gen.Select(odd, address, headers, Spoilt(sent), (verb, where, heads, content) => new FuzzRequest(verb, where, heads, content.Bytes, content.Type));
    }

    private Gen<string> Address(string path, List<JsonElement> parameters)
    {
        var names = path.Split('/');
        var segments = names.Select((segment, at) => segment.StartsWith('{')
            ? Gen.Frequency(
                (20, IsNumber(parameters, segment.Trim('{', '}')) ? Gen.Int[0, 3].Select(i => i.ToString(CultureInfo.InvariantCulture)) : _known.Of(Collection(names[..at]), segment.Trim('{', '}')).Select(Uri.EscapeDataString)),
                (1, _known.Any.Select(Uri.EscapeDataString)),
                (1, Gen.Guid.Select(id => id.ToString("N"))),
                // No NUL and no dots: the server refuses the one before it is our request, the client resolves the other.
                (1, FuzzTexts.Ascii.Where(text => text.Trim('.').Length > 0).Select(Uri.EscapeDataString)))
            : Gen.Const(segment));
        var query = parameters.Where(p => p.GetProperty("in").GetString() is "query").Select(Query);
        return Gen.Select(
            Joined(segments, "/"),
            Joined(query.Append(Gen.Frequency((40, Gen.Const("")), (1, Gen.OneOf("a=%00", "%ff=%ff", "=", "limit=1&limit=x", "a[]=1", "&&&", "q=%ED%A0%80")))), "&"),
            (where, what) => what.Trim('&').Length == 0 ? where : $"{where}?{what}");
    }

    // /api/v1/stories/{id}/corrections: corrections
    private static string Collection(string[] path) => path.Last(segment => !segment.StartsWith('{'));

    private static bool IsNumber(List<JsonElement> parameters, string name) =>
        parameters.Any(p => p.GetProperty("name").GetString() == name && p.GetProperty("schema").TryGetProperty("type", out var type) && type.GetRawText().Contains("integer", StringComparison.Ordinal));

    private Gen<string> Query(JsonElement parameter)
    {
        var name = parameter.GetProperty("name").GetString()!;
        var schema = parameter.GetProperty("schema");
        var fitting = schema.TryGetProperty("enum", out var names) ? Gen.OneOf([.. names.EnumerateArray().Select(n => n.GetString()!)])
            : schema.TryGetProperty("type", out var type) && type.GetRawText().Contains("integer", StringComparison.Ordinal) ? Gen.Int[0, 105].Select(i => i.ToString(CultureInfo.InvariantCulture))
            : _known.Any;
        return Gen.Frequency(
            (12, Gen.Const("")),
            (4, fitting.Select(value => $"{name}={Uri.EscapeDataString(value)}")),
            (1, FuzzTexts.Ascii.Select(value => $"{name}={Uri.EscapeDataString(value)}")),
            (1, Gen.OneOf("%00", "a%00b", "%ED%A0%80", "%C3", "%E2%80%AE", "%F0%9F%9A%80", new string('a', 3000)).Select(value => $"{name}={value}")));
    }

    private static Gen<List<(string Name, string Value)>> Headers(List<JsonElement> parameters)
    {
        var headers = Gen.Const(new List<(string, string)>());
        if (Takes(parameters, "If-Match"))
        {
            headers = Gen.Select(headers, Gen.Frequency((1, Gen.Const("")), (8, Gen.Const("*")), (2, Gen.Int[0, 4].Select(i => $"\"{i.ToString(CultureInfo.InvariantCulture)}\"")), (1, FuzzTexts.Ascii)), (all, tag) => With(all, "If-Match", tag));
        }

        if (Takes(parameters, "Idempotency-Key"))
        {
            headers = Gen.Select(headers, Gen.Frequency((8, Gen.Const("")), (3, Gen.Guid.Select(key => key.ToString())), (1, Gen.OneOf("a", "b", "c")), (1, FuzzTexts.Ascii)), (all, key) => With(all, "Idempotency-Key", key));
        }

        return headers;
    }

    private static bool Takes(List<JsonElement> parameters, string name) => parameters.Any(p => p.GetProperty("in").GetString() is "header" && p.GetProperty("name").GetString() == name);

    private static List<(string, string)> With(List<(string, string)> headers, string name, string value) => value.Length == 0 ? headers : [.. headers, (name, value)];

    private static Gen<string> Joined(IEnumerable<Gen<string>> parts, string separator) =>
        parts.Aggregate((before, next) => Gen.Select(before, next, (a, b) => $"{a}{separator}{b}"));

    private static Gen<(byte[]? Bytes, string? Type)> Spoilt(Gen<(byte[] Bytes, string Type)> sent) => Gen.Frequency(
        (30, sent.Select(s => ((byte[]?)s.Bytes, (string?)s.Type))),
        (1, sent.Select(s => ((byte[]?)s.Bytes[..(s.Bytes.Length / 2)], (string?)s.Type))),
        (1, Gen.Select(sent, Gen.Byte, Gen.Int[0, 1_000_000], (s, value, at) => ((byte[]?)[.. s.Bytes.Select((b, i) => i == at % Math.Max(1, s.Bytes.Length) ? value : b)], (string?)s.Type))),
        (1, sent.Select(s => ((byte[]?)Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(s.Bytes)), (string?)s.Type))),
        (1, sent.Select(s => ((byte[]?)[0xEF, 0xBB, 0xBF, .. s.Bytes], (string?)s.Type))),
        (1, Gen.Select(sent, Gen.OneOf(OddTypes), (s, type) => ((byte[]?)s.Bytes, (string?)type))),
        (1, sent.Select(s => ((byte[]?)s.Bytes, (string?)null))),
        (1, Gen.Byte.Array[0, 200].Select(bytes => ((byte[]?)bytes, (string?)"application/json"))),
        (1, Gen.Const(((byte[]?)null, (string?)null))));
}
