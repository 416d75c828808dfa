using System.Text.Json.Serialization;

namespace Broadsheet.Api;

/// <summary>A field that a request may leave out: PATCH changes only what is there, and null is a value of its own.</summary>
[JsonConverter(typeof(OptionalConverter))]
public readonly record struct Optional<T>(bool IsGiven, T? Value)
{
    public Optional(T? value)
        : this(true, value)
    {
    }

    /// <summary>The value where the field was given, otherwise <paramref name="otherwise"/>.</summary>
    public T? Or(T? otherwise) => IsGiven ? Value : otherwise;
}
