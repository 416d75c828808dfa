using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Api.Json;

/// <summary>How the API reads and writes JSON: strictly, so that a slip of the pen is answered and not lost.</summary>
internal static class ApiJson
{
    /// <summary>Deeper than any document that a story may have, so that its own limit names the place.</summary>
    public const int MostDepth = 128;

    public static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.MaxDepth = MostDepth;
        // Letters of every script, and apostrophes, as people write them: the answers are JSON and never part of a page.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new Times());
        json.Converters.Add(new Ids());
    }
}
