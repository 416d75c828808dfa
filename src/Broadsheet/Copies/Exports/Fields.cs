using System.Globalization;
using System.Text.Json.Nodes;

namespace Broadsheet.Copies.Exports;

/// <summary>Makes the fields of exported files: in one order, and what says nothing is left out.</summary>
internal sealed class Fields
{
    private readonly JsonObject _made = [];

    public Fields Add(string name, string? text) => string.IsNullOrEmpty(text) ? this : Put(name, text);

    public Fields Add(string name, Guid? id) => Add(name, id?.ToString());

    public Fields Add(string name, DateTimeOffset? at) => Add(name, at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));

    public Fields Add(string name, DateOnly? day) => Add(name, day?.ToString("O", CultureInfo.InvariantCulture));

    public Fields Add(string name, int number) => Put(name, number);

    public Fields AddIf(string name, bool holds) => holds ? Put(name, true) : this;

    public Fields Add(string name, IEnumerable<string> texts) => Add(name, new JsonArray([.. texts.Select(text => (JsonNode)text)]));

    public Fields Add(string name, IEnumerable<Fields> several) => Add(name, new JsonArray([.. several.Select(fields => fields._made)]));

    public Fields Add(string name, Fields? fields) => fields is { _made.Count: > 0 } ? Put(name, fields._made) : this;

    /// <summary>As it is stored: JSON.</summary>
    public Fields AddJson(string name, string json) => Put(name, JsonNode.Parse(json)!);

    public JsonObject ToJson() => _made;

    private Fields Add(string name, JsonArray list) => list.Count > 0 ? Put(name, list) : this;

    private Fields Put(string name, JsonNode value)
    {
        _made.Add(name, value);
        return this;
    }
}
