using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Broadsheet.Tests.Support;

/// <summary>Checks JSON against a schema (2020-12): the keywords that our schemas use; any other is an error.</summary>
public sealed class JsonSchema(JsonObject root)
{
    /// <summary>Where the JSON departs from the schema; null where it doesn't.</summary>
    public string? Departure(JsonNode? json) => Departure(root, json, "");

    /// <summary>Where the JSON departs from a schema within this document, as OpenAPI has many.</summary>
    public string? Departure(JsonObject schema, JsonNode? json) => Departure(schema, json, "");

    private string? Departure(JsonObject schema, JsonNode? json, string at) =>
        schema.Select(rule => Departure(rule.Key, rule.Value!, schema, json, at)).FirstOrDefault(d => d is not null);

    private string? Departure(string keyword, JsonNode rule, JsonObject schema, JsonNode? json, string at) => keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" or "format" or "default" or "minContains" => null,
        "$ref" => Departure(Definition(rule), json, at),
        "oneOf" => rule.AsArray().Count(s => Departure(s!.AsObject(), json, at) is null) == 1 ? null : $"{at} is not exactly one of {rule.ToJsonString()}",
        "anyOf" => rule.AsArray().Any(s => Departure(s!.AsObject(), json, at) is null) ? null : $"{at} is none of {rule.ToJsonString()}",
        "const" => Unless(JsonNode.DeepEquals(rule, json), at, keyword, rule),
        "enum" => Unless(rule.AsArray().Any(v => JsonNode.DeepEquals(v, json)), at, keyword, rule),
        "type" => Unless((rule is JsonArray types ? types.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()]).Any(t => IsOf(t, json)), at, keyword, rule),
        "properties" => rule.AsObject().Select(p => json is JsonObject o && o.TryGetPropertyValue(p.Key, out var value) ? Departure(p.Value!.AsObject(), value, $"{at}.{p.Key}") : null).FirstOrDefault(d => d is not null),
        "required" => rule.AsArray().Where(p => json is JsonObject o && !o.ContainsKey(p!.GetValue<string>())).Select(p => $"{at} lacks {p}").FirstOrDefault(),
        "additionalProperties" => json is JsonObject others
            ? others.Where(p => schema["properties"]?.AsObject().ContainsKey(p.Key) is not true).Select(p => rule is JsonObject other ? Departure(other, p.Value, $"{at}.{p.Key}") : Unless(rule.GetValue<bool>(), $"{at}.{p.Key}", keyword, rule)).FirstOrDefault(d => d is not null)
            : null,
        "prefixItems" => json is JsonArray first ? rule.AsArray().Zip(first, (s, v) => Departure(s!.AsObject(), v, $"{at}[first]")).FirstOrDefault(d => d is not null) : null,
        "items" => json is JsonArray items
            ? items.Select((v, i) => (v, i)).Skip(schema["prefixItems"]?.AsArray().Count ?? 0).Select(v => Departure(rule.AsObject(), v.v, $"{at}[{v.i}]")).FirstOrDefault(d => d is not null)
            : null,
        "maxContains" => Unless(json is not JsonArray some || some.Count(v => Departure(schema["contains"]!.AsObject(), v, at) is null) <= rule.GetValue<int>(), at, keyword, rule),
        "contains" => Unless(schema.ContainsKey("minContains"), at, keyword, rule),
        "minItems" => Unless(json is not JsonArray least || least.Count >= rule.GetValue<int>(), at, keyword, rule),
        "maxItems" => Unless(json is not JsonArray most || most.Count <= rule.GetValue<int>(), at, keyword, rule),
        "minLength" => Unless(Text(json) is not { } shortest || shortest.EnumerateRunes().Count() >= rule.GetValue<int>(), at, keyword, rule),
        "maxLength" => Unless(Text(json) is not { } longest || longest.EnumerateRunes().Count() <= rule.GetValue<int>(), at, keyword, rule),
        "pattern" => Unless(Text(json) is not { } text || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.ECMAScript | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)), at, keyword, rule),
        "minimum" => Unless(Number(json) is not { } low || low >= rule.GetValue<double>(), at, keyword, rule),
        "maximum" => Unless(Number(json) is not { } high || high <= rule.GetValue<double>(), at, keyword, rule),
        _ => throw new NotSupportedException($"Keyword {keyword}."),
    };

    private JsonObject Definition(JsonNode reference) =>
        reference.GetValue<string>()["#/".Length..].Split('/').Aggregate((JsonNode)root, (node, step) => node[step] ?? throw new InvalidOperationException($"{reference} leads nowhere.")).AsObject();

    private static string? Unless(bool fits, string at, string keyword, JsonNode rule) => fits ? null : $"{at}: {keyword} {rule.ToJsonString()}";

    private static bool IsOf(string type, JsonNode? json) => type switch
    {
        "null" => json is null,
        "object" => json is JsonObject,
        "array" => json is JsonArray,
        "string" => Text(json) is not null,
        "integer" => Number(json) is { } number && double.IsInteger(number),
        "number" => Number(json) is not null,
        "boolean" => json?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        _ => throw new NotSupportedException($"Type {type}."),
    };

    private static string? Text(JsonNode? json) => json is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static double? Number(JsonNode? json) =>
        json is JsonValue value && value.GetValueKind() is System.Text.Json.JsonValueKind.Number ? double.Parse(json.ToJsonString(), CultureInfo.InvariantCulture) : null;
}
