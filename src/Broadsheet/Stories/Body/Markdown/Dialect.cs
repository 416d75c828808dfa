using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>
/// The Markdown of stories: CommonMark with pipe tables, a line <c>---gate---</c>, figures <c>![](image:KEY "caption"){size=wide}</c>
/// and boxes <c>::: factbox {title="…"}</c>. Strikethrough and footnotes are understood in order to say that they are not kept.
/// </summary>
internal static class Dialect
{
    public static MarkdownPipeline Pipeline { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseFootnotes();
        builder.BlockParsers.InsertBefore<ThematicBreakParser>(new GateParser());
        builder.BlockParsers.InsertBefore<FencedCodeBlockParser>(new CustomContainerParser { InfoParser = ReadInfo });
        builder.InlineParsers.Insert(0, new BracesParser());
        return builder.Build();
    }

    /// <summary>Keeps what follows the colons as typed: the attributes have escapes of their own.</summary>
    private static bool ReadInfo(BlockProcessor state, ref Markdig.Helpers.StringSlice line, IFencedBlock fenced, char opening)
    {
        var info = line.ToString().Trim();
        var name = info.AsSpan().IndexOfAny(' ', '\t', '{');
        fenced.Info = name < 0 ? info : info[..name];
        fenced.Arguments = name < 0 ? "" : info[name..].Trim();
        return true;
    }
}
