using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Api.Json;

/// <summary>An id is written as RFC 9562 has it, with hyphens; without them it is read as well.</summary>
internal sealed class Ids : JsonConverter<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.GetString() is { } text && (Guid.TryParseExact(text, "N", out var id) || Guid.TryParseExact(text, "D", out id))
            ? id
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
