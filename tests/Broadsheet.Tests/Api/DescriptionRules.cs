using System.Text.Json;

namespace Broadsheet.Tests.Api;

/// <summary>What every operation of an OpenAPI document of ours has.</summary>
internal static class DescriptionRules
{
    /// <summary>A sentence for each rule that is broken.</summary>
    public static IEnumerable<string> Faults(JsonElement document)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject())
            {
                foreach (var fault in Faults(method.Name.ToUpperInvariant(), method.Value, ids))
                {
                    yield return $"{method.Name.ToUpperInvariant()} {path.Name} {fault}";
                }
            }
        }

        foreach (var reference in References(document).Where(r => !Resolves(document, r)))
        {
            yield return $"{reference} leads nowhere";
        }
    }

    private static IEnumerable<string> Faults(string method, JsonElement operation, HashSet<string> ids)
    {
        if (!operation.TryGetProperty("summary", out var summary) || summary.GetString() is not { Length: > 5 })
        {
            yield return "has no summary; its handler is internal and has a <summary>";
        }

        if (!operation.TryGetProperty("tags", out var tags) || tags.GetArrayLength() != 1)
        {
            yield return "has no tag of its own";
        }

        if (!ids.Add(operation.GetProperty("operationId").GetString()!))
        {
            yield return "has the name of another operation";
        }

        if (method is "PATCH" && !Header(operation, "If-Match"))
        {
            yield return "doesn't say that it takes If-Match";
        }

        if (method is "POST" && !Header(operation, "Idempotency-Key"))
        {
            yield return "doesn't say that it takes Idempotency-Key";
        }

        if (method is "PATCH" or "PUT" && !operation.TryGetProperty("requestBody", out _))
        {
            yield return "doesn't say what it takes";
        }

        if (!operation.GetProperty("responses").EnumerateObject().Any(r => r.Name[0] is '2'))
        {
            yield return "doesn't say what it answers";
        }
    }

    /// <summary>The fields of what is sent that are not described; what is answered may speak for itself.</summary>
    public static IEnumerable<string> Untold(JsonElement document)
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject().Where(m => m.Value.TryGetProperty("requestBody", out _)))
            {
                foreach (var schema in References(method.Value.GetProperty("requestBody")).Where(r => Resolves(document, r)).Distinct(StringComparer.Ordinal))
                {
                    var fields = At(document, schema).GetProperty("properties").EnumerateObject();
                    foreach (var field in fields.Where(f => !IsTold(f.Value) && !References(f.Value).Any(r => IsTold(At(document, r)))))
                    {
                        yield return $"{method.Name.ToUpperInvariant()} {path.Name} {field.Name}";
                    }
                }
            }
        }
    }

    private static bool IsTold(JsonElement schema) => schema.TryGetProperty("description", out var said) && said.GetString() is { Length: > 5 };

    private static JsonElement At(JsonElement document, string reference) => reference[2..].Split('/').Aggregate(document, (at, step) => at.GetProperty(step));

    private static bool Header(JsonElement operation, string name) =>
        operation.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(p => p.GetProperty("in").GetString() is "header" && p.GetProperty("name").GetString() == name);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => field is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [field.Value.GetString()!] : References(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Resolves(JsonElement document, string reference)
    {
        var at = document;
        return reference.StartsWith("#/", StringComparison.Ordinal) && reference[2..].Split('/').All(step => at.TryGetProperty(step, out at));
    }
}
