using System.Net;
using System.Text.Json;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>What the API answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, string? ETag, string? Location, string? MediaType)
{
    /// <summary>What was asked, for messages.</summary>
    public required string Request { get; init; }

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The resource's id.</summary>
    public Guid Id => Guid.Parse(this["id"]!);

    /// <summary>A field of the resource, as text.</summary>
    public string? this[string field] => Json.GetProperty(field) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Null } => null,
        var other => other.GetRawText(),
    };

    /// <summary>Fails, with what was answered, where it is not this status.</summary>
    public Answer Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{Request} answered {(int)Status}, not {(int)status}.\n{Text}");
        return this;
    }
}
