using Markdig.Parsers;
using Markdig.Syntax;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Finds the line <c>---gate---</c>, also right under a line of text.</summary>
internal sealed class GateParser : BlockParser
{
    public const string Line = "---gate---";

    public GateParser() => OpeningCharacters = ['-'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !processor.Line.AsSpan().Trim().SequenceEqual(Line))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new GateLine(this));
        return BlockState.BreakDiscard;
    }

    public override bool CanInterrupt(BlockProcessor processor, Markdig.Syntax.Block block) => true;
}

/// <summary>Where the free part ends.</summary>
internal sealed class GateLine(GateParser parser) : LeafBlock(parser);
