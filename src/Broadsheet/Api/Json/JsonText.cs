using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Broadsheet.Api.Problems;
using Broadsheet.Platform.Web;

namespace Broadsheet.Api.Json;

/// <summary>Checks, before anything is made of it, that a body is JSON and holds nothing that a database could not keep.</summary>
internal static class JsonText
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = ApiJson.MostDepth };

    /// <summary>Reads the text once from end to end.</summary>
    /// <exception cref="Unreadable">It is not JSON in UTF-8.</exception>
    /// <exception cref="Invalid">It holds a text with half a character or NUL, a number beyond measure, null in a list, or it is nested too deep.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw new Unreadable(ProblemKind.Unreadable, "The body is not UTF-8.");
        }

        var faults = new Faults();
        var reader = new Utf8JsonReader(json, Strict);
        var place = new JsonPlace();
        try
        {
            while (faults.All.Count < Shape.MostFaults && reader.Read())
            {
                place.Step(ref reader);
                if (Fault(ref reader, place) is { } sentence)
                {
                    var at = place.ToString();
                    faults.Add(at, $"{Wanted.Named(at)} {sentence}");
                }
            }
        }
        catch (JsonException) when (place.Depth >= ApiJson.MostDepth)
        {
            throw new Invalid("", string.Create(CultureInfo.InvariantCulture, $"The body is nested deeper than {ApiJson.MostDepth}."));
        }
        catch (JsonException e)
        {
            throw new Unreadable(ProblemKind.Unreadable, string.Create(CultureInfo.InvariantCulture, $"The body is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."));
        }

        faults.ThrowIfAny();
    }

    private static string? Fault(ref Utf8JsonReader reader, JsonPlace place) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped && !IsText(ref reader) => "holds half a character or NUL, which is no text.",
        JsonTokenType.Number when !reader.TryGetDouble(out var number) || !double.IsFinite(number) => "is a number beyond measure.",
        JsonTokenType.Null when place.InList => "must not be null; a list never holds null.",
        _ => null,
    };

    // What isn't escaped is valid already: it is UTF-8, and the reader refuses raw control characters.
    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return !reader.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
