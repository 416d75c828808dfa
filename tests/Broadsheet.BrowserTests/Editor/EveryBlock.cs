using System.Text.Json.Nodes;

namespace Broadsheet.Tests.Editor;

/// <summary>A body with a block of every kind.</summary>
internal static class EveryBlock
{
    public static JsonNode Body => JsonNode.Parse(
        $$$"""
        {"type": "doc", "content": [
          {"type": "figure", "attrs": {"image": "{{{EditorSite.Image(1)}}}", "caption": "The eastern gates of the Zell dam.", "size": "wide"}},
          {"type": "paragraph", "content": [{"type": "text", "text": "OSMERE", "marks": [{"type": "bold"}]}, {"type": "text", "text": " The Minister said it "}, {"type": "text", "text": "will not turn", "marks": [{"type": "statement", "attrs": {"ids": ["s1"]}}]}]},
          {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "The survey"}]},
          {"type": "heading", "attrs": {"level": 3}, "content": [{"type": "text", "text": "Gate by gate"}]},
          {"type": "orderedList", "attrs": {"start": 3}, "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "The third gate"}]}]}]},
          {"type": "blockquote", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "قال الوزير"}]}]},
          {"type": "pullQuote", "attrs": {"attribution": "Halla Brenn"}, "content": [{"type": "text", "text": "A dam does not forget."}]},
          {"type": "comparison", "attrs": {"before": "{{{EditorSite.Image(2)}}}", "after": "{{{EditorSite.Image(3)}}}", "caption": "Before and after."}},
          {"type": "factbox", "attrs": {"title": "In numbers"}, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Five gates"}]}]},
          {"type": "table", "content": [{"type": "tableRow", "content": [{"type": "tableHeader", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Gate"}]}]}]}, {"type": "tableRow", "content": [{"type": "tableCell", "content": [{"type": "paragraph"}]}]}]},
          {"type": "gate"},
          {"type": "embed", "attrs": {"url": "https://video.example/watch", "caption": "The debate."}},
          {"type": "timeline", "attrs": {"topic": "zell-dam"}},
          {"type": "whatWeKnow", "attrs": {"question": "gates"}},
          {"type": "background", "attrs": {"background": "{{{EditorSite.Image(9)}}}", "version": 2}},
          {"type": "gallery", "attrs": {"images": ["{{{EditorSite.Image(1)}}}", "{{{EditorSite.Image(2)}}}"]}},
          {"type": "horizontalRule"},
          {"type": "paragraph", "content": [{"type": "text", "text": "The end."}]}
        ]}
        """)!;
}
