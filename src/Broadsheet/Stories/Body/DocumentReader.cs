using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Broadsheet.Stories.Body.Json;

namespace Broadsheet.Stories.Body;

/// <summary>
/// Reads the body document from JSON in ProseMirror's shape. Strict: whatever the schema doesn't know is refused with its place, never dropped.
/// It takes any bytes, in time linear in their number, and never throws. Blocks without an id, or with another block's, get one.
/// </summary>
/// <param name="random">Where new ids come from.</param>
public sealed class DocumentReader(Random random)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1024 };

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads JSON bytes; the faults' places begin with <paramref name="place"/>.</summary>
    public DocumentReading Read(ReadOnlyMemory<byte> utf8, string place = "body") =>
        utf8.Length > BodyLimits.Size ? TooLarge(place) : ReadKept(utf8, place);

    /// <summary>Reads what <see cref="DocumentWriter"/> wrote. It may be larger than what may be sent: ids and escapes were added to it.</summary>
    public DocumentReading ReadKept(ReadOnlyMemory<byte> utf8, string place = "body")
    {
        try
        {
            using var json = JsonDocument.Parse(utf8, Options);
            return ReadWhole(json.RootElement, place);
        }
        catch (JsonException broken)
        {
            return DocumentReading.Unsound(place, string.Create(
                CultureInfo.InvariantCulture,
                $"This isn’t JSON, or is nested too deeply: reading stopped in line {broken.LineNumber + 1}, at byte {broken.BytePositionInLine + 1}."));
        }
    }

    public DocumentReading Read(string json, string place = "body")
    {
        if (json.Length > BodyLimits.Size)
        {
            return TooLarge(place);
        }

        try
        {
            return Read(Utf8.GetBytes(json), place);
        }
        catch (EncoderFallbackException)
        {
            return DocumentReading.Unsound(place, "The JSON holds half a character (a lone surrogate).");
        }
    }

    /// <summary>Reads a value of a larger JSON text.</summary>
    public DocumentReading Read(JsonElement json, string place = "body")
    {
        var isLarge = json.ValueKind is JsonValueKind.Object && JsonMarshal.GetRawUtf8Value(json).Length > BodyLimits.Size;
        return isLarge ? TooLarge(place) : ReadWhole(json, place);
    }

    private DocumentReading ReadWhole(JsonElement json, string place)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return DocumentReading.Unsound(place, "A body is an object: {\"type\": \"doc\", \"content\": […]}.");
        }

        var findings = new Findings(place);
        var tally = new Tally();
        var blocks = Blocks(json, findings, tally);
        if (tally.Refusal() is { } refusal)
        {
            findings.AddOfAll(refusal);
        }

        return findings.Faults.Count is 0 ? new DocumentReading(new Document(blocks), []) : new DocumentReading(null, findings.Faults);
    }

    private IReadOnlyList<Block> Blocks(JsonElement json, Findings findings, Tally tally)
    {
        if (Node.Read(json, findings, inText: false) is not { } node)
        {
            return [];
        }

        if (node.Type != NodeType.Doc)
        {
            findings.Add(".type", "A body’s type is “doc”.");
            return [];
        }

        node.RefuseText(findings);
        node.RefuseMarks(findings);
        Attributes.Of(node.Attrs, node.Type.Attributes, findings, tally, ".attrs");
        return new BlockReader(findings, tally, new BlockIds(random)).Read(node, Setting.Top);
    }

    private static DocumentReading TooLarge(string place) => DocumentReading.Unsound(place, "A body has 2 MB at most.");
}
