using CsCheck;

namespace Broadsheet.Tests.Api;

/// <summary>Body documents that are nearly right: known nodes in odd places, with attributes of every kind.</summary>
internal static class FuzzDocument
{
    private static readonly string[] Nodes =
    [
        "paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "pullQuote", "figure", "gallery", "comparison", "factbox", "table", "tableRow", "tableHeader", "tableCell", "embed",
        "timeline", "whatWeKnow", "background", "gate", "horizontalRule", "hardBreak", "text", "doc", "video", "",
    ];

    private static readonly string[] Attributes =
        ["level", "id", "attribution", "image", "caption", "credit", "size", "images", "before", "after", "title", "url", "topic", "question", "background", "version", "start", "colspan", "rowspan", "colwidth", "href"];

    private static readonly Gen<string> Text = FuzzTexts.InJson.Select(text => $"\"{text}\"");

    private static readonly Gen<string> Value = Gen.Frequency(
        (6, Text),
        (3, Gen.OneOf("0", "1", "2", "3", "-1", "1.5", "1e9", "null", "true", "{}", "[]", "[1]", "\"wide\"", "\"0196a000000070008000000000000001\"")));

    private static readonly Gen<string> Fields = Gen.Select(Gen.OneOf(Attributes), Value, (name, value) => $"\"{name}\": {value}")
        .Array[0, 3]
        .Select(fields => $"{{{string.Join(", ", fields.DistinctBy(field => field.Split(':')[0], StringComparer.Ordinal))}}}");

    private static readonly Gen<string> Marks = Gen.Select(Gen.OneOf("bold", "italic", "link", "statement", "blink"), Fields, (type, attrs) => $$"""{"type": "{{type}}", "attrs": {{attrs}}}""")
        .Array[0, 2]
        .Select(marks => $"[{string.Join(", ", marks)}]");

    private static readonly Gen<string> Inline = Gen.Select(Text, Marks, (text, marks) => $$"""{"type": "text", "text": {{text}}, "marks": {{marks}}}""");

    private static readonly Gen<string> Node = Gen.Recursive<string>((depth, inner) => depth >= 5
        ? Inline
        : Gen.Frequency(
            (2, Inline),
            (1, Gen.OneOf(Nodes).Select(type => $$"""{"type": "{{type}}"}""")),
            (4, Gen.Select(
                Gen.OneOf(Nodes),
                Fields,
                inner.Array[0, 3],
                (type, attrs, content) => $$"""{"type": "{{type}}", "attrs": {{attrs}}, "content": [{{string.Join(", ", content)}}]}"""))));

    /// <summary>A document that can be taken.</summary>
    public static readonly Gen<string> Tame = Gen.Const(
        """{"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "It was read."}]}, {"type": "gate"}, {"type": "paragraph", "content": [{"type": "text", "text": "And paid for."}]}]}""");

    public static readonly Gen<string> Body = Gen.Frequency(
        (8, Node.Array[0, 6].Select(nodes => $$"""{"type": "doc", "content": [{{string.Join(", ", nodes)}}]}""")),
        (1, Gen.Int[10, 60].Select(depth => string.Concat(Enumerable.Repeat("{\"type\": \"blockquote\", \"content\": [", depth)) + string.Concat(Enumerable.Repeat("]}", depth)))),
        (1, Tame));
}
