using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Broadsheet.Tests.Api;

/// <summary>Writes JSON that fits a schema more or less: mostly so that it gets far, and somewhere in it something that it should not have come with.</summary>
internal sealed class FuzzJson(JsonElement document, FuzzMemory known)
{
    private const int MostDepth = 6;

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int[-3, 100].Select(i => i.ToString(CultureInfo.InvariantCulture)),
        Gen.OneOf("0", "-0", "2147483647", "-2147483648", "2147483648", "9223372036854775808", "0.5", "1e3", "1e999", "-1e-999", "123456789012345678901234567890"));

    private static readonly Gen<string> Text = FuzzTexts.InJson.Select(text => $"\"{text}\"");

    private static readonly Gen<string> Deep = Gen.Int[50, 400].Select(depth => new string('[', depth) + new string(']', depth));

    private static readonly Gen<string> Anything = Gen.Recursive<string>((depth, inner) => depth >= 3
        ? Gen.OneOf(Text, Number, Gen.OneOf("null", "true", "false"))
        : Gen.Frequency(
            (4, Text),
            (3, Number),
            (3, Gen.OneOf("null", "true", "false", "{}", "[]")),
            (1, Deep),
            (2, inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]")),
            (2, Gen.Select(FuzzTexts.InJson, inner, (name, value) => $"\"{name}\": {value}").Array[0, 4].Select(fields => $"{{{string.Join(',', fields)}}}"))));

    private static readonly Gen<string> TameText = FuzzTexts.Tame.Select(text => $"\"{text}\"");

    /// <summary>A body for this schema.</summary>
    public Gen<string> For(JsonElement schema) => Gen.Frequency((2, For(schema, 0, tame: true)), (3, For(schema, 0, tame: false)));

    private Gen<string> For(JsonElement schema, int depth, bool tame)
    {
        var fitting = Fitting(Resolve(schema), depth, tame);
        return tame ? fitting : Gen.Frequency((24, fitting), (1, Anything));
    }

    private Gen<string> Fitting(JsonElement schema, int depth, bool tame)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return Gen.OneOf([.. choices.EnumerateArray().Select(choice => (IGen<string>)For(choice, depth, tame))]);
        }

        if (schema.TryGetProperty("enum", out var names))
        {
            return Gen.OneOf([.. names.EnumerateArray().Select(name => name.GetRawText())]);
        }

        return TypeOf(schema) switch
        {
            "string" when Format(schema) is "uuid" => known.AnyId.Select(id => $"\"{id}\""),
            "string" when Format(schema) is "date-time" => tame ? Gen.Const("\"2031-04-01T18:30:00Z\"") : Gen.OneOf(Gen.OneOf("\"2026-04-01T18:30:00Z\"", "\"2031-01-01T00:00:00.5+02:00\""), Text),
            "string" => tame ? Gen.Frequency((3, TameText), (1, known.AnyId.Select(text => $"\"{text}\""))) : Gen.OneOf(Text, known.AnyId.Select(text => $"\"{text}\"")),
            "integer" or "number" => tame ? Gen.Int[0, 9].Select(i => i.ToString(CultureInfo.InvariantCulture)) : Number,
            "boolean" => Gen.OneOf("true", "false"),
            "null" => Gen.Const("null"),
            "array" => depth >= MostDepth ? Gen.Const("[]") : For(schema.TryGetProperty("items", out var items) ? items : default, depth + 1, tame).Array[0, 5].Select(array => $"[{string.Join(", ", array)}]"),
            "object" when depth < MostDepth && schema.TryGetProperty("properties", out var properties) => Object(schema, properties, depth, tame),
            "object" => Gen.Select(tame ? FuzzTexts.Tame : FuzzTexts.InJson, tame ? TameText : Text, (name, value) => $"\"{name}\": {value}").Array[0, 3].Select(fields => $"{{{string.Join(", ", fields)}}}"),
            _ => tame ? FuzzDocument.Tame : Gen.OneOf(Anything, FuzzDocument.Body),
        };
    }

    private Gen<string> Object(JsonElement schema, JsonElement properties, int depth, bool tame)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal) : [];
        return Gen.OneOf(Object(required, properties, depth, tame, filled: 20), Object(required, properties, depth, tame, filled: 90));
    }

    // filled: of a hundred optional fields, how many are there
    private Gen<string> Object(HashSet<string> required, JsonElement properties, int depth, bool tame, int filled)
    {
        var fields = properties.EnumerateObject()
            .Select(property => Gen.Select(
                Gen.Int[0, 99],
                Leading(property.Name, depth + 1, tame, property.Value),
                (chance, value) => chance < (!required.Contains(property.Name) ? filled : tame ? 100 : 98) ? $"\"{property.Name}\": {value}" : null))
            .ToList();
        var odd = Gen.Frequency((tame ? 1_000_000 : 30, Gen.Const((string?)null)), (1, Gen.Select(FuzzTexts.InJson, Anything, (name, value) => (string?)$"\"{name}\": {value}")));
        return fields.Append(odd).Aggregate(
            Gen.Const(""),
            (written, field) => Gen.Select(written, field, (before, next) => next is null ? before : before.Length == 0 ? next : $"{before}, {next}"),
            all => all.Select(text => $"{{{text}}}"));
    }

    // Fields of our API that lead somewhere only with a value that no schema tells.
    private Gen<string> Leading(string name, int depth, bool tame, JsonElement schema)
    {
        var leading = name switch
        {
            "section" or "parent" => known.Of("sections", "slug"),
            "leadImage" or "picture" => known.Of("images", "id"),
            "translationOf" => known.Of("stories", "id"),
            "access" => Gen.OneOf("public", "readers", "members"),
            "state" => Gen.OneOf("draft", "inReview"),
            "slug" => Gen.Int[1, 999_999].Select(i => $"item-{i}"),
            "timeZone" => Gen.OneOf("Europe/Copenhagen", "UTC"),
            "language" => Gen.OneOf("en", "de", "ar"),
            _ => null,
        };
        var stories = name is "stories" ? known.Of("stories", "id").Select(id => $"\"{id}\"").Array[0, 2].Select(ids => $"[{string.Join(", ", ids)}]") : leading?.Select(value => $"\"{value}\"");
        return stories is null ? For(schema, depth, tame) : Gen.Frequency((3, stories), (1, For(schema, depth, tame)));
    }

    private static string? Format(JsonElement schema) => schema.TryGetProperty("format", out var format) ? format.GetString() : null;

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()![2..].Split('/').Aggregate(document, (at, step) => at.GetProperty(step));
        }

        return schema.ValueKind is JsonValueKind.Object ? schema : JsonElement.Parse("{}");
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return null;
        }

        return type.ValueKind is JsonValueKind.String ? type.GetString() : type.EnumerateArray().Select(t => t.GetString()).FirstOrDefault(t => t is not "null");
    }
}
