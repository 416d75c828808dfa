using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Broadsheet.Api.Json;

/// <summary>Where in a body a reader stands: <c>body.content[3].attrs</c>.</summary>
internal sealed class JsonPlace
{
    private const int MostShown = 60;

    private readonly Stack<(bool IsList, int Index, string Name)> _open = new();

    /// <summary>How many lists and objects are open.</summary>
    public int Depth => _open.Count;

    /// <summary>The value stands directly in a list.</summary>
    public bool InList => _open.TryPeek(out var inner) && inner.IsList;

    /// <summary>A field of an object that stands at <paramref name="place"/>.</summary>
    public static string Field(string place, string name) => place.Length == 0 ? Shown(name) : $"{place}.{Shown(name)}";

    /// <summary>An item of a list that stands at <paramref name="place"/>.</summary>
    public static string Item(string place, int index) => string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]");

    /// <summary>Where the serializer stopped.</summary>
    public static string Of(JsonException e) => (e.Path ?? "").TrimStart('$').TrimStart('.');

    /// <summary>A name that was sent, cut to what a sentence can bear.</summary>
    public static string Shown(string name) => name.Length <= MostShown ? name : name[..MostShown] + "…";

    /// <summary>Follows the reader to the token that it just read.</summary>
    public void Step(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
        {
            _open.Pop();
            return;
        }

        if (reader.TokenType is JsonTokenType.PropertyName)
        {
            _open.Pop();
            _open.Push((false, 0, Name(ref reader)));
            return;
        }

        if (InList)
        {
            var (_, index, name) = _open.Pop();
            _open.Push((true, index + 1, name));
        }

        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            _open.Push((reader.TokenType is JsonTokenType.StartArray, -1, ""));
        }
    }

    public override string ToString()
    {
        var place = new StringBuilder();
        foreach (var (isList, index, name) in _open.Reverse())
        {
            if (isList && index >= 0)
            {
                place.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else if (!isList && name.Length > 0)
            {
                place.Append(place.Length == 0 ? "" : ".").Append(Shown(name));
            }
        }

        return place.ToString();
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "�";
        }
    }
}
