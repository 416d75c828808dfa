using System.Text.Json.Nodes;
using Broadsheet.Stories.Body;
using Broadsheet.Tests.Support;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

public sealed class DocumentSchemaTests
{
    private static readonly DocumentReader Reader = new(Random.Shared);

    private static readonly JsonObject Root = JsonNode.Parse(DocumentSchema.Json)!.AsObject();

    private static readonly JsonSchema Schema = new(Root);

    [Fact]
    public void Whatever_is_written_fits_the_schema() => Generators.Documents.Sample(
        document => Assert.Null(Schema.Departure(JsonNode.Parse(DocumentWriter.ToJson(document)))),
        iter: 200);

    /// <summary>One value of a sound document is replaced: the schema may be milder than the reader, never stricter.</summary>
    [Fact]
    public void What_the_reader_takes_fits_the_schema() => Gen.Select(Generators.Documents, Gen.Int[0, 10_000], Gen.OneOf("null", "0", "7", "\"x\"", "\"\"", "[]", "{}", "true", "\"heading\"", "\"gate\"", "{\"type\":\"gate\"}", "[{\"type\":\"paragraph\"}]")).Sample(
        (document, at, with) =>
        {
            var json = JsonNode.Parse(DocumentWriter.ToJson(document))!;
            var values = Values(json).ToArray();
            if (values.Length > 0)
            {
                values[at % values.Length](JsonNode.Parse(with));
            }

            if (Reader.Read(json.ToJsonString()).IsSound)
            {
                Assert.Null(Schema.Departure(json));
            }
        },
        iter: 1000);

    [Fact]
    public void Every_node_and_attribute_of_the_schema_is_known_to_the_reader()
    {
        foreach (var (name, definition) in Root["$defs"]!.AsObject())
        {
            if (definition!["properties"]?["type"]?["const"] is null)
            {
                continue;
            }

            var isMark = name is "bold" or "italic" or "link" or "statement";
            var attributes = Attributes(definition).ToDictionary(a => a, _ => (JsonNode?)JsonValue.Create(new[] { 0.5 }), StringComparer.Ordinal);
            var node = new JsonObject { ["type"] = name, ["attrs"] = new JsonObject(attributes) };
            var faults = Reader.Read(Standing(node, isMark).ToJsonString()).Faults;

            Assert.DoesNotContain(faults, f => f.Sentence.StartsWith("There is no", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Names_that_the_schema_lacks_are_refused_by_both()
    {
        foreach (var (name, definition) in Root["$defs"]!.AsObject())
        {
            if (definition!["properties"]?["type"]?["const"] is null || name is "bold" or "italic" or "link" or "statement")
            {
                continue;
            }

            var document = Standing(new JsonObject { ["type"] = name, ["attrs"] = new JsonObject { ["colour"] = "red" } }, isMark: false);

            Assert.Contains(Reader.Read(document.ToJsonString()).Faults, f => f.Sentence is "There is no attribute named “colour” here.");
            Assert.NotNull(Schema.Departure(document));
        }
    }

    private static IEnumerable<string> Attributes(JsonNode definition)
    {
        var attributes = definition["properties"]!["attrs"]!;
        return (attributes["anyOf"]?[0] ?? attributes)["properties"]?.AsObject().Select(p => p.Key) ?? [];
    }

    /// <summary>A document in which the node stands where its kind may.</summary>
    private static JsonObject Standing(JsonObject node, bool isMark)
    {
        static JsonObject In(string type, JsonObject inside) => new() { ["type"] = type, ["content"] = new JsonArray(inside) };
        var placed = node["type"]!.GetValue<string>() switch
        {
            _ when isMark => In("paragraph", new JsonObject { ["type"] = "text", ["text"] = "x", ["marks"] = new JsonArray(node) }),
            "text" or "hardBreak" => In("paragraph", node),
            "listItem" => In("bulletList", node),
            "tableRow" => In("table", node),
            "tableCell" or "tableHeader" => In("table", In("tableRow", node)),
            _ => node,
        };
        return In("doc", placed);
    }

    private static IEnumerable<Action<JsonNode?>> Values(JsonNode json) => json switch
    {
        JsonObject parent => parent.ToArray().SelectMany(p => (p.Value is null ? [] : Values(p.Value)).Prepend(with => parent[p.Key] = with)),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(i => (list[i] is { } value ? Values(value) : []).Prepend(with => list[i] = with)),
        _ => [],
    };
}
