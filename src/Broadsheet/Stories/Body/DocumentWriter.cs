using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Broadsheet.Stories.Body.Json;

namespace Broadsheet.Stories.Body;

/// <summary>Writes the body document as the JSON that <see cref="DocumentReader"/> reads back to the same document: attributes in one order, those that say nothing left out.</summary>
public static class DocumentWriter
{
    // Letters of all scripts stand as they are; what HTML gives a meaning is escaped, so the JSON may stand in a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    public static byte[] ToUtf8(Document document) => Written(document).WrittenSpan.ToArray();

    public static string ToJson(Document document) => Encoding.UTF8.GetString(Written(document).WrittenSpan);

    public static void Write(Document document, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "doc"u8);
        json.WriteStartArray("content"u8);
        var blocks = new BlockWriter(json, ids: true);
        foreach (var block in document.Blocks)
        {
            blocks.Write(block);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One block without its ids: what tells whether two blocks show the same.</summary>
    internal static ReadOnlyMemory<byte> WithoutIds(Block block)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        new BlockWriter(json, ids: false).Write(block);
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static ArrayBufferWriter<byte> Written(Document document)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        Write(document, json);
        json.Flush();
        return buffer;
    }
}
