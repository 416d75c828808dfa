using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Takes the braces right after an image, which would otherwise be text: <c>![](image:KEY){size=wide}</c>.</summary>
internal sealed class BracesParser : InlineParser
{
    private static readonly object Key = new();

    public BracesParser() => OpeningCharacters = ['{'];

    public static Braces Of(LinkInline image) => image.GetData(Key) as Braces ?? Braces.None;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LinkInline { IsImage: true } image || image.GetData(Key) is not null || slice.PeekCharExtra(-1) is not (')' or ']'))
        {
            return false;
        }

        if (Braces.Find(slice.AsSpan()) is not { } braces)
        {
            return false;
        }

        image.SetData(Key, braces);
        slice.Start += braces.Length;
        return true;
    }
}
