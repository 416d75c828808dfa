using System.Text;
using System.Text.Json;
using CsCheck;

namespace Broadsheet.Tests.Api;

/// <summary>Writes multipart forms: files that are not what they say, fields with odd texts, parts that are missing or come twice.</summary>
internal static class FuzzForm
{
    private const string Boundary = "cut-here";

    private static readonly Gen<byte[]> File = Gen.OneOf(
        Gen.Const(Array.Empty<byte>()),
        Gen.Byte.Array[1, 400],
        Gen.Byte.Array[0, 400].Select(bytes => (byte[])[0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, .. bytes]),
        Gen.Byte.Array[0, 400].Select(bytes => (byte[])[0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0, 8, 6, 0, 0, 0, .. bytes]),
        Gen.Const("GIF89a\u0001\0\u0001\0\0\0\0;"u8.ToArray()),
        Gen.Const("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray()),
        Gen.Const("RIFF\u0010\0\0\0WEBPVP8 "u8.ToArray()));

    public static Gen<(byte[] Bytes, string Type)> For(JsonElement document, JsonElement schema)
    {
        var parts = Fields(document, schema)
            .Select(field => Gen.Select(Gen.Int[0, 9], field.IsFile ? FilePart(field.Name) : TextPart(field.Name), (chance, part) => chance == 0 ? [] : chance == 1 ? [.. part, .. part] : part))
            .Aggregate(Gen.Const(Array.Empty<byte>()), (before, next) => Gen.Select(before, next, (a, b) => (byte[])[.. a, .. b]));
        return parts.Select(bytes => ((byte[])[.. bytes, .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")], $"multipart/form-data; boundary={Boundary}"));
    }

    private static Gen<byte[]> FilePart(string name) => Gen.Select(File, Gen.OneOf("a.jpg", "a.svg", "", "../../x", "ä.png", new string('a', 300)), (bytes, file) =>
        (byte[])[.. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: image/jpeg\r\n\r\n"), .. bytes, .. "\r\n"u8]);

    private static Gen<byte[]> TextPart(string name) => Gen.OneOf(FuzzTexts.InJson, Gen.OneOf("a\0b", "\u0001", "2026-04-01T18:30:00Z", "2027-01-01")).Select(text =>
        Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n"));

    private static IEnumerable<(string Name, bool IsFile)> Fields(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()![2..].Split('/').Aggregate(document, (at, step) => at.GetProperty(step));
        }

        var inner = schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().SelectMany(part => Fields(document, part)) : [];
        var own = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(p => (p.Name, p.Value.GetRawText().Contains("IFormFile", StringComparison.Ordinal) || p.Value.GetRawText().Contains("binary", StringComparison.Ordinal)))
            : [];
        return inner.Concat(own);
    }
}
