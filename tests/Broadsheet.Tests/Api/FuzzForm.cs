using System.Text;
using System.Text.Json;
using Broadsheet.Tests.Support;
using CsCheck;

namespace Broadsheet.Tests.Api;

/// <summary>Writes multipart forms: files that are not what they say, fields with odd texts, parts that are missing or come twice.</summary>
internal static class FuzzForm
{
    private const string Boundary = "cut-here";

    private static readonly byte[] Picture = PictureFiles.Png(64, 48);

    private static readonly Gen<byte[]> File = Gen.OneOf(
        Gen.Const(Picture),
        Gen.Byte.Array[1, 40].Select(bytes => (byte[])[.. Picture[..^bytes.Length], .. bytes]),
        Gen.Const(Array.Empty<byte>()),
        Gen.Byte.Array[1, 400],
        Gen.Byte.Array[0, 400].Select(bytes => (byte[])[0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, .. bytes]),
        Gen.Byte.Array[0, 400].Select(bytes => (byte[])[0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0, 8, 6, 0, 0, 0, .. bytes]),
        Gen.Const("GIF89a\u0001\0\u0001\0\0\0\0;"u8.ToArray()),
        Gen.Const("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray()),
        Gen.Const("RIFF\u0010\0\0\0WEBPVP8 "u8.ToArray()));

    public static Gen<(byte[] Bytes, string Type)> For(JsonElement document, JsonElement schema)
    {
        var fields = Fields(document, schema).ToList();
        var tame = Joined(fields.Select(field => field.IsFile
            ? Part($"name=\"{field.Name}\"; filename=\"a.png\"", Gen.Const(Picture))
            : Gen.Select(Gen.Int[0, 1], Part($"name=\"{field.Name}\"", Gen.Const(Encoding.UTF8.GetBytes(Fitting(field.Name)))), (chance, part) => chance == 0 ? [] : part)));
        var odd = Joined(fields.Select(field =>
            Gen.Select(Gen.Int[0, 9], field.IsFile ? FilePart(field.Name) : TextPart(field.Name), (chance, part) => chance == 0 ? [] : chance == 1 ? [.. part, .. part] : part)));
        return Gen.Frequency((1, tame), (2, odd)).Select(bytes => ((byte[])[.. bytes, .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")], $"multipart/form-data; boundary={Boundary}"));
    }

    private static Gen<byte[]> FilePart(string name) =>
        Gen.OneOf("a.jpg", "a.svg", "", "../../x", "ä.png", new string('a', 300)).SelectMany(file => Part($"name=\"{name}\"; filename=\"{file}\"", File));

    private static Gen<byte[]> TextPart(string name) =>
        Part($"name=\"{name}\"", Gen.OneOf(FuzzTexts.InJson, Gen.OneOf("a\0b", "\u0001", "2026-04-01T18:30:00Z", "2027-01-01")).Select(Encoding.UTF8.GetBytes));

    private static Gen<byte[]> Part(string disposition, Gen<byte[]> content) => content.Select(bytes =>
        (byte[])[.. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"), .. bytes, .. "\r\n"u8]);

    private static Gen<byte[]> Joined(IEnumerable<Gen<byte[]>> parts) =>
        parts.Aggregate(Gen.Const(Array.Empty<byte>()), (before, next) => Gen.Select(before, next, (a, b) => (byte[])[.. a, .. b]));

    private static string Fitting(string name) => name switch
    {
        "takenAt" => "2026-04-01",
        "expiresAt" => "2031-04-01T18:30:00Z",
        "focalX" or "focalY" => "0.25",
        _ => "Boats at the quay",
    };

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
