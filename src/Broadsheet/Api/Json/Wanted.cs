using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Broadsheet.Api.Json;

/// <summary>What a field wants, in a sentence.</summary>
internal static class Wanted
{
    /// <summary>What is answered to a value of the wrong kind.</summary>
    /// <param name="place">The field's path; empty for the body as a whole.</param>
    /// <param name="type">What the field is declared as.</param>
    public static string Sentence(string place, Type type) => $"{Named(place)} must be {Phrase(Bare(type))}.";

    /// <summary>The type without what only says how it is read.</summary>
    public static Type Bare(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsGenericType: true } generic when generic.GetGenericTypeDefinition() == typeof(Choice<>) => generic.GetGenericArguments()[0],
        var bare => bare,
    };

    /// <summary>The names that an enumerated type has in JSON.</summary>
    public static IEnumerable<string> Names(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>The field as the subject of a sentence.</summary>
    public static string Named(string place) => place.Length == 0 ? "The body" : place;

    private static string Phrase(Type type) => type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(Guid) => "an id",
        _ when type == typeof(DateTimeOffset) => "a time with its offset, such as 2026-04-01T18:30:00Z",
        _ when type == typeof(DateOnly) => "a date such as 2026-04-01",
        _ when type == typeof(int) => Whole<int>(),
        _ when type == typeof(long) => Whole<long>(),
        _ when type == typeof(short) => Whole<short>(),
        _ when type == typeof(byte) => Whole<byte>(),
        _ when type == typeof(double) || type == typeof(float) || type == typeof(decimal) => "a number",
        { IsEnum: true } => $"one of {string.Join(", ", Names(type))}",
        _ when typeof(IEnumerable).IsAssignableFrom(type) => "a list",
        _ => "an object",
    };

    private static string Whole<T>()
        where T : IMinMaxValue<T>, IFormattable =>
        $"a whole number from {T.MinValue.ToString(null, CultureInfo.InvariantCulture)} to {T.MaxValue.ToString(null, CultureInfo.InvariantCulture)}";
}
