using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>The names an object may hold. Taking an object apart by them finds what is unknown or given twice; null counts as absent.</summary>
internal sealed class Names(params string[] names)
{
    private readonly JsonEncodedText[] _utf8 = [.. names.Select(n => JsonEncodedText.Encode(n))];

    public int IndexOf(string name) => Array.IndexOf(names, name);

    /// <summary>The values in the order of the names; <see cref="JsonValueKind.Undefined"/> where there is none.</summary>
    /// <param name="under">The place of the object under the present node.</param>
    /// <param name="noun">What a value is, for sentences: “attribute”.</param>
    public JsonElement[] Take(JsonElement json, Findings findings, string under, string noun)
    {
        var values = new JsonElement[names.Length];
        var at = -1;
        foreach (var property in json.EnumerateObject())
        {
            at = IndexOf(property, at + 1);
            if (property.Value.ValueKind is JsonValueKind.Null)
            {
                continue;
            }

            if (at < 0)
            {
                var name = Findings.Quoted(Texts.FindName(property) ?? "\uFFFD");
                findings.Add($"{under}.{name}", $"There is no {noun} named “{name}” here.");
            }
            else if (values[at].ValueKind is not JsonValueKind.Undefined)
            {
                findings.Add($"{under}.{names[at]}", $"“{names[at]}” is given twice.");
            }
            else
            {
                values[at] = property.Value;
            }
        }

        return values;
    }

    /// <summary>Looks at <paramref name="likely"/> and the names after it first: most objects have them in our order.</summary>
    private int IndexOf(JsonProperty property, int likely)
    {
        for (var i = 0; i < _utf8.Length; i++)
        {
            var at = (likely + i) % _utf8.Length;
            if (Texts.IsNamed(property, _utf8[at].EncodedUtf8Bytes))
            {
                return at;
            }
        }

        return -1;
    }
}
