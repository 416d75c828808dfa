using System.Globalization;
using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>The attributes of one node or mark. What is wrong with one is a fault; the value given back then only lets the reading go on.</summary>
internal sealed class Attributes(JsonElement[] values, Names names, Findings findings, Tally tally, string under)
{
    private static readonly JsonElement[] None = new JsonElement[8];

    /// <summary>Takes <c>attrs</c> apart, which stand at <paramref name="under"/> in the present node and may be missing.</summary>
    public static Attributes Of(JsonElement json, Names names, Findings findings, Tally tally, string under)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Undefined:
                return new Attributes(None, names, findings, tally, under);
            case JsonValueKind.Object:
                return new Attributes(names.Take(json, findings, under, "attribute"), names, findings, tally, under);
            default:
                findings.Add(under, "“attrs” is an object.");
                return new Attributes(None, names, findings, tally, under);
        }
    }

    /// <summary>Text that may be missing; nothing but blanks counts as missing.</summary>
    public string? Text(string name, int longest) =>
        IsGiven(name) && Read(Value(name), $".{name}", longest) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public string NeededText(string name, int longest)
    {
        var text = IsGiven(name) ? Read(Value(name), $".{name}", longest) : "";
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            Add($".{name}", $"{name} is missing.");
        }

        return text ?? "";
    }

    /// <summary>A text of a list or an attribute, counted; null where it is none, which is a fault then.</summary>
    public string? Read(JsonElement json, string at, int longest)
    {
        if (json.ValueKind is not JsonValueKind.String)
        {
            Add(at, $"{at[1..]} must be text.");
            return null;
        }

        if (Texts.Refusal(json, longest, out var text) is { } refusal)
        {
            Add(at, refusal);
            return null;
        }

        tally.Add(text);
        return text;
    }

    /// <summary>A whole number; <paramref name="otherwise"/> where it is missing, unless it has to be there.</summary>
    public int Whole(string name, int least, int most, int? otherwise = null)
    {
        if (!IsGiven(name) && otherwise is { } number)
        {
            return number;
        }

        return Whole(Value(name), $".{name}", least, most);
    }

    public int Whole(JsonElement json, string at, int least, int most)
    {
        if (json.ValueKind is JsonValueKind.Number && json.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Add(at, Invariant($"{at[1..]} must be a whole number from {least} to {most}."));
        return least;
    }

    /// <summary>One of a few names, the first where it is missing.</summary>
    public T Choice<T>(string name, IReadOnlyList<(string Name, T Value)> choices)
    {
        if (!IsGiven(name))
        {
            return choices[0].Value;
        }

        if (Value(name).ValueKind is JsonValueKind.String)
        {
            foreach (var choice in choices)
            {
                if (Texts.Is(Value(name), choice.Name))
                {
                    return choice.Value;
                }
            }
        }

        Add($".{name}", $"{name} must be one of {string.Join(", ", choices.Select(c => $"“{c.Name}”"))}.");
        return choices[0].Value;
    }

    public Guid Id(string name, string of) => Id(Value(name), $".{name}", of);

    public Guid Id(JsonElement json, string at, string of)
    {
        if (json.ValueKind is JsonValueKind.String && Guid.TryParseExact(Texts.Find(json), "D", out var id) && id != Guid.Empty)
        {
            return id;
        }

        Add(at, $"{at[1..]} must be the id of {of}.");
        return Guid.Empty;
    }

    /// <summary>A list that isn't empty, each entry read at its place.</summary>
    public IReadOnlyList<T> List<T>(string name, int most, Func<JsonElement, string, T> read)
    {
        var json = Value(name);
        if (json.ValueKind is not JsonValueKind.Array || json.GetArrayLength() is 0)
        {
            Add($".{name}", $"{name} must be a list with something in it.");
            return [];
        }

        if (json.GetArrayLength() > most)
        {
            Add($".{name}", Invariant($"{name} has more than {most} entries."));
            return [];
        }

        return [.. json.EnumerateArray().Select((entry, i) => read(entry, Invariant($".{name}[{i}]")))];
    }

    public string? Caption() => Text("caption", BodyLimits.Caption);

    public string? Credit() => Text("credit", BodyLimits.Label);

    public bool IsGiven(string name) => Value(name).ValueKind is not JsonValueKind.Undefined;

    public JsonElement Value(string name) => values[names.IndexOf(name)];

    /// <summary>Adds a fault at <paramref name="at"/>: <c>.level</c>, or nothing for all the attributes.</summary>
    public void Add(string at, string sentence) => findings.Add(under + at, sentence);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
